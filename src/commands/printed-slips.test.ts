import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { done, fileDossier, licenceExchange, officialAt, submit, walkTo, writeDraft } from './testing/story.ts'
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
  const before = (await printed(id, 'control-slip', 'sign')).match(/(Trước|Đúng) hạn/g)?.length
  expect(before).toBe(3)
  const director = await officialAt(test, id, 'sign')
  const act = { action: 'return', step: 'sign', to: 'review', reason: 'Thiếu ý kiến thẩm định' }
  done(await director.call('POST', `/services/dossiers/${id}/actions`, { act }))
  const slip = await printed(id, 'control-slip', 'review')
  expect(slip).toContain('Trả lại, chưa xong: Ký duyệt')
  expect(slip.match(/(Trước|Đúng) hạn/g)?.length).toBe(before)
})

it('the receipt says how many copies of a paper were handed in', async () => {
  const { id } = await fileDossier(test, await test.as('congdan'), '1.009994')
  await walkTo(test, id, 'appraise')
  expect(await printed(id, 'receipt-slip', 'appraise')).toMatch(/Bản vẽ\D*02Bản/)
})

it('the receipt and the book say under which number of the year the counter entered the dossier', async () => {
  const citizen = await test.as('congdan')
  const [one, other] = [
    await fileDossier(test, citizen, licenceExchange),
    await fileDossier(test, citizen, licenceExchange),
  ]
  for (const { id } of [other, one]) await walkTo(test, id, 'appraise')
  const entered = async (id: string) =>
    (await printed(id, 'receipt-slip', 'appraise')).match(/Quyển số: (\d+\/\d+)\. ?Số thứ tự: (\d+)/)?.slice(1)
  const [before, after] = [await entered(other.id), await entered(one.id)]
  expect(after).toEqual([before?.[0], String(Number(before?.[1]) + 1)])
  expect(Number(before?.[1])).toBeGreaterThan(1)
})

it('the slip is drawn for whoever types it, as far as it is typed, and keeps nothing', async () => {
  const counter = await test.as('motcua.tinh')
  const drawn = async (given: object) => {
    const asked = { post: '', applicant: {}, ...given }
    const { status, body, headers } = await counter.call(
      'POST',
      `/services/reception/${licenceExchange}/slip-picture`,
      asked,
    )
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
    return Buffer.from(body as ArrayBuffer).toString()
  }
  const kept = () =>
    test.query(`select (select count(*) from services.draft) + (select count(*) from services.dossier) as all`)
  const before = await kept()
  const empty = await drawn({})
  expect(empty).toMatch(/^<svg/)
  const named = await drawn({ applicant: { fullName: 'Giáp Văn Sáu' } })
  expect(named).not.toBe(empty)
  expect(await drawn({ applicant: { fullName: 'Giáp Văn Sáu' }, papers: ['photo'], paidFees: ['fee'] })).toMatch(
    /^<svg/,
  )
  expect(await kept()).toEqual(before)
})

it('the book says who filed from where, what in law, and how the result goes out, day by day of Viet Nam', async () => {
  const citizen = await test.as('congdan')
  const postAddress = 'Số 5, đường Hoàng Văn Thụ'
  const otherwise = { receiveBy: 'post', postAddress }
  const { id, code } = await submit(citizen, await writeDraft(test, citizen, licenceExchange, { otherwise }))
  await walkTo(test, id, 'appraise')
  // Half past midnight here is the day before in Greenwich.
  await test.query(`update services.dossier set received_at = '2026-03-04T17:30:00Z' where id = $1`, [id])
  const counter = await test.as('motcua.tinh')
  const book = async (day: string) => {
    const { id: counterId } = done(await counter.call('GET', '/services/counters'))[0]
    const path = `/services/dossier-book?counterId=${counterId}&from=${day}&to=${day}`
    return readPdf(Buffer.from(done(await counter.call('GET', path)) as ArrayBuffer))
      .join(' ')
      .replaceAll(/\s+/g, ' ')
  }
  expect(await book('2026-03-04')).not.toContain(code)
  const said = await book('2026-03-05')
  for (const text of ['Đổi giấy phép lái xe do ngành', 'Thôn Hạ, xã Nghĩa Hưng', '0979000218', 'Bưu điện'])
    expect(said).toContain(text)
})
