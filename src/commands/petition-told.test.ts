import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Senders without an account are told by the phone and address that they gave; denouncers are told nothing. */

let test: TestPlatform
/** Monday 2 March 2026 in Viet Nam, 10 in the morning and then in the night. */
let hour = 3
const clock = () => new Date(Date.UTC(2026, 2, 2, hour))
let head: Visitor
let director: Visitor

beforeAll(async () => {
  test = await startTestPlatform({ now: clock })
  ;[head, director] = await Promise.all([test.as('truongphong.gtvt'), test.as('giamdoc.gtvt')])
  await test.query(`insert into notification.channel (name, is_open, changed_at) values ('sms', true, now())
    on conflict (name) do update set is_open = true`)
}, 60_000)
afterAll(() => test.stop())

let asked = 0
const said = () => ({
  title: 'Đổi bằng lái xe có phải khám sức khỏe lại không?',
  body: `Giấy khám sức khỏe của tôi làm từ năm ngoái, nay còn dùng được không? Lần ${++asked}.`,
  procedureCode: '1.002809',
  fullName: 'Vi Thị Gọi',
  phone: '0977345612',
})
async function idOf(who: Visitor, code: string): Promise<string> {
  const { rows } = done(await who.call('GET', '/petitions/inbox?limit=100'))
  return rows.find((row: { code: string }) => row.code === code)?.id as string
}
async function act(who: Visitor, id: string, what: object) {
  const { revision } = done(await who.call('GET', `/petitions/${id}`))
  done(await who.call('POST', `/petitions/${id}/acts`, { revision, act: what }))
  await test.settle()
}
const toldOf = (code: string) =>
  test.query<{ phone: string; text: string; nextAt: Date }>(
    `select phone, text, next_at as "nextAt" from notification.sms where text like '${code}%' order by id`,
  )
const lookUp = (code: string) => test.nobody.call('GET', `/petitions/look-up?lookUpCode=${code}`)

describe('somebody who called', () => {
  it('is told once each by a short message that was entered, accepted, and answered with a code that opens the answer', async () => {
    const entered = { ...said(), kind: 'question', mayPublish: false }
    const { code, lookUpCode } = done(await head.call('POST', '/petitions/entered', entered))
    await test.settle()
    const id = await idOf(head, code)
    await act(head, id, { act: 'accept' })
    await act(head, id, { act: 'approve', text: 'Giấy khám có giá trị 12 tháng.' })
    await test.settle()
    const told = await toldOf(code)
    expect(told.map(({ phone }) => phone)).toEqual(Array(3).fill('84977345612'))
    expect(told.map(({ text }) => text.slice(code.length + 1, code.length + 20))).toEqual([
      'da ghi nhan, truoc ',
      'da nhan giai quyet,',
      'da co tra loi. Xem ',
    ])
    const read = told[2]?.text.match(/(\w{4}-){2}\w{4}$/)?.[0] as string
    for (const one of [read, lookUpCode])
      expect((await lookUp(one)).body).toMatchObject({ status: 'answered', answer: 'Giấy khám có giá trị 12 tháng.' })
    expect(told.map(({ text }) => text).join(' ')).not.toMatch(/12 tháng|12 thang|suc khoe/)
  })

  it('is told of a refusal without its reason, which the code shows, and by e-mail too', async () => {
    const asker = { ...said(), kind: 'question', mayPublish: false, email: 'vi.thi.goi@example.vn' }
    const { code } = done(await test.nobody.call('POST', '/petitions', asker))
    await test.settle()
    const id = await idOf(head, code)
    const reason = 'Việc này đã có bản án của tòa án, cơ quan hành chính không giải quyết.'
    await act(head, id, { act: 'refuse', reason })
    const text = (await toldOf(code)).at(-1)?.text ?? ''
    expect(text).not.toContain('ban an')
    expect((await lookUp(text.slice(-14))).body).toMatchObject({ status: 'refused', refusal: reason })
    const mails = await test.query<{ body: string }>(
      `select body from notification.email where address = 'vi.thi.goi@example.vn' order by next_at, id`,
    )
    expect(mails.at(-1)?.body).toContain('Mã tra cứu')
    expect(mails.map(({ body }) => body).join(' ')).not.toContain('bản án')
  })

  it('is not rung up in the night', async () => {
    const { code } = done(
      await test.nobody.call('POST', '/petitions', { ...said(), kind: 'question', mayPublish: false }),
    )
    hour = 15
    const late = await test.as('truongphong.gtvt')
    await act(late, await idOf(late, code), { act: 'accept' })
    hour = 3
    expect((await toldOf(code)).at(-1)?.nextAt).toEqual(new Date('2026-03-03T00:00:00Z'))
  })
})

it('a denouncer is told nothing by any way, whatever happens', async () => {
  const denounced = { ...said(), address: 'Thôn Kín, xã Không Tên', email: 'an.danh@example.vn' }
  const before = await test.query<object>(`select 1 from notification.sms union all select 1 from notification.email`)
  const { code } = done(await test.nobody.call('POST', '/petitions/denunciations', denounced))
  await test.settle()
  const id = await idOf(director, code)
  await act(director, id, { act: 'accept' })
  await act(director, id, { act: 'approve', text: 'Đã kết luận nội dung tố cáo.' })
  const after = await test.query<object>(`select 1 from notification.sms union all select 1 from notification.email`)
  expect(after).toHaveLength(before.length)
  const toldCitizens = await test.query(
    `select 1 from notification.message where account_kind = 'citizen' and about = '${id}'`,
  )
  expect(toldCitizens).toEqual([])
})
