import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { rows, run, sql } from '#kernel/database/query.ts'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import { createLog } from '#kernel/log.ts'
import { createFileSystemStore } from '#kernel/storage/file-system-store.ts'
import { createPrinter } from '#kernel/typst/printer.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { recordAudit } from '#engines/audit/index.ts'
import { storeFile } from '../index.ts'
import { createFilesDatabase } from '../testing/files-database.ts'
import { canRead } from './can-read.ts'
import { readText } from './read-text.ts'
import { readWaiting } from './read-waiting.ts'
import { runProgram } from './run-program.ts'

/** Programs of the machine are played by scripts that speak as these do; the real ones are asked where they are installed. */

const database = await createFilesDatabase()
const { db } = database
const directory = makeTestDirectory('text')
const store = createFileSystemStore(join(directory, 'files'))
const realPath = process.env['PATH'] ?? ''
const programs = join(directory, 'programs')
mkdirSync(programs)

afterAll(async () => {
  process.env['PATH'] = realPath
  await database.close()
  removeTestDirectory(directory)
})

function plays(name: string, script: string): void {
  writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(programs, name), 0o755)
}

let now = new Date('2026-11-27T01:00:00Z')
const log = createLog('silent')
const parts = { db, log, store, now: () => now }

async function keep(name: string, mediaType: string, bytes = Buffer.from(`${name} ${Math.random()}`)): Promise<string> {
  let sha256 = ''
  await runInBackground({ db, log, now: () => now, record: recordAudit }, { requestId: 'test' }, async (ctx) => {
    ;({ sha256 } = await storeFile(ctx, store, { name, bytes, mediaType }))
  })
  return sha256
}

const readNow = () => readWaiting(parts, AbortSignal.timeout(60_000))
const textOf = async (sha256: string) =>
  (
    await rows(
      db,
      sql<{ how: string | null; text: string; tries: number }>`
    select how, text, tries from files.content_text where sha256 = ${sha256}`,
    )
  )[0]

beforeEach(async () => {
  process.env['PATH'] = `${programs}:${realPath}`
  plays(
    'pdftotext',
    'case "$1" in -v) exit 0;; esac; echo "Giấy chứng nhận quyền sử dụng đất số BK 123456, thửa 15, tờ bản đồ 7"',
  )
  plays(
    'pdftoppm',
    'case "$1" in -v) exit 0;; esac; for last; do :; done; echo 1 > "$last-1.png"; echo 2 > "$last-2.png"',
  )
  plays('tesseract', 'case "$1" in --list-langs) echo vie;; *) echo "Trang $(cat "$1" | head -c 20)";; esac')
  await run(db, sql`delete from files.file`)
  await run(db, sql`delete from files.content`)
})

