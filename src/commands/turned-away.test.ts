import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeServer, listenOn } from '#kernel/http/serve-http.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

/** Everyone who comes finds all places taken; the app behind the listener must not even be asked. */
let test: TestPlatform
let server: Server
let url: string
let asked = 0
const leaves: (() => void)[] = []
const someAsset = readdirSync(join(import.meta.dirname, '..', '..', 'build', 'client', 'assets')).find((file) =>
  file.endsWith('.js'),
)

beforeAll(async () => {
  test = await startTestPlatform({ pages: true, settings: { requestsAtOnce: 2 } })
  const { app, turnAway, admission } = test.platform
  const fetchCounted: typeof app.fetch = (...given) => {
    asked += 1
    return app.fetch(...given)
  }
  server = await listenOn(fetchCounted, '127.0.0.1', 0, { turnAway })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await (await fetch(`${url}/thu-tuc`)).text()
  for (const key of ['one', 'other']) {
    const leave = await admission.gates.requests.enter({ urgency: 'filing', keys: [key] })
    if (typeof leave === 'function') leaves.push(leave)
  }
  // Longer than anybody bears to wait.
  await pause(600)
  asked = 0
}, 120_000)
afterAll(async () => {
  for (const leave of leaves) leave()
  await closeServer(server)
  await test.stop()
})

describe('who comes when there is no room', () => {
  it('is told so before the app is asked, with everything on it that an answer has', async () => {
    const answer = await fetch(`${url}/api/services/procedures`)
    expect([answer.status, asked]).toEqual([503, 0])
    const { headers } = answer
    expect(await answer.json()).toMatchObject({ code: 'overloaded', requestId: headers.get('x-request-id') })
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('is counted like everyone else', async () => {
    const countOf = async () => {
      const { values } = (await test.platform.metrics.registry
        .getSingleMetric('lienthong_http_request_seconds')!
        .get()) as { values: { labels: Record<string, string>; value: number; metricName?: string }[] }
      return values.find(({ labels, metricName }) => metricName?.endsWith('_count') && labels['status'] === '503')
        ?.value
    }
    const before = (await countOf()) ?? 0
    await (await fetch(`${url}/tra-cuu`, { headers: { Accept: 'text/html' } })).text()
    expect(await countOf()).toBe(before + 1)
  })

  it('gets the last copy of a public page, gzipped where that is taken', async () => {
    for (const coding of ['gzip', 'identity']) {
      const answer = await fetch(`${url}/thu-tuc`, { headers: { 'Accept-Encoding': coding } })
      expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, coding === 'gzip' ? 'gzip' : null])
      expect(answer.headers.get('x-kept-at')).toMatch(/^\d{4}-/)
      expect(await answer.text()).toMatch(/<body[^<>]*><p class="kept-copy tone-waiting" role="status">[^<]+bản lưu/)
    }
    expect(asked).toBe(0)
  })

  it('still learns that the process lives, and gets the files of the browser', async () => {
    expect((await fetch(`${url}/livez`)).status).toBe(200)
    expect((await fetch(`${url}/assets/${someAsset}`)).status).toBe(200)
  })

  it('goes on with the same line: a body that nobody read is not taken for a request', async () => {
    const line = connect(Number(new URL(url).port), '127.0.0.1')
    await once(line, 'connect')
    let came = ''
    line.setEncoding('utf8').on('data', (text: string) => (came += text))
    const body = 'GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n'
    const post = `POST /api/identity/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    line.write(`${post}HEAD /api/services/procedures HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    await once(line, 'close')
    expect(came.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 503', 'HTTP/1.1 503'])
    // What follows the head of an answer to HEAD is nothing.
    expect(came.endsWith('\r\n\r\n')).toBe(true)
    expect(asked).toBeLessThanOrEqual(2)
  })
})
