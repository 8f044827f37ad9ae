import { afterAll, beforeAll, expect, test } from 'vitest'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Indicator 5.1: whether questions and reflections are accepted, refused or asked for more in their time. */

/** Monday 6 April 2026, 08:00 in Viet Nam: no day off before the 27th. */
const monday = new Date('2026-04-06T01:00:00Z')
let days = 0
let province: TestPlatform
let specialist: Visitor
let citizen: Visitor

beforeAll(async () => {
  province = await startTestPlatform({ now: () => new Date(monday.getTime() + days * 86_400_000) })
  ;[specialist, citizen] = await Promise.all([province.as('chuyenvien.gtvt'), province.as('congdan')])
}, 60_000)
afterAll(() => province?.stop())

let asked = 0
async function ask(): Promise<string> {
  const { code } = done(
    await citizen.call('POST', '/petitions', {
      kind: 'question',
      title: `Câu hỏi thứ ${++asked} về giấy khám sức khỏe`,
      body: `Lần ${asked}: giấy khám sức khỏe làm từ năm ngoái có dùng được không?`,
      procedureCode: '1.002809',
      fullName: 'Thân Thị Bích Phượng',
      phone: '0979000218',
      mayPublish: true,
    }),
  )
  const [found] = await province.query<{ id: string }>('select id from petitions.petition where code = $1', [code])
  return found!.id
}

async function act(id: string, what: object): Promise<void> {
  const { revision } = done(await specialist.call('GET', `/petitions/${id}`))
  done(await specialist.call('POST', `/petitions/${id}/acts`, { revision, act: what }))
}

const from = '2026-04-06'
const to = '2026-04-10'
async function classified(): Promise<[met: number, of: number]> {
  const { rows } = done(await province.nobody.call('GET', `/reporting/service-index?from=${from}&to=${to}`))
  const { met, of } = rows.find(({ id }: { id: string }) => id === '5.1')
  return [met ?? 0, of ?? 0]
}
async function listed(which: 'met' | 'missed'): Promise<string[]> {
  const path = `/reporting/service-index/petitions?from=${from}&to=${to}&indicator=5.1&which=${which}&limit=100`
  return done(await specialist.call('GET', path)).rows.map(({ id }: { id: string }) => id)
}

test('questions count by what was done first with each, and those that nobody looked at once it is too late', async () => {
  expect(await classified()).toEqual([0, 0])
  const accepted = await ask()
  const refusedLate = await ask()
  const askedMore = await ask()
  const forgotten = await ask()
  await act(accepted, { act: 'accept' })
  expect(await classified()).toEqual([1, 1])
  days = 3
  expect(await classified()).toEqual([1, 4])
  await act(refusedLate, { act: 'refuse', reason: 'Đã trả lời trong văn bản trước, xin xem lại.' })
  await act(askedMore, { act: 'ask-more', words: 'Xin cho biết giấy khám làm ngày nào.' })
  expect(await classified()).toEqual([2, 4])
  await act(askedMore, { act: 'refuse', reason: 'Không gửi thêm theo yêu cầu, xin gửi câu hỏi khác.' })
  expect(await classified()).toEqual([2, 4])
  expect((await listed('met')).toSorted()).toEqual([accepted, askedMore].toSorted())
  expect((await listed('missed')).toSorted()).toEqual([refusedLate, forgotten].toSorted())
})
