import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { Problem } from '#values/errors.ts'
import { refuseUnknownHosts } from './refuse-unknown-hosts.ts'

const at = (publicUrl: string, host: string, bound = '0.0.0.0') =>
  new Hono()
    .use(refuseUnknownHosts({ publicUrl, host: bound }))
    .get('/', (c) => c.text('answered'))
    .onError((error, c) => c.text('', error instanceof Problem ? (error.status as 421) : 500))
    .request(`http://${host}/`)

test.each([
  ['https://dvc.example.vn', 'dvc.example.vn', 200],
  ['https://dvc.example.vn', 'dvc.example.vn:443', 200],
  ['https://dvc.example.vn', 'dvc.example.vn:8443', 421],
  ['https://dvc.example.vn', 'dvc.example.vn.evil.example', 421],
  ['https://dvc.example.vn:8443', 'dvc.example.vn:8443', 200],
  ['https://dvc.example.vn:8443', 'dvc.example.vn', 421],
  ['https://dvc.example.vn', 'localhost', 421],
])('at %s a request for %s is answered %i', async (publicUrl, host, status) => {
  expect((await at(publicUrl, host)).status).toBe(status)
})

// A page of somebody else may have its name lead here, and would be the same site to a browser.
test.each([
  ['0.0.0.0', '10.1.2.3'],
  ['0.0.0.0', '127.0.0.1'],
  ['0.0.0.0', '[::1]'],
  ['127.0.0.1', 'evil.example'],
  ['127.0.0.1', '127.0.0.1.evil.example'],
  ['127.0.0.1', 'localhost.evil.example:8080'],
  ['::1', 'evil.example'],
])('bound to %s it does not answer to the name %s that leads to it (DNS rebinding)', async (bound, host) => {
  expect((await at('https://dvc.example.vn', host, bound)).status).toBe(421)
})
