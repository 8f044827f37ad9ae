import { expect, test } from 'vitest'
import { RouterContextProvider } from 'react-router'
import { drawnPage, pageContext, type PageContext } from '#kernel/http/page-context.ts'
import { Problem, problems } from '#values/errors.ts'
import { drawnOnce } from './drawn-once.ts'

interface Asking {
  readonly url?: string
  readonly language?: 'vi' | 'en'
  readonly name?: string
  readonly status?: number
  readonly failed?: boolean
  readonly gzip?: boolean
  readonly hindrance?: Problem
}

let data: unknown
let drawings = 0
const [middleware] = drawnOnce(async () => {
  if (data === 'refused') throw new Error('not found')
  return data
})

/** What a reader gets: the page drawn now, or one from before. */
async function read(asking: Asking = {}): Promise<Response> {
  const {
    url = '/thu-tuc/1',
    language = 'vi',
    name = '',
    status = 200,
    failed = false,
    gzip = false,
    hindrance,
  } = asking
  const context = new RouterContextProvider()
  context.set(drawnPage, {})
  context.set(pageContext, {
    language,
    call: { actor: { kind: name === '' ? 'nobody' : 'citizen', name } },
    hindrance,
  } as PageContext)
  const headers = new Headers(gzip ? { 'Accept-Encoding': 'gzip' } : [])
  const request = new Request(`http://localhost${url}`, { headers })
  const args = { request, context, params: {} } as unknown as Parameters<NonNullable<typeof middleware>>[0]
  const draw = async () => {
    const html = `<p>${++drawings}</p>${' '.repeat(2000)}`
    if (!failed) context.get(drawnPage).html = html
    return new Response(html, { status })
  }
  return (await middleware?.(args, draw)) as Response
}
const shown = async (asking?: Asking) => (await read(asking)).text()

test('what is read is the same: the page is drawn once', async () => {
  data = { name: 'khai sinh' }
  const first = await shown()
  expect(await shown()).toBe(first)
})

test('once what is read changes, the page does', async () => {
  data = { fee: 1 }
  const before = await shown()
  data = { fee: 2 }
  expect(await shown()).not.toBe(before)
})

test.each([
  ['in another language', { language: 'en' }],
  ['at another address', { url: '/thu-tuc/1?tu=x' }],
] as const)('%s it is another page', async (_, asking) => {
  data = { name: 'kết hôn' }
  const first = await shown()
  expect(await shown(asking)).not.toBe(first)
})

test.each([
  ['of which a part failed', { failed: true }],
  ['that is not there', { status: 404 }],
  ['for whoever is signed in', { name: 'Thân Thị Bích Phượng' }],
] as const)('a page %s is drawn anew each time', async (_, asking) => {
  data = { of: asking }
  const first = await shown(asking)
  expect(await shown(asking)).not.toBe(first)
})

test('what the loader refuses is left to the page of the error', async () => {
  data = 'refused'
  expect((await read({ status: 404 })).status).toBe(404)
})

test('a kept page is gzipped for whoever takes that, and plain for others', async () => {
  data = { squeezed: true }
  await read()
  const squeezed = await read({ gzip: true })
  expect(squeezed.headers.get('content-encoding')).toBe('gzip')
  expect(squeezed.headers.get('vary')).toBe('Accept-Encoding')
  expect((await read()).headers.get('content-encoding')).toBeNull()
})

test('only the newest pages are kept', async () => {
  data = { first: true }
  const first = await shown()
  for (let order = 0; order < 300; order += 1) {
    data = { order }
    await read()
  }
  data = { first: true }
  expect(await shown()).not.toBe(first)
})

test('what keeps a page from being drawn is left to the page: it is drawn, and not from before', async () => {
  data = { name: 'hộ tịch' }
  const before = await shown()
  expect(await shown({ hindrance: new Problem('busy', problems.busy) })).not.toBe(before)
})
