import { afterAll, afterEach, expect, test } from 'vitest'
import { rows, run, sql } from '#kernel/database/query.ts'
import { createFileSystemStore } from '#kernel/storage/file-system-store.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { createPrinter } from '#kernel/typst/printer.ts'
import { createFilesDatabase } from '../testing/files-database.ts'
import { startFilesServer, tokens } from '../testing/files-server.ts'
import { makePdf } from '../testing/make-pdf.ts'
import { exif, jpeg, jpegSegment, png } from '../testing/make-picture.ts'
import { uploadClient } from '../testing/upload-client.ts'
import { joinPages } from './join-pages.ts'
import { orientationIn } from './orientation.ts'
import { readPlan } from './page-plan.ts'

const database = await createFilesDatabase()
const directory = makeTestDirectory('pages')
const { db } = database
const store = createFileSystemStore(`${directory}/files`)
const server = await startFilesServer({ db, dataDirectory: directory, store })
const printer = createPrinter()
afterEach(async () => {
  await run(db, sql`delete from files.file`)
  await run(db, sql`delete from files.upload`)
})
afterAll(async () => {
  await printer.close()
  await server.close()
  await database.close()
  removeTestDirectory(directory)
})

const official = uploadClient(server.url, 'official')
const send = async (name: string, bytes: Buffer): Promise<string> => {
  const { id, answer } = await official.send(name, bytes)
  expect(answer.status).toBe(204)
  return id
}
/** A PDF of pages so wide, in points, by which they are told apart. */
const pagesOf = async (...widths: number[]) =>
  Buffer.from(await printer.pdf(widths.map((width) => `#page(width: ${width}pt, height: 300pt)[trang]`).join('\n'), {}))

async function join(
  pages: readonly string[],
  more: Record<string, string> = {},
  sender: keyof typeof tokens = 'official',
) {
  const form = new URLSearchParams({ return: '/x', paper: 'so-do', name: 'Sổ đỏ', attach: '/put/here', ...more })
  for (const page of pages) form.append('page', page)
  const answer = await fetch(`${server.url}/uploads/join`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { Authorization: `Bearer ${tokens[sender]}` },
  })
  return {
    status: answer.status,
    error: new URL(answer.headers.get('location') ?? '/', 'http://x').searchParams.get('error'),
  }
}

/** No operation puts it anywhere in this server: what was made waits as a file of its maker. */
async function joined() {
  const [file] = await rows(
    db,
    sql<{ sha256: string; pages: number; name: string; mediaType: string; state: string }>`
      select sha256, pages, name, media_type, state from files.file where name = 'Sổ đỏ.pdf'`,
  )
  if (file === undefined) return undefined
  const chunks: Buffer[] = []
  for await (const chunk of await store.open(file.sha256)) chunks.push(chunk as Buffer)
  return { ...file, bytes: Buffer.concat(chunks) }
}

const boxes = (bytes: Buffer): string[] =>
  [...bytes.toString('latin1').matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box]) =>
    (box ?? '')
      .trim()
      .split(/\s+/)
      .map((one) => Math.round(Number(one)))
      .join(' '),
  )

test(
  'pages of several files become one PDF in the order that the form says, turned, and without what was taken out',
  { timeout: 60_000 },
  async () => {
    const [first, second] = [await send('a.pdf', await pagesOf(201, 202, 203)), await send('b.pdf', await pagesOf(204))]
    const { status, error } = await join([`${first}.1`, `${first}.2`, `${first}.3`, `${second}.1`], {
      [`order-${first}.1`]: '3',
      [`order-${first}.2`]: '1',
      [`order-${second}.1`]: '2',
      [`turn-${second}.1`]: '90',
      [`drop-${first}.3`]: '1',
    })
    // There is no operation at /put/here: only that is refused.
    expect([status, error]).toEqual([303, 'notFound'])
    const made = await joined()
    expect(made).toMatchObject({ pages: 3, mediaType: 'application/pdf', state: 'accepted' })
    expect(boxes(made?.bytes as Buffer)).toEqual(['0 0 202 300', '0 0 300 204', '0 0 201 300'])
  },
)

