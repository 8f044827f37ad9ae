import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { noFaults } from '#sandbox/national-portal/faults.ts'
import { startNationalPortal, type SimulatedNationalPortal } from '#sandbox/national-portal/national-portal.ts'
import { answeredQuestion } from './testing/answered-question.ts'
import { startLinked, type Linked } from './testing/national-link.ts'
import { done } from './testing/story.ts'
import type { Visitor } from './testing/test-platform.ts'

/** Published answers on the national portal: there as here, once, changed and taken away with what is read here. */

let linked: Linked<SimulatedNationalPortal>
let head: Visitor
let operator: Visitor
let id: string

beforeAll(async () => {
  linked = await startLinked(await startNationalPortal(0))
  ;[head, operator] = await Promise.all([linked.test.as('truongphong.gtvt'), linked.test.as('quantri')])
  await linked.untilTold()
  ;({ id } = await answeredQuestion(await linked.test.as('congdan'), head))
}, 120_000)
afterAll(() => linked.stop())
beforeEach(() => void Object.assign(linked.portal.faults, noFaults))

const timeout = 120_000
const numberOf = async () =>
  (
    await linked.test.query<{ number: string }>(
      `select number::text from national_portal.answer where petition_id = $1`,
      [id],
    )
  )[0]?.number ?? 'none'
const there = async () => linked.portal.kept.answers.get(await numberOf())
const view = async () => done(await operator.call('GET', '/national-portal/link'))
const flow = async () => (await view()).flows.find((one: { flow: string }) => one.flow === 'answer')
const differences = async (cause: string) =>
  done(await operator.call('GET', `/national-portal/differences?cause=${cause}`)).rows
const sent = () => linked.portal.calls.get('DongBoHoiDap') ?? 0
const repair = async (cause: string) => done(await operator.call('POST', '/national-portal/repairs', { cause }))
const act = async (what: object) => {
  const { revision } = done(await head.call('GET', `/petitions/${id}`))
  return head.call('POST', `/petitions/${id}/acts`, { revision, act: what })
}
const publish = async (answer: string) =>
  done(
    await act({
      act: 'publish',
      title: 'Đổi giấy phép lái xe có phải khám lại không?',
      body: 'Giấy cũ còn dùng được không?',
      answer,
    }),
  )
const withdraw = async () => done(await act({ act: 'withdraw', reason: 'Câu trả lời không còn đúng luật' }))
const check = async () => {
  done(await operator.call('POST', '/national-portal/checks', {}))
  await linked.untilTold()
}

test(
  'a published answer is shown there with its question, unit and field, told once, and names nobody',
  { timeout },
  async () => {
    await linked.untilTold()
    const shown = await there()
    expect(shown).toMatchObject({
      MATTHC: '1.002809',
      MADONVI: '000.00.00.H02',
      TENDONVI: 'Phòng Quản lý vận tải, phương tiện và người lái',
      NOIDUNG: expect.stringContaining('khám sức khỏe lại không?'),
      NOIDUNGTRALOI: 'Giấy khám sức khỏe có giá trị 12 tháng.',
      TRANGTHAI: '1',
    })
    expect(JSON.stringify(shown)).not.toMatch(/Phượng|0979/)
    const [before, held] = [sent(), linked.portal.kept.answers.size]
    await linked.untilTold()
    expect(sent()).toBe(before)
    // An acknowledgement that never came back: told again it is the same one there.
    await linked.test.query(`update national_portal.answer set told = 0, told_version = null, state = 'waiting'`)
    await linked.untilTold()
    expect(sent()).toBe(before + held)
    expect(linked.portal.kept.answers.size).toBe(held)
    expect(await flow()).toMatchObject({ refused: 0, differing: 0, waiting: 0 })
  },
)

test('those that were published before there was a link are there, too', { timeout }, async () => {
  const [here] = await linked.test.query<{ count: number }>(`select count(*)::int from petitions.published`)
  const shown = [...linked.portal.kept.answers.values()].filter((one) => one['TRANGTHAI'] === '1')
  expect(here?.count).toBeGreaterThan(1)
  expect(shown.length).toBe(here?.count)
})

