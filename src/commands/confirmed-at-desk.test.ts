import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, licenceExchange, receiveOnPaper } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** A dossier says that its applicant confirmed it on the tablet only where exactly what was received was read and found right, just now, there. */

let test: TestPlatform
let officer: Visitor
let tablet: Visitor
let clock = Date.parse('2026-11-25T09:00:00+07:00')
const shown = { title: 'Đổi giấy phép lái xe', lines: [{ label: 'Người nộp', value: 'Giáp Văn Sáu, 024055000777' }] }

beforeAll(async () => {
  test = await startTestPlatform({ dossiers: 0, now: () => new Date(clock) })
  officer = await test.as('motcua.tinh')
  const head = await test.as('giamdoc.motcua')
  const [desk] = done(await officer.call('GET', '/queue/desk')).desks
  done(await officer.call('POST', `/queue/desks/${desk.id}/officer`, {}))
  const { token } = done(await head.call('POST', '/queue/devices', { kind: 'tablet', name: 'Quầy 1', deskId: desk.id }))
  tablet = test.withToken(token)
}, 120_000)
afterAll(() => test?.stop())

async function answered(isRight: boolean): Promise<void> {
  const { id } = done(await officer.call('POST', '/queue/desk/confirmations', shown))
  done(await tablet.call('POST', `/queue/confirmations/${id}/answer`, { isRight }))
}
const received = async () => (await receiveOnPaper(test, officer, licenceExchange)).id
const link = async (dossierId: string, more: object = { shown }): Promise<boolean> =>
  done(await officer.call('POST', '/queue/desk/dossiers', { dossierId, ...more })).confirmed
const historyOf = (id: string) =>
  test.query<{ words: string }>(
    `select words->>'vi' as words from services.dossier_event where dossier_id = $1 and kind = 'confirmed' and is_public`,
    [id],
  )

it('what was confirmed and is received so is said in the history, once', async () => {
  const id = await received()
  await answered(true)
  expect(await link(id)).toBe(true)
  expect(await link(id)).toBe(false)
  expect(await link(await received())).toBe(false)
  expect(await historyOf(id)).toMatchObject([{ words: expect.stringContaining('trên máy tính bảng ở quầy 1, 09:00') }])
})

it('what was changed since, found wrong, not asked, taken off or confirmed long ago is not', async () => {
  const id = await received()
  await answered(true)
  const changed = { ...shown, lines: [{ label: 'Người nộp', value: 'Giáp Văn Bảy, 024055000777' }] }
  expect(await link(id, { shown: changed })).toBe(false)
  expect(await link(id, {})).toBe(false)
  // Shown again and found wrong: what was said before counts no more.
  await answered(false)
  expect(await link(id)).toBe(false)
  await answered(true)
  clock += 31 * 60_000
  expect(await link(id)).toBe(false)
  expect(await historyOf(id)).toEqual([])
})
