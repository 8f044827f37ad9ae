import { writeFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { createChecker } from './check/checker.ts'
import { runCheck } from './check/run-check.ts'
import { createFilesDatabase } from './testing/files-database.ts'
import { startFilesServer } from './testing/files-server.ts'
import { flate, makePdf } from './testing/make-pdf.ts'
import { exif, jpegSegment, jpegWith } from './testing/make-picture.ts'
import { uploadClient } from './testing/upload-client.ts'

/** Files that a check would never be done with. */

const database = await createFilesDatabase()
const { db } = database
const directory = makeTestDirectory('killed-check')
afterAll(async () => {
  await database.close()
  removeTestDirectory(directory)
})

const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code

test('a check that does not end is killed, its file refused, and the server goes on', async () => {
  const slow = await startFilesServer({
    db,
    dataDirectory: directory,
    check: createChecker({ maxTime: 60, maxMemory: 1e9 }),
  })
  const lan = uploadClient(slow.url, 'lan')
  // More than a gigabyte to unpack.
  const picture = flate(Buffer.alloc(140_000_000), '/Subtype /Image /Width 6000 /Height 6000 /BitsPerComponent 8')
  const objects = Array.from({ length: 8 }, () => picture)
  expect(await codeOf((await lan.send('a.pdf', makePdf({ objects }))).answer)).toBe('tooSlow')
  expect((await lan.begin('b.pdf', 100)).status).toBe(201)
  await slow.close()
  const usual = await startFilesServer({ db, dataDirectory: directory })
  expect((await uploadClient(usual.url, 'lan').send('b.pdf', makePdf())).answer.status).toBe(204)
  await usual.close()
})

test('a check that takes too much memory is killed and its file refused', async () => {
  const narrow = await startFilesServer({
    db,
    dataDirectory: directory,
    check: createChecker({ maxTime: 10_000, maxMemory: 100e6 }),
  })
  const objects = [flate(Buffer.alloc(60_000_000, '10 0 '), '/Type /ObjStm /N 2000000 /First 50000000')]
  expect(await codeOf((await uploadClient(narrow.url, 'lan').send('a.pdf', makePdf({ objects }))).answer)).toBe(
    'tooLargeInside',
  )
  await narrow.close()
})

test('a disk that cannot be read or written says nothing of the file: nobody is told that it is damaged', async () => {
  const at = (name: string) => `${directory}/${name}`
  await expect(runCheck(at('gone'), at('gone.cleaned'), 100)).rejects.toMatchObject({ code: 'ENOENT' })
  const photo = jpegWith(jpegSegment(0xe1, exif(1)))
  writeFileSync(at('photo'), photo)
  await expect(runCheck(at('photo'), at('no-folder/cleaned'), photo.length)).rejects.toMatchObject({ code: 'ENOENT' })
})
