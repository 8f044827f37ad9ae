import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { Problem } from '#values/errors.ts'
import { refuseUnknownHosts } from './refuse-unknown-hosts.ts'

const at = (publicUrl: string, host: string) =>
  new Hono()
    .use(refuseUnknownHosts({ publicUrl, host: '0.0.0.0' }))
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
