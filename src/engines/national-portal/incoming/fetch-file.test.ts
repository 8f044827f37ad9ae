import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AddressRefused } from '#kernel/http/ask-outside.ts'
import { nationalProfile } from '#systems/national/portal-profile.ts'
import { fetchFile, FileAway } from './fetch-file.ts'

const pdf = Buffer.from('%PDF-1.4 đủ')
/** Fifty megabytes of nothing, packed. */
const bomb = gzipSync(Buffer.alloc(50_000_000))
const uploadLimit = 64 * 1024
const profile = {
  ...nationalProfile,
  timeoutSeconds: 1,
  filed: { ...nationalProfile.filed, origins: ['https://tep.example.gov.vn'] },
}

/** Made for this test alone, for 127.0.0.1; signed by nobody but itself. */
const selfSigned = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgOY7IwtC9BKHR3zSh
Df910HVsT0zOQL1FHz6ZeVBzCL+hRANCAASWoFNkIKSOQ6lHLiRB+Id4c0RPPn0C
MxUTU+umd//2YFZoDYlNCOa+P/HbJlhDtYKQzyGtlctvuph+QCUw/F8q
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBkTCCATagAwIBAgIURo8iO7+GPwfSC06JbBKjYlFYsIAwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyNzEwMjYxMFoYDzIxMjYxMTAz
MTAyNjEwWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASWoFNkIKSOQ6lHLiRB+Id4c0RPPn0CMxUTU+umd//2YFZoDYlNCOa+
P/HbJlhDtYKQzyGtlctvuph+QCUw/F8qo2QwYjAdBgNVHQ4EFgQUrFxl7za5MOfV
SiIZVi+8ZWoLz3YwHwYDVR0jBBgwFoAUrFxl7za5MOfVSiIZVi+8ZWoLz3YwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0kAMEYC
IQDDj0PJ/SOZFLJUemMFSFPisgoAsjpItD1Bz4n0S3FMcAIhALtSzDytTVeEUB41
K14m+MQUERY9DSHvi+UAA91osD1c
-----END CERTIFICATE-----`,
}

/** What stands under each path of a hostile adapter. */
const answers: Readonly<Record<string, (answer: ServerResponse) => void>> = {
  '/good': (answer) => answer.writeHead(200, { 'Content-Type': 'application/pdf' }).end(pdf),
  '/to-inside': (answer) => answer.writeHead(302, { Location: 'http://169.254.169.254/latest' }).end(),
  '/to-itself': (answer) => answer.writeHead(307, { Location: '/to-itself' }).end(),
  '/never': () => {},
  '/endless': (answer) => {
    answer.writeHead(200)
    const timer = setInterval(() => answer.write('x'), 50)
    answer.on('close', () => clearInterval(timer))
  },
  '/too-short': (answer) => {
    answer.writeHead(200, { 'Content-Length': pdf.length + 100 })
    answer.write(pdf, () => answer.destroy())
  },
  '/breaks-off': (answer) => {
    answer.writeHead(200)
    answer.write(pdf, () => answer.destroy())
  },
  '/bomb': (answer) => answer.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb),
  '/huge': (answer) => answer.writeHead(200).end(Buffer.alloc(uploadLimit + 1)),
  '/page': (answer) => answer.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Đăng nhập</p>'),
  '/page-as-pdf': (answer) =>
    answer.writeHead(200, { 'Content-Type': 'application/pdf' }).end('\n<!DOCTYPE html><html>Lỗi</html>'),
  '/empty': (answer) => answer.writeHead(200, { 'Content-Type': 'application/pdf' }).end(),
  '/gone': (answer) => answer.writeHead(404).end('không có'),
  '/fails': (answer) => answer.writeHead(500).end(),
}

const asked: string[] = []
const server = createServer((request, answer) => {
  asked.push(request.url ?? '')
  answers[request.url ?? '']?.(answer)
})
const secure = createTlsServer(selfSigned, (_, answer) => void answer.end(pdf))
let url: string

beforeAll(async () => {
  for (const one of [server, secure]) {
    one.listen(0, '127.0.0.1')
    await once(one, 'listening')
  }
  url = `http://127.0.0.1:${portOf(server)}`
})
afterAll(() => {
  for (const one of [server, secure]) {
    one.close()
    one.closeAllConnections()
  }
})

const portOf = (one: { address(): string | AddressInfo | null }) => (one.address() as AddressInfo).port
const fetchFrom = (address: string, from = url) => fetchFile(address, { url: from, profile, uploadLimit })

test('what stands at the adapter comes as it is, also by a path alone or in figures of another kind', async () => {
  const { port } = new URL(url)
  for (const address of [`${url}/good`, '/good', `http://2130706433:${port}/good`, `http://0x7f.1:${port}/good`])
    expect(Buffer.from(await fetchFrom(address))).toEqual(pdf)
})

test.each([
  ['/to-inside', 'answered 302'],
  ['/to-itself', 'answered 307'],
  ['/never', ''],
  ['/endless', ''],
  ['/too-short', ''],
  ['/breaks-off', ''],
  ['/bomb', 'packed'],
  ['/page', 'a page'],
  ['/page-as-pdf', 'a page'],
  ['/empty', 'nothing'],
  ['/gone', 'answered 404'],
  ['/fails', 'answered 500'],
])('%s is no file yet, and is asked for again', async (path, why) => {
  const failure = await fetchFrom(path).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(FileAway)
  expect(String(failure)).toContain(why)
})

test('what is larger than a file may be is told apart: it will not become smaller', async () => {
  await expect(fetchFrom('/huge')).rejects.toBeInstanceOf(RangeError)
})

test('a certificate that nobody vouches for is not believed, of the adapter neither', async () => {
  const from = `https://127.0.0.1:${portOf(secure)}`
  await expect(fetchFrom('/good', from)).rejects.toBeInstanceOf(FileAway)
})

describe('an address that is not the portal’s is never asked', () => {
  test.each([
    'http://127.0.0.1/good',
    'http://localhost:PORT/good',
    'http://017700000001:80/good',
    'http://[::1]:PORT/good',
    'http://[::ffff:127.0.0.1]:PORT/good',
    'http://0:PORT/good',
    'https://127.0.0.1:PORT/good',
    'http://user:pw@127.0.0.1:PORT/good',
    'http://127.0.0.1:PORT@evil.example/good',
    '//169.254.169.254/latest/meta-data',
    'http://169.254.169.254/latest',
    'http://10.0.0.1/',
    'http://127.0.0.1.nip.io:PORT/good',
    'http://127。0。0。1/good',
    'file:///etc/passwd',
    'data:application/pdf;base64,JVBERg==',
    'javascript:1',
    'ftp://127.0.0.1:PORT/good',
    '\\\\evil.example\\good',
    'http://[::1',
  ])('%s', async (address) => {
    const before = asked.length
    const failure = await fetchFrom(address.replaceAll('PORT', String(portOf(server)))).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(AddressRefused)
    expect(asked.length).toBe(before)
  })

  test('an origin of the profile is asked by TLS at a public address only', async () => {
    const inside = {
      ...profile,
      filed: { ...profile.filed, origins: ['https://localhost', 'http://tep.example.gov.vn', 'https://10.0.0.1'] },
    }
    for (const address of ['https://localhost/a', 'http://tep.example.gov.vn/a', 'https://10.0.0.1/a'])
      await expect(fetchFile(address, { url, profile: inside, uploadLimit })).rejects.toBeInstanceOf(AddressRefused)
  })
})