describe('the text of papers', () => {
  test('is taken from a PDF that has one, from pictures letter by letter, and from no other kind', async () => {
    const pdf = await keep('a.pdf', 'application/pdf')
    const picture = await keep('b.jpg', 'image/jpeg', Buffer.from('anh'))
    const word = await keep('c.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    expect(await readNow()).toBe(3)
    expect(await textOf(pdf)).toMatchObject({ how: 'layer', text: expect.stringContaining('thửa 15') })
    expect(await textOf(picture)).toMatchObject({ how: 'ocr', text: 'Trang anh' })
    expect(await textOf(word)).toMatchObject({ how: 'none', text: '' })
    expect(await readNow()).toBe(0)
  })

  test('of a scanned PDF is recognised page by page, in their order', async () => {
    plays('pdftotext', 'printf "\\f\\f"')
    const scanned = await keep('scan.pdf', 'application/pdf')
    await readNow()
    expect(await textOf(scanned)).toMatchObject({ how: 'ocr', text: 'Trang 1 Trang 2' })
  })

  test('of a scan of many pages is that of all of them, but of one that cannot be read', async () => {
    plays('pdftotext', 'printf "\\f"')
    plays(
      'pdftoppm',
      'case "$1" in -v) exit 0;; esac; for out; do :; done; [ "$5" -le 63 ] || exit 99; page="$5"\n' +
        'while [ "$page" -le "$7" ] && [ "$page" -le 63 ]; do echo "$page" > "$out-$(printf %03d "$page").png"; page=$((page + 1)); done',
    )
    plays(
      'tesseract',
      'case "$1" in --list-langs) echo vie; exit 0;; esac; [ "$(cat "$1")" = 31 ] && exit 1; echo "Trang $(cat "$1")"',
    )
    const book = await keep('book.pdf', 'application/pdf')
    await readNow()
    const read = (await textOf(book))?.text.match(/\d+/g)?.map(Number)
    expect(read).toEqual(Array.from({ length: 63 }, (_, at) => at + 1).filter((page) => page !== 31))
  })

  test('that a program cannot read is none, and the next file is read', async () => {
    plays('tesseract', 'exit 1')
    const [picture, pdf] = [await keep('b.png', 'image/png'), await keep('a.pdf', 'application/pdf')]
    await readNow()
    expect(await textOf(picture)).toMatchObject({ how: 'none' })
    expect(await textOf(pdf)).toMatchObject({ how: 'layer' })
  })

  test('of a file on which the reader died is tried again half an hour later, three times in all', async () => {
    const pdf = await keep('a.pdf', 'application/pdf')
    await readNow()
    const die = (tries: number) =>
      run(
        db,
        sql`update files.content_text set how = null, text = '', begun_at = ${now}, tries = ${tries} where sha256 = ${pdf}`,
      )
    await die(1)
    now = new Date(now.getTime() + 29 * 60_000)
    expect(await readNow()).toBe(0)
    now = new Date(now.getTime() + 2 * 60_000)
    expect(await readNow()).toBe(1)
    expect(await textOf(pdf)).toMatchObject({ how: 'layer', tries: 2 })
    await die(3)
    now = new Date(now.getTime() + 31 * 60_000)
    expect(await readNow()).toBe(0)
  })

  test('goes with the content', async () => {
    const pdf = await keep('a.pdf', 'application/pdf')
    await readNow()
    await run(db, sql`delete from files.file`)
    await run(db, sql`delete from files.content`)
    expect(await textOf(pdf)).toBeUndefined()
  })

  test('is not looked for by half: without Vietnamese for pictures nothing is read', async () => {
    expect(await canRead()).toBe(true)
    plays('tesseract', 'echo eng')
    expect(await canRead()).toBe(false)
  })

  test('never costs more than a program may take: a flood of letters is cut, a failure is told', async () => {
    plays('flood', 'yes "chữ chữ chữ" | head -c 3000000')
    expect((await runProgram('flood', [], directory)).length).toBe(400_000)
    plays('fails', 'exit 3')
    await expect(runProgram('fails', [], directory)).rejects.toThrow('ended with 3')
  })

  test('is held by the kernel to its time, to what it may write and to its memory', async () => {
    plays('limits', 'cat /proc/self/limits')
    const limits = await runProgram('limits', [], directory)
    const limitOf = (name: string) =>
      limits
        .split('\n')
        .find((line) => line.startsWith(name))
        ?.split(/\s{2,}/)[1]
    expect(['Max cpu time', 'Max file size', 'Max address space', 'Max core file size'].map(limitOf)).toEqual([
      '60',
      String(262_144 * 512),
      String(1_500_000 * 1024),
      '0',
    ])
  })
})

process.env['PATH'] = realPath
describe.skipIf(!(await canRead()))('the real programs', () => {
  test(
    'read Vietnamese from a picture of a page, also one that stands on its head or lies on its side',
    { timeout: 60_000 },
    async () => {
      process.env['PATH'] = realPath

      const folder = join(directory, 'real')
      mkdirSync(folder)
      writeFileSync(
        join(folder, 'page.typ'),
        ['0deg', '180deg', '270deg']
          .map((turn) => `#page(margin: 0pt, width: auto, height: auto, rotate(${turn}, reflow: true, sheet))`)
          .join('\n')
          .replace(
            /^/,
            `#let sheet = box(width: 595pt, height: 842pt, inset: 60pt)[#set text(font: "Tinos", size: 14pt)
Giấy chứng nhận kết hôn của ông Nguyễn Văn Sơn, xã Tân Mỹ, huyện Yên Dũng, tỉnh Bắc Giang. Hai bên tự nguyện đăng ký kết hôn
tại Ủy ban nhân dân xã theo quy định của Luật Hôn nhân và gia đình, có mặt hai người làm chứng ký tên dưới đây.]\n`,
          ),
      )
      const printer = createPrinter({ templates: [folder] })
      writeFileSync(join(folder, 'page.pdf'), await printer.pdf('page.typ', {}))
      await runProgram(
        'pdftoppm',
        ['-r', '200', '-gray', '-png', join(folder, 'page.pdf'), join(folder, 'picture')],
        folder,
      )
      const pages = join(folder, 'pages')
      mkdirSync(pages)
      for (const page of [1, 2, 3]) {
        const { how, text } = await readText(join(folder, `picture-${page}.png`), 'image/png', pages)
        expect(how).toBe('ocr')
        for (const words of ['Giấy chứng nhận kết hôn', 'Nguyễn Văn Sơn', 'Tân Mỹ'])
          expect(text, `${page}`).toContain(words)
      }
    },
  )
})
