import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { createContentStore } from './create-store.ts'
import { createS3Store } from './s3-store.ts'
import { emptyPayload, signS3 } from './sign-s3.ts'
import { fakeCredentials, startFakeS3 } from './testing/fake-s3.ts'

const spool = makeTestDirectory('s3')
const fake = await startFakeS3('ho-so')
const store = createS3Store({ endpoint: fake.endpoint, bucket: 'ho-so', ...fakeCredentials, spool })

beforeEach(() => fake.objects.clear())
afterAll(async () => {
  await fake.close()
  removeTestDirectory(spool)
})

test('the signature is the one of the worked example in the documentation of AWS', () => {
  const headers = signS3(
    {
      method: 'GET',
      url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
      headers: { range: 'bytes=0-9' },
      payload: emptyPayload,
      at: new Date('2013-05-24T00:00:00Z'),
    },
    { region: 'us-east-1', accessKey: 'AKIAIOSFODNN7EXAMPLE', secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
  )
  expect(headers['authorization']).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, ' +
      'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, ' +
      'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  )
})

test('content goes to the bucket once, comes back whole and in parts, and can be deleted', async () => {
  const bytes = randomBytes(300_000)
  const { sha256, size } = await store.put(bytes)
  const puts = fake.puts()
  await store.put(bytes)
  expect(size).toBe(300_000)
  expect(fake.puts()).toBe(puts)
  expect([...fake.objects.keys()]).toEqual([`${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`])
  expect((await buffer(await store.open(sha256))).equals(bytes)).toBe(true)
  expect((await buffer(await store.open(sha256, { start: 100, end: 199 }))).equals(bytes.subarray(100, 200))).toBe(true)
  await store.delete(sha256)
  expect(await store.has(sha256)).toBe(false)
  expect(readdirSync(spool)).toEqual([])
})

test('everything under a prefix is listed, page after page', async () => {
  const stored = new Set<string>()
  for (let at = 0; stored.size < 3; at += 1) {
    const { sha256 } = await store.put(Buffer.from(String(at)))
    if (sha256.startsWith('4')) stored.add(sha256)
  }
  const found = []
  for (let second = 0; second < 16; second += 1) {
    for await (const one of store.list(`4${second.toString(16)}`)) found.push(one.sha256)
  }
  expect(found).toEqual([...stored].sort())
})

test('a storage that stumbles is asked again; one that stays away is busy; a full one says so', async () => {
  fake.failNext(503, 500)
  const { sha256 } = await store.put(Buffer.from('Giấy phép'))
  expect(await store.has(sha256)).toBe(true)
  fake.failNext(503, 503, 503)
  await expect(store.has(sha256)).rejects.toMatchObject({ code: 'busy', status: 503 })
  fake.failNext(404, 507)
  await expect(store.put(Buffer.from('khác'))).rejects.toMatchObject({ code: 'storageFull', status: 507 })
  expect(readdirSync(spool)).toEqual([])
})

test('a wrong key is our mistake, and is not tried again', async () => {
  const wrong = createS3Store({
    endpoint: fake.endpoint,
    bucket: 'ho-so',
    ...fakeCredentials,
    secretKey: 'khác',
    spool,
  })
  await expect(wrong.has('a'.repeat(64))).rejects.toThrow('S3 answered 403')
})

test('the configuration chooses the store', async () => {
  const { host } = new URL(fake.endpoint)
  const { region, accessKey, secretKey } = fakeCredentials
  const s3Url = `http://${accessKey}:${encodeURIComponent(secretKey)}@${host}/ho-so?region=${region}`
  await createContentStore({ s3Url, dataDirectory: spool }).put(Buffer.from('một'))
  expect(fake.objects.size).toBe(1)
  await createContentStore({ s3Url: undefined, dataDirectory: spool }).put(Buffer.from('hai'))
  expect(fake.objects.size).toBe(1)
})
