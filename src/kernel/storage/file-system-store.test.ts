import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import type { ContentStore } from './content-store.ts'
import { createFileSystemStore } from './file-system-store.ts'

const directory = makeTestDirectory('store')
const store = createFileSystemStore(directory)
afterAll(() => removeTestDirectory(directory))

const temporaries = () => readdirSync(join(directory, 'tmp'))
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pathOf = (sha256: string) => join(directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

async function prefixesOf(of: ContentStore, sha256: string): Promise<string[]> {
  const found = []
  for await (const one of of.list(sha256.slice(0, 2))) found.push(one.sha256)
  return found
}

test('content is found under its digest, whole and in parts', async () => {
  const bytes = randomBytes(700_000)
  const stored = await store.put(Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)]))
  expect(stored).toEqual({ sha256: digestOf(bytes), size: 700_000 })
  expect(await store.has(stored.sha256)).toBe(true)
  expect((await buffer(await store.open(stored.sha256))).equals(bytes)).toBe(true)
  expect((await buffer(await store.open(stored.sha256, { start: 5, end: 9 }))).equals(bytes.subarray(5, 10))).toBe(true)
  expect(await prefixesOf(store, stored.sha256)).toEqual([stored.sha256])
})

test('the same content is kept once, also when many store it at the same moment', async () => {
  const bytes = randomBytes(100_000)
  const stored = await Promise.all(Array.from({ length: 8 }, () => store.put(bytes)))
  expect(new Set(stored.map((one) => one.sha256)).size).toBe(1)
  expect(readdirSync(dirname(pathOf(digestOf(bytes)))).length).toBe(1)
  expect(temporaries()).toEqual([])
})

test('a file is stored from its path and stays where it is', async () => {
  const path = join(directory, 'given')
  writeFileSync(path, 'Đơn đề nghị')
  const stored = await store.put(path)
  expect((await buffer(await store.open(stored.sha256))).toString()).toBe('Đơn đề nghị')
  expect(readdirSync(directory)).toContain('given')
})

test('what is written while the disk of the folder is away is refused, and taken when it is back', async () => {
  const bytes = randomBytes(3000)
  const away = `${directory}-away`
  renameSync(directory, away)
  await expect(store.put(bytes)).rejects.toMatchObject({ code: 'EIO' })
  rmSync(directory, { recursive: true })
  renameSync(away, directory)
  expect(await store.has(digestOf(bytes))).toBe(false)
  await store.put(bytes)
  expect(await store.has(digestOf(bytes))).toBe(true)
})

test('content that was cut short from outside is replaced by the next one that stores it', async () => {
  const bytes = randomBytes(5000)
  const { sha256 } = await store.put(bytes)
  await store.delete(sha256)
  mkdirSync(dirname(pathOf(sha256)), { recursive: true })
  writeFileSync(pathOf(sha256), bytes.subarray(0, 10))
  await store.put(bytes)
  expect((await buffer(await store.open(sha256))).equals(bytes)).toBe(true)
})

test('a source that breaks off leaves nothing', async () => {
  const broken = Readable.from(
    (async function* () {
      yield randomBytes(1000)
      throw new Error('the line was cut')
    })(),
  )
  await expect(store.put(broken)).rejects.toThrow('the line was cut')
  expect(temporaries()).toEqual([])
})

test('a deleted content is gone, and deleting again is no error', async () => {
  const { sha256 } = await store.put(randomBytes(10))
  await store.delete(sha256)
  await store.delete(sha256)
  expect(await store.has(sha256)).toBe(false)
  await expect(store.open(sha256)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('what is not a digest never becomes a path', async () => {
  for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}/..`]) {
    await expect(store.open(name)).rejects.toThrow('not a SHA-256 digest')
  }
})

test('what a killed writer left is removed once it is old', async () => {
  const left = join(directory, 'tmp', 'left')
  writeFileSync(left, 'half')
  utimesSync(left, new Date(0), new Date(0))
  writeFileSync(join(directory, 'tmp', 'being-written'), 'half')
  await store.tidy(new Date(Date.now() - 60_000))
  expect(temporaries()).toEqual(['being-written'])
})