test('photographs stand as they were held, as large as paper', { timeout: 60_000 }, async () => {
  const upright = await send('a.png', png(40, 60))
  const held = Buffer.concat([
    jpeg.subarray(0, 2),
    jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(6)])),
    jpeg.subarray(2),
  ])
  const turned = await send('b.jpg', held)
  await join([`${upright}.1`, `${turned}.1`], { [`turn-${upright}.1`]: '270' })
  const made = await joined()
  expect(made?.pages).toBe(2)
  expect(boxes(made?.bytes as Buffer)[0]).toBe('0 0 842 561')
})

test('how a camera was held is read from what the check leaves', async () => {
  const id = await send(
    'b.jpg',
    Buffer.concat([
      jpeg.subarray(0, 2),
      jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(8)])),
      jpeg.subarray(2),
    ]),
  )
  const stored = Buffer.from(await (await official.get(`/files/${id}`)).arrayBuffer())
  expect(orientationIn(stored)).toEqual({ turn: 270, isMirrored: false })
  expect(orientationIn(jpeg)).toEqual({ turn: 0, isMirrored: false })
})

test(
  'of files of somebody else, and of pages that a file does not have, nothing is made',
  { timeout: 60_000 },
  async () => {
    const mine = await send('a.pdf', await pagesOf(201))
    expect((await join([`${mine}.1`], {}, 'lan')).error).toBe('notFound')
    expect((await join([`${mine}.2`])).error).toBe('uploadRequest')
    expect((await join([])).error).toBe('uploadRequest')
    expect((await join([`${mine}.1`], { [`turn-${mine}.1`]: '45' })).error).toBe('uploadRequest')
    expect((await join([`${mine}.1`], { return: '//evil.example' })).status).toBe(422)
    expect(await joined()).toBeUndefined()
  },
)

test(
  'a PDF with a signature, filled fields or notes is left whole; the reason is told',
  { timeout: 60_000 },
  async () => {
    const note = await send('n.pdf', makePdf({ objects: ['<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] >>'] }))
    const signed = await send('s.pdf', makePdf({ objects: ['<< /Type /Sig /ByteRange [0 1 2 3] >>'] }))
    const linked = await send('l.pdf', makePdf({ objects: ['<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >>'] }))
    expect((await join([`${note}.1`])).error).toBe('keepsWhole')
    expect((await join([`${signed}.1`])).error).toBe('keepsWhole')
    expect(await joined()).toBeUndefined()
    await join([`${linked}.1`])
    expect((await joined())?.pages).toBe(1)
  },
)

test(
  'the largest picture that is taken in can be joined; past time or memory it is stopped and nothing is left',
  { timeout: 120_000 },
  async () => {
    const id = await send('lon.png', png(7000, 7000))
    const files = new Map(
      (
        await rows(
          db,
          sql<never>`select id, name, size, media_type, sha256, pages, false as is_blocked from files.file`,
        )
      ).map((file: { id: string }) => [file.id, file as never]),
    )
    const plan = [{ fileId: id, page: 1, turn: 0 }] as const
    expect(await joinPages(store, plan, files, async () => 'made')).toBe('made')
    const refused = (limits: { maxTime: number; maxMemory: number }) =>
      joinPages(store, plan, files, async () => 'made', limits)
    await expect(refused({ maxTime: 1, maxMemory: 1e12 })).rejects.toMatchObject({ code: 'tooSlow' })
    await expect(refused({ maxTime: 60_000, maxMemory: 1024 })).rejects.toMatchObject({ code: 'tooLargeInside' })
  },
)

test('pages without a number stand as they were sent; more than a book are refused', () => {
  const name = (page: number) => `0193a0b0-0000-7000-8000-000000000000.${page}`
  const form = new URLSearchParams([
    ['page', name(2)],
    ['page', name(1)],
    ['page', name(2)],
  ])
  expect(readPlan(form).map(({ page }) => page)).toEqual([2, 1])
  for (let page = 3; page < 210; page += 1) form.append('page', name(page))
  expect(() => readPlan(form)).toThrow(expect.objectContaining({ code: 'uploadRequest' }))
})
