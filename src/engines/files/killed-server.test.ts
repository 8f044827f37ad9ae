import { spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { Upload } from 'tus-js-client'
import { afterAll, expect, test } from 'vitest'
import { createFileSystemStore } from '#kernel/storage/file-system-store.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { createFilesDatabase } from './testing/files-database.ts'
import { tokens } from './testing/files-server.ts'
import { makePdf } from './testing/make-pdf.ts'
import { uploadClient } from './testing/upload-client.ts'

const database = await createFilesDatabase()
const directory = makeTestDirectory('killed')
const store = createFileSystemStore(`${directory}/files`)
const servers: ChildProcess[] = []
afterAll(async () => {
  for (const server of servers) server.kill('SIGKILL')
  await database.close()
  removeTestDirectory(directory)
})

const file = makePdf({ objects: [{ entries: '', bytes: randomBytes(4_000_000) }] })
const sha256 = createHash('sha256').update(file).digest('hex')

async function startServer(): Promise<{ url: string; kill: () => Promise<void> }> {
  const program = fileURLToPath(new URL('./testing/serve-uploads.ts', import.meta.url))
  const child = spawn(process.execPath, [program, database.url, directory], { stdio: ['ignore', 'pipe', 'inherit'] })
  servers.push(child)
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    url: line.toString().trim(),
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

/** Sends at the speed of a thin line, so that there is a middle. */
const slowly = (bytes: Buffer) =>
  new ReadableStream({
    async start(controller) {
      for (let at = 0; at < bytes.length; at += 100_000) {
        controller.enqueue(new Uint8Array(bytes.subarray(at, at + 100_000)))
        await wait(20)
      }
      controller.close()
    },
  })

async function someHasCome(location: string): Promise<void> {
  const path = `${directory}/uploads/${location.slice(9)}`
  while (((await stat(path).catch(() => undefined))?.size ?? 0) < 800_000) await wait(10)
}

test('an upload survives kill -9 of the server and goes on with what had come', { timeout: 60_000 }, async () => {
  const first = await startServer()
  const location = (await uploadClient(first.url, 'lan').begin('a.pdf', file.length)).headers.get('location') as string
  const sending = uploadClient(first.url, 'lan')
    .bring(location, 0, slowly(file) as never)
    .catch(() => 'cut')
  await someHasCome(location)
  await first.kill()
  expect(await sending).toBe('cut')

  const second = await startServer()
  const lan = uploadClient(second.url, 'lan')
  const offset = Number((await lan.tell(location)).headers.get('upload-offset'))
  expect(offset).toBeGreaterThanOrEqual(800_000)
  expect(offset).toBeLessThan(file.length)
  expect((await lan.bring(location, offset, new Uint8Array(file.subarray(offset)))).status).toBe(204)
  expect((await buffer(await store.open(sha256))).equals(file)).toBe(true)

  // With a check sum for the part, bytes that it could not vouch for any more do not count.
  const summed = (await lan.begin('a.pdf', file.length)).headers.get('location') as string
  const checksum = { 'Upload-Checksum': `sha256 ${createHash('sha256').update(file).digest('base64')}` }
  const cut = lan.bring(summed, 0, slowly(file) as never, checksum).catch(() => 'cut')
  await someHasCome(summed)
  await second.kill()
  expect(await cut).toBe('cut')
  const third = await startServer()
  expect((await uploadClient(third.url, 'lan').tell(summed)).headers.get('upload-offset')).toBe('0')
  await third.kill()
})

test('the tus client of browsers gets a file through a server that dies twice', { timeout: 60_000 }, async () => {
  let server = await startServer()
  let deaths = 0
  const die = async (upload: Upload) => {
    deaths += 1
    await upload.abort()
    await server.kill()
    server = await startServer()
    upload.url = `${server.url}${new URL(upload.url as string).pathname}`
    upload.start()
  }
  const done = new Promise<Upload>((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: `${server.url}/uploads`,
      headers: { Authorization: `Bearer ${tokens.minh}` },
      metadata: { filename: 'Đơn.pdf', sha256 },
      chunkSize: 700_000,
      retryDelays: [100, 200, 400, 800, 1600],
      onChunkComplete: () => {
        if (deaths < 2) die(upload).catch(reject)
      },
      onError: reject,
      onSuccess: () => resolve(upload),
    })
    upload.start()
  })
  const upload = await done
  expect(deaths).toBe(2)
  const told = await uploadClient(server.url, 'minh').get(
    `/api/files${new URL(upload.url as string).pathname.slice('/uploads'.length)}`,
  )
  expect(await told.json()).toMatchObject({ state: 'accepted', name: 'Đơn.pdf', sha256 })
})
