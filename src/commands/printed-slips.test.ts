import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { done, fileDossier, licenceExchange, officialAt, walkTo } from './testing/story.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

/** The slips that go with a dossier say of it what is so. */

let test: TestPlatform

beforeAll(async () => {
  test = await startTestPlatform()
}, 240_000)
afterAll(() => test.stop())

const printed = async (id: string, form: string, step: string): Promise<string> => {
  const official = await officialAt(test, id, step)
  const pdf = done(await official.call('GET', `/services/dossiers/${id}/print/${form}`)) as ArrayBuffer
  return readPdf(Buffer.from(pdf)).join(' ').replaceAll(/\s+/g, ' ')
}

it('the control slip calls an internal return one, and neither done nor on time', async () => {
  const { id } = await fileDossier(test, await test.as('congdan'), licenceExchange)
  await walkTo(test, id, 'sign')
  const before = (await printed(id, 'control-slip', 'sign')).match(/Đúng hạn/g)?.length
  const director = await officialAt(test, id, 'sign')
  const act = { action: 'return', step: 'sign', to: 'review', reason: 'Thiếu ý kiến thẩm định' }
  done(await director.call('POST', `/services/dossiers/${id}/actions`, { act }))
  const slip = await printed(id, 'control-slip', 'review')
  expect(slip).toContain('Trả lại, chưa xong: Ký duyệt')
  expect(slip.match(/Đúng hạn/g)?.length).toBe(before)
})

it('the receipt says how many copies of a paper were handed in', async () => {
  const { id } = await fileDossier(test, await test.as('congdan'), '1.009994')
  await walkTo(test, id, 'appraise')
  expect(await printed(id, 'receipt-slip', 'appraise')).toMatch(/Bản vẽ\D*02Bản/)
})
