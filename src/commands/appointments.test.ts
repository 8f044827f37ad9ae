import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done } from './testing/story.ts'
import { anotherCitizen } from './testing/co-applicants.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Times agreed on with the provincial centre: booked once, moved, cancelled, reminded of, kept or missed. */

let test: TestPlatform
let citizen: Visitor
let other: Visitor
let kiosk: Visitor
let officer: Visitor
let service: { id: string; letter: string }
/** An ordinary Tuesday; the next day is worked, too. */
let clock = Date.parse('2026-06-23T09:00:00+07:00')
const at = (time: string) => `2026-06-24T${time}:00+07:00`

const book = (who: Visitor, time: string, more: object = {}) =>
  who.call('POST', '/queue/appointments', { serviceId: service.id, at: at(time), ...more })
const freeAt = async (time: string): Promise<number> => {
  const { days } = done(await test.nobody.call('GET', `/queue/bookable/${service.id}/slots`))
  const slots = days.flatMap((day: { slots: { at: string; free: number }[] }) => day.slots)
  return slots.find((slot: { at: string }) => Date.parse(slot.at) === Date.parse(at(time)))?.free ?? 0
}
const listOf = async (who: Visitor) => done(await who.call('GET', '/queue/appointments'))
const runJob = async (name: string) => {
  const queue = test.platform.engines.find((engine) => engine.name === 'queue')
  const job = queue?.jobs?.find((one) => one.name === name)
  await test.platform.connection.db.transaction(async (tx) =>
    job?.run({ tx, now: () => new Date(clock), note: () => {}, emit: () => {} } as never),
  )
}

beforeAll(async () => {
  test = await startTestPlatform({ now: () => new Date(clock) })
  citizen = await test.as('congdan')
  other = await test.as('doanhnghiep')
  officer = await test.as('motcua.tinh')
  const head = await test.as('giamdoc.motcua')
  kiosk = test.withToken(done(await head.call('POST', '/queue/devices', { kind: 'kiosk', name: 'Kiosk' })).token)
  service = done(await test.nobody.call('GET', '/queue/bookable')).find((one: typeof service) => one.letter === 'G')
}, 240_000)
afterAll(() => test.stop())

