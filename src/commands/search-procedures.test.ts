import { afterAll, beforeAll, expect, test } from 'vitest'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

/** What people type, and what they mean by it. */

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform({ dossiers: 0 })
}, 120_000)
afterAll(() => platform.stop())

async function firstOf(text: string): Promise<string> {
  const answer = await platform.nobody.call('GET', `/services/procedures?text=${encodeURIComponent(text)}`)
  return done(answer).rows[0]?.code
}

test.each([
  ['đổi bằng lái', '1.002809'],
  ['gplx', '1.002809'],
  ['lay vo', '1.000894'],
  ['lấy chồng nước ngoài', '2.000806'],
  ['đẻ con', '1.001193'],
  ['đăng ký kết h', '1.000894'],
  ['sinh con', '1.001193'],
  ['BHYT', '1.001193'],
  ['khai tu', '1.000656'],
  ['tro cap nguoi gia', '1.001776'],
  ['lý lịc tư pháp', '2.000488'],
  ['ket hom', '1.000894'],
])('“%s” finds %s first', async (text, code) => {
  expect(await firstOf(text)).toBe(code)
})