test(
  'taken off here it is taken off there, and published anew it is the same with its new words',
  { timeout },
  async () => {
    const number = await numberOf()
    await withdraw()
    expect((await linked.test.nobody.call('GET', `/petitions/answered?limit=100`)).body.rows).not.toContainEqual(
      expect.objectContaining({ id }),
    )
    await linked.untilTold()
    expect(await there()).toMatchObject({ TRANGTHAI: '0', NOIDUNG: '', NOIDUNGTRALOI: '' })
    await publish('Có giá trị 6 tháng.')
    await linked.untilTold()
    expect(await numberOf()).toBe(number)
    expect(await there()).toMatchObject({ TRANGTHAI: '1', NOIDUNGTRALOI: 'Có giá trị 6 tháng.' })
  },
)

test(
  'what did not help whoever asked is marked there while it is looked at again, and gives way to what is published then',
  { timeout },
  async () => {
    const citizen = await linked.test.as('congdan')
    const judged = async (one: string) =>
      done(
        await citizen.call('POST', `/petitions/mine/${one}/judged`, {
          helpful: false,
          words: 'Tôi hỏi giấy tỉnh khác',
        }),
      )
    const number = await numberOf()
    linked.pass(60_000)
    await judged(id)
    await linked.untilTold()
    const marked = /^\[Câu trả lời này đang được xem lại từ ngày \d\d\/\d\d\/\d{4}\]\nCó giá trị 6 tháng\.$/
    expect(await there()).toMatchObject({ TRANGTHAI: '1', NOIDUNGTRALOI: expect.stringMatching(marked) })
    await check()
    expect(await flow()).toMatchObject({ differing: 0, waiting: 0 })
    // The new answer is written and not published: there as here the old one stands, with its mark.
    linked.pass(60_000)
    done(await act({ act: 'approve', text: 'Có giá trị 9 tháng.' }))
    await linked.untilTold()
    expect((await there())?.['NOIDUNGTRALOI']).toMatch(marked)
    linked.pass(60_000)
    await publish('Có giá trị 9 tháng.')
    await linked.untilTold()
    expect([await numberOf(), (await there())?.['NOIDUNGTRALOI']]).toEqual([number, 'Có giá trị 9 tháng.'])
  },
)

test(
  'what is looked at again and was wrong is taken off there at once; a mark that got lost there is found and told again',
  { timeout },
  async () => {
    const citizen = await linked.test.as('congdan')
    const other = await answeredQuestion(citizen, head)
    await linked.untilTold()
    const [row] = await linked.test.query<{ number: string }>(
      `select number::text from national_portal.answer where petition_id = $1`,
      [other.id],
    )
    const shown = () => linked.portal.kept.answers.get(row?.number ?? '')
    linked.pass(60_000)
    Object.assign(linked.portal.faults, { lie: 'accepts-and-loses', liesAbout: ['DongBoHoiDap'] })
    done(
      await citizen.call('POST', `/petitions/mine/${other.id}/judged`, {
        helpful: false,
        words: 'Tôi hỏi giấy tỉnh khác',
      }),
    )
    await linked.untilTold()
    Object.assign(linked.portal.faults, noFaults)
    expect(shown()?.['NOIDUNGTRALOI']).not.toContain('xem lại')
    await check()
    expect(await differences('value-differs')).toMatchObject([{ id: other.id }])
    await repair('value-differs')
    await linked.untilTold()
    expect(shown()?.['NOIDUNGTRALOI']).toContain('đang được xem lại')
    const { revision } = done(await head.call('GET', `/petitions/${other.id}`))
    const taken = { revision, act: { act: 'withdraw', reason: 'Câu trả lời cũ sai luật' } }
    done(await head.call('POST', `/petitions/${other.id}/acts`, taken))
    await linked.untilTold()
    expect(shown()).toMatchObject({ TRANGTHAI: '0', NOIDUNG: '', NOIDUNGTRALOI: '' })
  },
)

