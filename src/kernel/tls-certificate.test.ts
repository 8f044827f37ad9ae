import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from './testing/directory.ts'
import { seeCertificate } from './tls-certificate.ts'

const directory = makeTestDirectory('certificate')
const [key, cert] = [join(directory, 'key.pem'), join(directory, 'cert.pem')]
const server = createServer()
let port: number

beforeAll(async () => {
  execFileSync('openssl', [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '20',
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost',
    '-keyout',
    key,
    '-out',
    cert,
  ])
  server.setSecureContext({ key: readFileSync(key), cert: readFileSync(cert) })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.close()
  removeTestDirectory(directory)
})

const inDays = (until: Date | undefined) => until && Math.round((until.getTime() - Date.now()) / 86_400_000)

test('the certificate that is shown at the address is seen with its end, and why browsers would not trust it', async () => {
  const seen = await seeCertificate(`https://localhost:${port}`, undefined)
  expect([inDays(seen?.until), seen?.distrust]).toEqual([20, 'DEPTH_ZERO_SELF_SIGNED_CERT'])
})

test('its file is read where this machine cannot call the address; one of another name is told', async () => {
  expect(inDays((await seeCertificate('https://localhost', cert))?.until)).toBe(20)
  expect((await seeCertificate('https://dvc.example.gov.vn', cert))?.distrust).toContain('dvc.example.gov.vn')
})

test('nobody there, no file and no TLS are told apart', async () => {
  server.close()
  expect((await seeCertificate(`https://localhost:${port}`, undefined))?.unseen).toContain('ECONNREFUSED')
  expect((await seeCertificate('https://localhost', join(directory, 'none')))?.unseen).toContain('ENOENT')
  expect(await seeCertificate('http://localhost', undefined)).toBeUndefined()
})
