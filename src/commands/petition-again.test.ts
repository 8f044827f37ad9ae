import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What comes back: an answer that did not help, a complaint that was settled once; and limits over days off. */

let test: TestPlatform
/** Monday 2 March 2026, 08:00 in Viet Nam. */
const monday = new Date('2026-03-02T01:00:00Z')
let days = 0
let minutes = 0
const clock = () => new Date(monday.getTime() + days * 86_400_000 + minutes * 60_000)
let citizen: Visitor
let stranger: Visitor
let head: Visitor
let director: Visitor
let chair: Visitor

beforeAll(async () => {
  test = await startTestPlatform({ now: clock })
  ;[citizen, stranger, head, director, chair] = (await Promise.all(
    ['congdan', 'doanhnghiep', 'truongphong.gtvt', 'giamdoc.gtvt', 'chutich.tinh'].map((login) => test.as(login)),
  )) as [Visitor, Visitor, Visitor, Visitor, Visitor]
}, 60_000)
afterAll(() => test.stop())

const day = (at: string) => new Date(new Date(at).getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
let asked = 0
const said = (more: object = {}) => ({
  kind: 'complaint',
  title: 'Không cấp đổi giấy phép lái xe cho tôi',
  body: `Ngày 12/02/2026 tôi bị trả hồ sơ đổi giấy phép mà không rõ lý do. Lần ${++asked}.`,
  procedureCode: '1.002809',
  fullName: 'Thân Thị Bích Phượng',
  phone: '0979000218',
  mayPublish: false,
  ...more,
})
const send = async (who: Visitor, more: object = {}) =>
  done(await who.call('POST', '/petitions', said(more))) as Record<'code' | 'lookUpCode' | 'unitName', string> & {
    acceptDue: string
  }
const idOf = async (code: string) =>
  (await test.query<{ id: string }>(`select id from petitions.petition where code = $1`, [code]))[0]?.id as string
const open = async (who: Visitor, id: string) => done(await who.call('GET', `/petitions/${id}`))
const act = async (who: Visitor, id: string, what: object) =>
  who.call('POST', `/petitions/${id}/acts`, { revision: (await open(who, id)).revision, act: what })
const lookUp = async (lookUpCode: string) =>
  done(await test.nobody.call('GET', `/petitions/look-up?lookUpCode=${lookUpCode}`))

describe('a published answer that did not help', () => {
  const shown = { title: 'Đổi giấy phép có phải khám lại không?', body: 'Giấy cũ còn dùng được không?' }
  const read = async (code: string) => (await test.nobody.call('GET', `/petitions/answered/${code}`)).body
  const published = async () => {
    const { code, lookUpCode } = await send(citizen, { kind: 'question', mayPublish: true })
    const id = await idOf(code)
    done(await act(head, id, { act: 'accept' }))
    done(await act(head, id, { act: 'approve', text: 'Giấy khám có giá trị 12 tháng.' }))
    done(await act(head, id, { act: 'publish', ...shown, answer: 'Giấy khám có giá trị 12 tháng.' }))
    minutes += 1
    done(
      await test.nobody.call('POST', '/petitions/judged', {
        lookUpCode,
        helpful: false,
        words: 'Tôi hỏi giấy tỉnh khác',
      }),
    )
    return { id, code, lookUpCode }
  }

  it('stays with a mark until the new one takes its place, for everybody and for whoever asked', async () => {
    const { id, code, lookUpCode } = await published()
    expect(await read(code)).toMatchObject({ answer: 'Giấy khám có giá trị 12 tháng.', isUnderReview: true })
    const { rows } = (await test.nobody.call('GET', '/petitions/answered')).body
    expect(rows.find((row: { code: string }) => row.code === code)).toMatchObject({ isUnderReview: true })
    expect(await lookUp(lookUpCode)).toMatchObject({ status: 'accepted', isReopened: true, isPublished: true })
    minutes += 1
    done(await act(head, id, { act: 'approve', text: 'Giấy khám tỉnh nào cũng được.' }))
    // Answered, it waits to be published: what stands there is still the old one.
    expect(await read(code)).toMatchObject({ answer: 'Giấy khám có giá trị 12 tháng.', isUnderReview: true })
    const waiting = await open(head, id)
    expect(waiting.acts).toEqual(['publish', 'withdraw'])
    expect(waiting.publishDue).not.toBeNull()
    minutes += 1
    done(await act(head, id, { act: 'publish', ...shown, answer: 'Giấy khám tỉnh nào cũng được.' }))
    expect(await read(code)).toMatchObject({ answer: 'Giấy khám tỉnh nào cũng được.', isUnderReview: false })
    expect((await open(head, id)).acts).toEqual(['withdraw'])
  })

  it('is taken off at once where it is wrong, though the new one is not written', async () => {
    const { id, code } = await published()
    expect((await open(await test.as('chuyenvien.gtvt'), id)).acts).not.toContain('withdraw')
    done(await act(head, id, { act: 'withdraw', reason: 'Câu trả lời cũ sai luật' }))
    expect((await test.nobody.call('GET', `/petitions/answered/${code}`)).status).toBe(404)
    done(await act(head, id, { act: 'approve', text: 'Giấy khám tỉnh nào cũng được.' }))
    expect((await open(head, id)).acts).toEqual(['publish'])
  })
})

describe('a second complaint', () => {
  const decision = 'Quyết định số 12/QĐ-SGTVT ngày 20/03/2026'
  const settled = async (who: Visitor) => {
    const first = await send(who)
    const id = await idOf(first.code)
    done(await act(director, id, { act: 'accept' }))
    done(await act(director, id, { act: 'approve', text: 'Giữ nguyên việc trả hồ sơ.' }))
    return { ...first, id }
  }

  it('is not taken while the first one is within its time', async () => {
    const first = await send(citizen)
    const again = said({ second: { decision, previousId: await idOf(first.code) } })
    expect((await citizen.call('POST', '/petitions', again)).body.code).toBe('notSettledYet')
    days += 11
    expect((await (await test.as('congdan')).call('POST', '/petitions', again)).status).toBe(200)
    days -= 11
  })

  it('goes to the committee above, with ten days to be accepted and forty-five or more to be settled', async () => {
    const first = await settled(citizen)
    const { again } = done(await citizen.call('GET', `/petitions/mine/${first.id}`))
    expect(day(again.until) > day(clock().toISOString())).toBe(true)
    const second = await send(citizen, { second: { decision, previousId: first.id } })
    expect(second.unitName).toBe('Ủy ban nhân dân tỉnh Bắc Giang')
    const id = await idOf(second.code)
    expect((await director.call('GET', `/petitions/${id}`)).status).toBe(404)
    const seen = await open(chair, id)
    expect(seen).toMatchObject({ firstDecision: decision, isSecond: true, cases: { length: 4 } })
    expect(day(seen.acceptDue)).toBe(day(new Date(clock().getTime() + 10 * 86_400_000).toISOString()))
    done(await act(chair, id, { act: 'accept' }))
    const due = new Date((await open(chair, id)).answerDue).getTime() - clock().getTime()
    expect(Math.floor(due / 86_400_000)).toBeGreaterThanOrEqual(45)
    expect(Math.floor(due / 86_400_000)).toBeLessThan(50)
    // Whoever settled it first cannot be given it, nor can it be complained of twice more.
    const { aboutUnitId } = (
      await test.query<{ aboutUnitId: string }>(
        `select about_unit_id as "aboutUnitId" from petitions.petition where id = $1`,
        [id],
      )
    )[0] as { aboutUnitId: string }
    expect((await act(chair, id, { act: 'assign', unitId: aboutUnitId })).body.code).toBe('aboutItself')
    const third = said({ second: { decision, previousId: first.id } })
    expect((await citizen.call('POST', '/petitions', third)).body.code).toBe('complainedAgain')
    done(await act(chair, id, { act: 'approve', text: 'Quyết định lần đầu là đúng.' }))
    const over = said({ second: { decision, previousId: id } })
    expect((await citizen.call('POST', '/petitions', over)).body.code).toBe('notSettledYet')
    expect(done(await citizen.call('GET', `/petitions/mine/${id}`)).again).toBeNull()
  })

  it('names the first one by its sender alone: by their account, or by its code', async () => {
    const first = await settled(citizen)
    const by = (more: object) => said({ second: { decision, ...more } })
    for (const who of [stranger, test.nobody])
      expect((await who.call('POST', '/petitions', by({ previousId: first.id }))).status).toBe(404)
    expect((await stranger.call('POST', '/petitions', by({ previousLookUpCode: '0000000000AA' }))).status).toBe(404)
    const sent = done(await test.nobody.call('POST', '/petitions', by({ previousLookUpCode: first.lookUpCode })))
    expect(sent.unitName).toBe('Ủy ban nhân dân tỉnh Bắc Giang')
    // To whoever does not see it, it is not even named.
    expect((await open(director, first.id)).next).toBeNull()
  })

  it('of what was settled elsewhere names the body, and against the province’s own decision goes to the minister', async () => {
    const about = async (name: string) =>
      (done(await test.nobody.call('GET', '/petitions/bodies')) as { id: string; name: string }[]).find(
        (body) => body.name === name,
      )?.id
    const none = await citizen.call('POST', '/petitions', said({ second: { decision } }))
    expect([none.status, JSON.stringify(none.body)]).toEqual([422, expect.stringContaining('aboutUnit') as string])
    const department = { aboutUnit: await about('Sở Giao thông vận tải'), second: { decision } }
    expect((await send(test.nobody, department)).unitName).toBe('Ủy ban nhân dân tỉnh Bắc Giang')
    const province = { aboutUnit: await about('Ủy ban nhân dân tỉnh Bắc Giang'), second: { decision } }
    expect((await test.nobody.call('POST', '/petitions', said(province))).body.code).toBe('settledElsewhere')
    const question = said({ kind: 'question', second: { decision } })
    expect((await test.nobody.call('POST', '/petitions', question)).status).toBe(422)
  })

  it('that was sent as a first one is passed up by whoever has it', async () => {
    const first = await send(citizen)
    const id = await idOf(first.code)
    done(await act(director, id, { act: 'as-second', decision }))
    expect((await director.call('GET', `/petitions/${id}`)).status).toBe(404)
    expect(await open(chair, id)).toMatchObject({ firstDecision: decision, isSecond: true, status: 'sent' })
    expect((await act(chair, id, { act: 'as-second', decision })).status).toBe(409)
  })
})

describe('limits', () => {
  const sentOn = async (at: string) => {
    days = (new Date(`${at}T01:00:00Z`).getTime() - monday.getTime()) / 86_400_000
    const { acceptDue, answerDue } = done(await test.nobody.call('POST', '/petitions', said({ kind: 'question' })))
    return [day(acceptDue), day(answerDue)]
  }

  it.each([
    [
      '2026-04-24',
      '2026-04-29',
      '2026-05-20',
      'Hùng Kings’ Day on a Sunday, with the Monday in its place, and two days off',
    ],
    ['2026-04-29', '2026-05-05', '2026-05-22', 'two days off and a weekend at once'],
    ['2026-08-20', '2026-08-22', '2026-09-14', 'a Saturday that is worked, a Monday that is not, National Day'],
  ])('of a question sent on %s end on %s and %s: %s', async (at, accept, answer) => {
    expect(await sentOn(at)).toEqual([accept, answer])
  })
})