test(
  'what is published and taken off while the national portal is away never leaves; nothing hangs',
  { timeout },
  async () => {
    linked.portal.faults.isDown = true
    const other = await answeredQuestion(await linked.test.as('doanhnghiep'), head)
    await linked.test.settle()
    await linked.until(async () => (await view()).standing === 'down')
    expect(await flow()).toMatchObject({ waiting: 1 })
    const { revision } = done(await head.call('GET', `/petitions/${other.id}`))
    done(
      await head.call('POST', `/petitions/${other.id}/acts`, {
        revision,
        act: { act: 'withdraw', reason: 'Đăng nhầm, chưa bỏ hết tên' },
      }),
    )
    linked.portal.faults.isDown = false
    linked.pass(600_000)
    const before = linked.portal.kept.answers.size
    await linked.untilTold()
    const [row] = await linked.test.query<{ number: string; state: string; wasSent: boolean }>(
      `select number::text, state, was_sent as "wasSent" from national_portal.answer where petition_id = $1`,
      [other.id],
    )
    expect(row?.state).toBe('accepted')
    // Whether it was tried before the portal was found away: then it is taken off there, else it never was there.
    expect(linked.portal.kept.answers.get(row?.number ?? '')?.['TRANGTHAI'] ?? '0').toBe('0')
    expect(linked.portal.kept.answers.size).toBeLessThanOrEqual(before + 1)
  },
)

test(
  'lost, altered and refused, it stands on the page of differences and one repair mends it',
  { timeout },
  async () => {
    linked.portal.faults.altersEvery = 1
    await withdraw()
    await publish('Có giá trị 12 tháng.')
    await linked.untilTold()
    linked.portal.faults.altersEvery = 0
    expect(await differences('value-differs')).toEqual([])
    await check()
    expect(await differences('value-differs')).toMatchObject([
      {
        id,
        kind: 'answer',
        title: 'Đổi giấy phép lái xe có phải khám sức khỏe lại không?',
        fields: expect.arrayContaining([
          { field: 'NOIDUNGTRALOI', ours: 'Có giá trị 12 tháng.', theirs: 'Xem ở địa phương', isSame: false },
        ]),
      },
    ])
    expect(await flow()).toMatchObject({ differing: 1 })
    expect(await repair('value-differs')).toEqual({ count: 1 })
    await linked.untilTold()
    expect((await there())?.['NOIDUNGTRALOI']).toBe('Có giá trị 12 tháng.')
    expect(await differences('value-differs')).toEqual([])

    linked.portal.faults.refusedProcedures = ['1.002809']
    await withdraw()
    await linked.untilTold()
    expect(await differences('procedure-unknown')).toMatchObject([
      { id, kind: 'answer', error: expect.stringContaining('12') },
    ])
    linked.portal.faults.refusedProcedures = []
    expect(await repair('procedure-unknown')).toEqual({ count: 1 })
    await linked.untilTold()
    expect((await there())?.['TRANGTHAI']).toBe('0')

    linked.portal.faults.dropsEvery = 1
    await linked.test.query(`update national_portal.answer set number = default where petition_id = $1`, [id])
    await publish('Có giá trị 12 tháng.')
    await linked.untilTold()
    linked.portal.faults.dropsEvery = 0
    await check()
    expect(await differences('lost')).toMatchObject([{ id, kind: 'answer' }])
    await repair('lost')
    await linked.untilTold()
    expect((await there())?.['TRANGTHAI']).toBe('1')
  },
)

test('only who answers for the unit takes it off, and says why', { timeout }, async () => {
  const specialist = await linked.test.as('chuyenvien.gtvt')
  const { revision } = done(await head.call('GET', `/petitions/${id}`))
  const withdrawn = (reason: string) => ({ revision, act: { act: 'withdraw', reason } })
  expect((await specialist.call('POST', `/petitions/${id}/acts`, withdrawn('Không còn đúng nữa'))).status).toBe(409)
  expect((await head.call('POST', `/petitions/${id}/acts`, withdrawn(''))).status).toBe(422)
})
