import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { runProgram } from '#engines/files/text/run-program.ts'
import { browserOf } from './testing/browser.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Pages of a PDF as small pictures, for whoever may read it; where the machine draws none it says so. */

const realPath = process.env['PATH'] ?? ''
const directory = makeTestDirectory('drawn')
/** What speaks as pdftoppm does; the real one is asked where it is installed. */
const played = join(directory, 'programs')
const empty = join(directory, 'none')
let test: TestPlatform
let officer: Visitor
let file: string

beforeAll(async () => {
  for (const folder of [played, empty]) mkdirSync(folder)
  writeFileSync(
    join(played, 'pdftoppm'),
    '#!/bin/sh\n[ "$1" = -v ] && exit 0\nfor last; do :; done\nprintf "\\377\\330\\377page $4" > "$last.jpg"\n',
  )
  chmodSync(join(played, 'pdftoppm'), 0o755)
  test = await startTestPlatform({ dossiers: 0 })
  officer = await test.as('motcua.tinh')
  file = await test.upload(officer)
}, 240_000)
afterAll(async () => {
  process.env['PATH'] = realPath
  await test.stop()
  removeTestDirectory(directory)
})

const get = (who: Visitor, page: string, id = file) =>
  test.platform.app.request(`http://localhost/files/${id}/pages/${page}`, { headers: browserOf(who) })
const drawing = async () => done(await officer.call('GET', '/files-drawing'))

it('a page is a picture that loads nothing and is kept by the browser for a while', async () => {
  process.env['PATH'] = `${played}:${realPath}`
  const answer = await get(officer, '1')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect(answer.headers.get('cache-control')).toBe('private, max-age=600')
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(3)
      .toString(),
  ).toBe('page 1')
  expect(await drawing()).toEqual({ drawsPages: true })
})

it.each(['0', '2', '-1', '1;rm', '%2e%2e', '1e0', '99999', '100000'])(
  'page %s of one that has one is none',
  async (page) => {
    process.env['PATH'] = `${played}:${realPath}`
    expect((await get(officer, page)).status).toBe(404)
  },
)

it('a page of somebody else’s file does not exist, nor one of no file', async () => {
  process.env['PATH'] = `${played}:${realPath}`
  expect((await get(await test.as('motcua.huyen'), '1')).status).toBe(404)
  expect((await get(officer, '1', '01a21c5c-740f-7691-8496-c3e8e996daf7')).status).toBe(404)
  expect((await get(officer, '1', 'khong-phai-ma')).status).toBe(404)
})

it('a machine without the program draws none and says so', async () => {
  process.env['PATH'] = empty
  expect(await drawing()).toEqual({ drawsPages: false })
  const answer = await get(officer, '1')
  expect([answer.status, (await answer.json()).code]).toEqual([415, 'noPreview'])
})

it('a file on which the program fails has no picture, and the platform goes on', async () => {
  writeFileSync(join(played, 'pdftoppm'), '#!/bin/sh\n[ "$1" = -v ] && exit 0\nexit 3\n')
  process.env['PATH'] = `${played}:${realPath}`
  expect((await get(officer, '1')).status).toBe(415)
})

it('the real program draws, or it is plain that it is not installed here', async () => {
  process.env['PATH'] = realPath
  const isInstalled = await runProgram('pdftoppm', ['-v'], '/').then(
    () => true,
    () => false,
  )
  expect(await drawing()).toEqual({ drawsPages: isInstalled })
  const answer = await get(officer, '1')
  expect(answer.status).toBe(isInstalled ? 200 : 415)
  if (isInstalled) expect([...new Uint8Array(await answer.arrayBuffer()).subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
})
