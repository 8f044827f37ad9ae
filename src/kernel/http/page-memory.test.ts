import { expect, test } from 'vitest'
import type { EntryContext } from 'react-router'
import { drawOnce } from './page-memory.ts'

const pageOf = (data: unknown, { drawnOnce = true, nonce = 'n1', language = 'vi', statusCode = 200 } = {}) =>
  ({
    routeModules: { root: {}, page: { handle: { drawnOnce } } },
    staticHandlerContext: {
      matches: [{ route: { id: 'root' } }, { route: { id: 'page' } }],
      loaderData: { root: { language, nonce }, page: data },
      errors: null,
      statusCode,
    },
  }) as unknown as EntryContext

let drawn = 0
const draw = (failed = false) => Promise.resolve({ html: `page ${++drawn}`, failed })
const html = async (context: EntryContext, url = '/thu-tuc/1', failed = false) =>
  (await drawOnce(context, url, () => draw(failed))).html

test('the same data is drawn once, whatever the nonce', async () => {
  const first = await html(pageOf({ name: 'khai sinh' }))
  expect(await html(pageOf({ name: 'khai sinh' }, { nonce: 'n2' }))).toBe(first)
})

test.each([
  ['other data', pageOf({ name: 'kết hôn' }), '/thu-tuc/2'],
  ['another language', pageOf({ name: 'a' }, { language: 'en' }), '/thu-tuc/2'],
  ['another address', pageOf({ name: 'a' }), '/thu-tuc/2?tu=x'],
])('%s is another page', async (_, context, url) => {
  const first = await html(pageOf({ name: 'a' }), '/thu-tuc/2')
  expect(await html(context, url)).not.toBe(first)
})

test.each([
  ['that does not say so', pageOf({}, { drawnOnce: false }), false],
  ['that is not there', pageOf({}, { statusCode: 404 }), false],
  ['of which a part failed', pageOf({ it: 'failed' }), true],
])('a page %s is drawn anew for each reader', async (_, context, failed) => {
  const first = await html(context, '/thu-tuc/3', failed)
  expect(await html(context, '/thu-tuc/3', failed)).not.toBe(first)
})

test('only the newest pages are kept', async () => {
  const first = await html(pageOf({}), '/thu-tuc/first')
  for (let order = 0; order < 300; order += 1) await html(pageOf({ order }), '/thu-tuc/many')
  expect(await html(pageOf({}), '/thu-tuc/first')).not.toBe(first)
})