describe('an appointment', () => {
  it('is offered within office hours of coming working days only', async () => {
    const { days, centre } = done(await test.nobody.call('GET', `/queue/bookable/${service.id}/slots`))
    expect(centre).toBe('Trung tâm Phục vụ hành chính công tỉnh')
    expect(days.map(({ date }: { date: string }) => date)).not.toContain('2026-06-27')
    expect(days[1].slots).toHaveLength(16)
    // Of today only what is an hour ahead.
    expect(Date.parse(days[0].slots[0].at)).toBe(Date.parse('2026-06-23T10:00:00+07:00'))
    expect((await book(citizen, '11:45')).body.code).toBe('slotNotOpen')
    expect((await book(citizen, '22:00')).body.code).toBe('slotNotOpen')
  })

  it('is never given twice, however many ask at once, and once to each', async () => {
    const many: Visitor[] = []
    while (many.length < 6) many.push((await anotherCitizen(test, 10)).visitor)
    const answers = await Promise.all(many.map((visitor) => book(visitor, '08:00')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
    expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
      new Set(['slotFull']),
    )
    expect(await freeAt('08:00')).toBe(0)
    done(await book(citizen, '08:30'))
    expect((await book(citizen, '09:00')).body.code).toBe('alreadyBooked')
  })

  it('moves in one act, and stays where it is when the new time is taken', async () => {
    const [mine] = await listOf(citizen)
    expect((await book(citizen, '08:00', { insteadOf: mine.id })).body.code).toBe('slotFull')
    expect((await listOf(citizen))[0]).toMatchObject({ id: mine.id, state: 'booked' })
    expect((await book(other, '10:00', { insteadOf: mine.id })).status).toBe(404)
    done(await book(citizen, '09:30', { insteadOf: mine.id }))
    expect(await freeAt('08:30')).toBe(2)
    expect((await listOf(citizen)).map(({ state }: { state: string }) => state)).toEqual(['booked', 'cancelled'])
    expect((await other.call('POST', `/queue/appointments/${(await listOf(citizen))[0].id}/cancellation`)).status).toBe(
      404,
    )
  })

  it('is told when it is booked and reminded of once, the day before', async () => {
    await test.settle()
    clock = Date.parse('2026-06-23T15:00:00+07:00')
    await runJob('remind-of-appointments')
    await runJob('remind-of-appointments')
    const { rows } = done(await citizen.call('GET', '/notification/messages'))
    const kinds = rows.map(({ kind }: { kind: string }) => kind)
    expect(kinds.filter((kind: string) => kind === 'appointment.near')).toHaveLength(1)
    expect(rows[0].words.vi).toMatch(/^Nhắc hẹn: Giao thông vận tải, 09:30 thứ Tư 24\/06\/2026/)
  })

  it('is checked in at the kiosk by its code, once, on its day, and called at its time before others', async () => {
    const { code } = (await listOf(citizen))[0]
    expect((await kiosk.call('POST', '/queue/arrivals', { code })).body.code).toBe('noAppointment')
    clock = Date.parse('2026-06-24T09:00:00+07:00')
    const usual = done(await kiosk.call('POST', '/queue/tickets', { serviceId: service.id }))
    clock = Date.parse('2026-06-24T09:20:00+07:00')
    const held = done(await kiosk.call('POST', '/queue/arrivals', { code }))
    expect((await kiosk.call('POST', '/queue/arrivals', { code })).body.code).toBe('noAppointment')
    // A night has ended their session.
    officer = await test.as('motcua.tinh')
    const { desks } = done(await officer.call('GET', '/queue/desk'))
    done(await officer.call('POST', `/queue/desks/${desks[6].id}/officer`, {}))
    const order = async () =>
      done(await officer.call('GET', '/queue/desk')).waiting.map((ticket: { code: string }) => ticket.code)
    expect(await order()).toEqual([usual.code, held.code])
    clock = Date.parse('2026-06-24T09:30:00+07:00')
    expect(await order()).toEqual([held.code, usual.code])
  })

  it('is kept also when no more numbers are given for its service', async () => {
    const { visitor: early } = await anotherCitizen(test, 12)
    const { code } = done(await book(early, '11:00'))
    const offer = (isOffered: boolean) =>
      test.query('update queue.service set is_offered = $2 where id = $1', [service.id, isOffered])
    await offer(false)
    expect((await kiosk.call('POST', '/queue/tickets', { serviceId: service.id })).body.code).toBe('notOffered')
    expect(done(await kiosk.call('POST', '/queue/arrivals', { code })).code).toMatch(/^G \d{3}$/)
    await offer(true)
  })

  it('that was missed in the morning does not stand in the way of another one booked the same day', async () => {
    const { visitor: late } = await anotherCitizen(test, 11)
    done(await book(late, '10:30'))
    clock = Date.parse('2026-06-24T11:00:00+07:00')
    done(await book(late, '15:00'))
    expect((await listOf(late)).map(({ state }: { state: string }) => state).toSorted()).toEqual(['booked', 'missed'])
  })

  it('is closed as missed when the day is over and nobody came', async () => {
    other = await test.as('doanhnghiep')
    done(await book(other, '14:00'))
    clock = Date.parse('2026-06-25T00:10:00+07:00')
    await runJob('close-missed-appointments')
    other = await test.as('doanhnghiep')
    expect((await listOf(other)).map(({ state }: { state: string }) => state)).toEqual(['missed'])
    // Who missed one may book again.
    const { status } = await other.call('POST', '/queue/appointments', {
      serviceId: service.id,
      at: '2026-06-26T08:00:00+07:00',
    })
    expect(status).toBe(200)
  })
})
