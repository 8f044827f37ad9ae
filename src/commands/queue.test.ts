import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPerson, createPost, appoint } from '#engines/directory/index.ts'
import { createAccount } from '#engines/identity/index.ts'
import { civil } from '#values/plain-date.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** A day in the hall of the provincial centre: numbers, desks, boards, ratings, and who may do what. */

let test: TestPlatform
let head: Visitor
let officer: Visitor
let colleague: Visitor
let kiosk: Visitor
let desks: { id: string; number: number; services: { id: string; letter: string }[] }[]
/** Mid-morning of an ordinary Wednesday, moved on by the tests. */
let clock = Date.parse('2026-06-24T09:00:00+07:00')

const pass = (minutes: number) => void (clock += minutes * 60_000)
const device = async (kind: string, more: object = {}): Promise<Visitor> =>
  test.withToken(done(await head.call('POST', '/queue/devices', { kind, name: `Máy ${kind}`, ...more })).token)
const serviceOf = (letter: string) => desks.flatMap(({ services }) => services).find((one) => one.letter === letter)?.id
const take = async (letter: string, priority?: string, from = kiosk) =>
  done(await from.call('POST', '/queue/tickets', { serviceId: serviceOf(letter), priority }))
const sit = (who: Visitor, number: number) =>
  who.call('POST', `/queue/desks/${desks.find((desk) => desk.number === number)?.id}/officer`, {})
const next = async (who: Visitor) => done(await who.call('POST', '/queue/desk/call', {}))
const deskOf = async (who: Visitor) => done(await who.call('GET', '/queue/desk'))

beforeAll(async () => {
  test = await startTestPlatform({ now: () => new Date(clock) })
  head = await test.as('giamdoc.motcua')
  officer = await test.as('motcua.tinh')
  colleague = await test.asAccount({ id: await anotherReceiver(), kind: 'staff' })
  desks = (await deskOf(officer)).desks
  kiosk = await device('kiosk')
}, 240_000)
afterAll(() => test.stop())

async function anotherReceiver(): Promise<string> {
  const [unit] = await test.query<{ id: string }>(`select id from directory.unit where code = 'TTPVHCC'`)
  return test.platform.connection.db.transaction(async (tx) => {
    const personId = await createPerson(tx, { fullName: 'Vi Thị Quầy' })
    const from = civil('2020-01-01')
    const post = await createPost(tx, { unitId: unit?.id ?? '', function: 'receiver', title: 'Một cửa', from })
    await appoint(tx, { postId: post.id, personId, from })
    return createAccount(tx, { kind: 'staff', personId, login: 'vi.quay', passwordHash: '' })
  })
}

describe('numbers', () => {
  it('run without gaps when several kiosks give them at once', async () => {
    const other = await device('kiosk')
    const taken = await Promise.all(
      Array.from({ length: 24 }, (_, order) => take('L', undefined, order % 2 === 0 ? kiosk : other)),
    )
    expect(taken).toHaveLength(24)
    expect(new Set(taken.map(({ code }) => code))).toEqual(
      new Set(Array.from({ length: 24 }, (_, order) => `L ${String(order + 1).padStart(3, '0')}`)),
    )
  })

  it('are given once for one press, and not by a kiosk on which a finger rests', async () => {
    pass(2)
    const key = { 'Idempotency-Key': 'pressed-once-only' }
    const press = () => kiosk.call('POST', '/queue/tickets', { serviceId: serviceOf('Y') }, key)
    const [first, again] = [done(await press()), done(await press())]
    expect(again.id).toBe(first.id)
    const given = []
    for (let order = 0; order < 25; order++)
      given.push((await kiosk.call('POST', '/queue/tickets', { serviceId: serviceOf('Y') })).status)
    expect(given.filter((status) => status === 200)).toHaveLength(19)
    expect(given.at(-1)).toBe(429)
    pass(2)
  })

  it('say who comes before and how long that takes, as far as a desk is open', async () => {
    expect(await take('G')).toMatchObject({ code: 'G 001', waiting: 0, minutes: null, desks: [], serving: null })
    done(await sit(officer, 7))
    expect(await take('G')).toMatchObject({ code: 'G 002', waiting: 1, minutes: 6, desks: [7] })
  })
})

describe('desks', () => {
  it('call in turn: priority first, then in the order of arrival', async () => {
    pass(1)
    const elderly = await take('G', 'elderly')
    const pregnant = await take('G')
    done(await kiosk.call('POST', `/queue/tickets/${pregnant.id}/priority`, { priority: 'pregnant' }))
    const order = []
    for (let count = 0; count < 4; count++) order.push((await next(officer)).code)
    expect(order).toEqual([elderly.code, pregnant.code, 'G 001', 'G 002'])
    const { status, body } = await officer.call('POST', '/queue/desk/call', {})
    expect([status, body.code]).toEqual([409, 'nobodyWaits'])
  })

  it('never call one number twice, however many call at once', async () => {
    done(await head.call('POST', `/queue/desks/${desks[7]?.id}/services`, { id: undefined, serviceId: serviceOf('L') }))
    done(await sit(colleague, 5))
    done(await officer.call('POST', `/queue/tickets/${(await deskOf(officer)).serving.id}/end`, {}))
    done(await sit(officer, 8))
    const called = await Promise.all(
      Array.from({ length: 12 }, (_, order) => next(order % 2 === 0 ? officer : colleague)),
    )
    expect(new Set(called.map(({ code }) => code)).size).toBe(12)
  })

  it('are one to an officer and one officer to a desk', async () => {
    expect((await sit(officer, 5)).body.code).toBe('deskTaken')
    expect((await sit(officer, 6)).body.code).toBe('stillServing')
  })

  it('mark who does not come, and call them before the others when they come back', async () => {
    const { serving } = await deskOf(officer)
    done(await officer.call('POST', `/queue/tickets/${serving.id}/call`, {}))
    expect((await deskOf(officer)).serving.calls).toBe(2)
    done(await officer.call('POST', `/queue/tickets/${serving.id}/absence`, {}))
    expect((await deskOf(officer)).absent.map(({ id }: { id: string }) => id)).toEqual([serving.id])
    done(await officer.call('POST', `/queue/tickets/${serving.id}/return`, {}))
    expect((await next(officer)).id).toBe(serving.id)
    expect((await officer.call('POST', `/queue/tickets/${serving.id}/return`, {})).body.code).toBe('ticketMoved')
  })

  it('pass somebody on to another desk, which calls them next and nobody else does', async () => {
    const { serving } = await deskOf(officer)
    done(await officer.call('POST', `/queue/tickets/${serving.id}/passing`, { deskId: desks[4]?.id }))
    expect((await next(officer)).id).not.toBe(serving.id)
    expect((await next(colleague)).id).toBe(serving.id)
  })

  it('call somebody who was passed to a desk that closed meanwhile where they took their number for', async () => {
    const { serving } = await deskOf(officer)
    done(await officer.call('POST', `/queue/tickets/${serving.id}/passing`, { deskId: desks[4]?.id }))
    const { serving: there } = await deskOf(colleague)
    done(await colleague.call('POST', `/queue/tickets/${there.id}/end`, {}))
    done(await colleague.call('POST', '/queue/desk/state', { state: 'closed' }))
    expect((await next(officer)).id).toBe(serving.id)
    done(await sit(colleague, 5))
    await next(colleague)
  })

  it('keep which dossiers a number was served with, of those that the officer sees', async () => {
    const [seen] = await test.query<{ id: string; code: string }>(
      `select d.id, d.code from services.dossier d join directory.unit u on u.id = d.receiver_id where u.code = 'TTPVHCC' limit 1`,
    )
    const [other] = await test.query<{ id: string }>(
      `select d.id from services.dossier d join directory.unit u on u.id = d.receiver_id where u.code = '07381.MC' limit 1`,
    )
    expect(done(await officer.call('POST', '/queue/desk/dossiers', { dossierId: seen?.id }))).toEqual({
      linked: true,
      confirmed: false,
    })
    expect((await officer.call('POST', '/queue/desk/dossiers', { dossierId: other?.id })).status).toBe(404)
    expect((await deskOf(officer)).serving.dossiers).toEqual([seen])
  })

  it('say until when they pause, and are free again once they close', async () => {
    done(await colleague.call('POST', '/queue/desk/state', { state: 'paused', backAt: '2026-06-24T10:00:00+07:00' }))
    expect((await colleague.call('POST', '/queue/desk/state', { state: 'closed' })).body.code).toBe('stillServing')
    const { serving } = await deskOf(colleague)
    pass(5)
    done(await colleague.call('POST', `/queue/tickets/${serving.id}/end`, {}))
    done(await colleague.call('POST', '/queue/desk/state', { state: 'closed' }))
    expect((await colleague.call('POST', '/queue/desk/call', {})).body.code).toBe('notAtDesk')
  })
})

describe('machines of the hall', () => {
  it('do what their kind does and nothing else', async () => {
    const board = await device('board')
    expect((await board.call('GET', '/queue/kiosk')).status).toBe(403)
    expect((await kiosk.call('GET', '/queue/board')).status).toBe(403)
    expect((await kiosk.call('GET', '/services/dossiers')).status).toBe(403)
    expect((await officer.call('POST', '/queue/tickets', { serviceId: serviceOf('G') })).status).toBe(403)
    const { desks: shown, calls } = done(await board.call('GET', '/queue/board'))
    expect(shown).toHaveLength(10)
    expect(calls.length).toBeGreaterThan(0)
    expect(JSON.stringify(shown)).not.toContain('Vi Thị Quầy')
  })

  it('are registered by the head of the unit only, and shut out once revoked', async () => {
    expect((await officer.call('POST', '/queue/devices', { kind: 'kiosk', name: 'Máy lạ' })).status).toBe(403)
    expect((await head.call('POST', '/queue/devices', { kind: 'tablet', name: 'Không quầy' })).status).toBe(404)
    const { id, token } = done(await head.call('POST', '/queue/devices', { kind: 'kiosk', name: 'Máy bị mất' }))
    const stolen = test.withToken(token)
    done(await stolen.call('GET', '/queue/kiosk'))
    done(await head.call('POST', `/queue/devices/${id}/revocation`, {}))
    expect((await stolen.call('GET', '/queue/kiosk')).status).toBe(401)
  })

  it('take one rating a visit, at the desk where it was', async () => {
    const [here, there] = [
      await device('tablet', { deskId: desks[4]?.id }),
      await device('tablet', { deskId: desks[0]?.id }),
    ]
    const { toRate, serving } = done(await here.call('GET', '/queue/tablet'))
    expect(serving).toBeNull()
    const rate = (who: Visitor) => who.call('POST', `/queue/tickets/${toRate.id}/rating`, { mark: 5 })
    expect((await rate(there)).status).toBe(404)
    done(await rate(here))
    expect((await rate(here)).body.code).toBe('alreadyRated')
    expect(done(await here.call('GET', '/queue/tablet')).toRate).toBeNull()
  })

  it('let whoever sits at a desk confirm what was typed, which is forgotten with the answer', async () => {
    const typed = { title: 'Đổi giấy phép lái xe', lines: [{ label: 'Họ và tên', value: 'Thân Thị Bích Phượng' }] }
    const show = () => officer.call('POST', '/queue/desk/confirmations', typed)
    expect((await show()).body.code).toBe('noTablet')
    const here = await device('tablet', { deskId: desks[7]?.id })
    const elsewhere = await device('tablet', { deskId: desks[4]?.id })
    done(await show())
    const { id } = done(await show())
    const { toConfirm } = done(await here.call('GET', '/queue/tablet'))
    expect(toConfirm).toEqual({ id, ...typed })
    expect(done(await elsewhere.call('GET', '/queue/tablet')).toConfirm).toBeNull()
    const answer = (who: Visitor) => who.call('POST', `/queue/confirmations/${id}/answer`, { isRight: true })
    expect((await answer(elsewhere)).status).toBe(404)
    done(await answer(here))
    expect((await answer(here)).status).toBe(404)
    expect((await deskOf(officer)).confirmation).toMatchObject({ id, state: 'right' })
    const kept = await test.query<{ lines: unknown }>('select lines from queue.confirmation')
    expect(kept.map(({ lines }) => lines)).toEqual([null, null])
    // What nobody answers is gone after a while.
    done(await show())
    pass(16)
    expect(done(await here.call('GET', '/queue/tablet')).toConfirm).toBeNull()
  })

  it('are told of a call at once', async () => {
    const board = await device('board')
    const answer = await test.platform.app.request('http://localhost/queue/board/events', {
      headers: { Authorization: `Bearer ${board.token}` },
    })
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    const told = async () => JSON.parse((await reader.read()).value?.replace(/^data: /, '') ?? '')
    expect((await told()).desks).toHaveLength(10)
    const { code } = await next(officer)
    let shown = await told()
    while (shown.calls[0]?.code !== code) shown = await told()
    expect(shown.desks[7].serving).toBe(code)
    await reader.cancel()
  })
})

describe('the head of the centre', () => {
  it('sees who waits too long, why, and which desk could help', async () => {
    pass(40)
    await take('Đ')
    pass(30)
    done(await sit(colleague, 9))
    const view = done(await head.call('GET', '/queue/centre'))
    expect(view.alarm).toMatchObject({ threshold: 20, service: { vi: expect.any(String) } })
    expect(view.alarm.proposal).toMatchObject({ desk: 9, officer: 'Vi Thị Quầy' })
    expect(view.course.at(-1).waiting).toBe(view.waiting)
    expect(view.marks).toEqual([{ mark: 5, count: 1 }])
  })

  it('reads how long people waited and were served, by service, hour and desk', async () => {
    const asked = (by: string) => head.call('GET', `/queue/times?from=2026-06-24&to=2026-06-24&by=${by}`)
    const [services, hours, shownDesks] = [
      done(await asked('service')),
      done(await asked('hour')),
      done(await asked('desk')),
    ]
    const sum = (rows: { taken: number }[]) => rows.reduce((all, { taken }) => all + taken, 0)
    expect(sum(services)).toBe(sum(hours))
    expect(services.find(({ key }: { key: string }) => key === 'L')).toMatchObject({
      taken: 24,
      waitP50: expect.any(Number),
    })
    expect(shownDesks.map(({ key }: { key: string }) => key)).toEqual(['05', '07', '08'])
  })

  it('changes services and desks, each letter and number once', async () => {
    const service = {
      letter: 'B',
      name: { vi: 'Bảo hiểm', en: 'Insurance' },
      icon: 'heart',
      usualMinutes: 5,
      longestWaitMinutes: 15,
      isOffered: true,
    }
    const { id } = done(await head.call('POST', '/queue/services', { service }))
    expect((await head.call('POST', '/queue/services', { service })).body.code).toBe('letterTaken')
    done(await head.call('POST', '/queue/desks', { number: 11, serviceIds: [id] }))
    expect((await head.call('POST', '/queue/desks', { number: 11, serviceIds: [] })).body.code).toBe('deskNumberTaken')
    expect(
      done(await kiosk.call('GET', '/queue/kiosk')).services.map(({ letter }: { letter: string }) => letter),
    ).toContain('B')
    done(await head.call('POST', '/queue/services', { id, service: { ...service, isOffered: false } }))
    expect((await kiosk.call('POST', '/queue/tickets', { serviceId: id })).body.code).toBe('notOffered')
  })

  it('is one of their own centre: a unit without a queue has none', async () => {
    const elsewhere = await test.as('motcua.huyen')
    expect((await elsewhere.call('GET', '/queue/desk')).body.code).toBe('noCentre')
    expect((await sit(elsewhere, 1)).status).toBe(404)
  })
})

describe('the night after', () => {
  const runCloseDay = async () => {
    const job = test.platform.engines
      .find(({ name }) => name === 'queue')
      ?.jobs?.find(({ name }) => name === 'close-day-of-desks')
    await test.platform.connection.db.transaction(async (tx) =>
      job?.run({ tx, now: () => new Date(clock), note: () => {}, emit: () => {} } as never),
    )
  }
  const stateOf = async (number: number) =>
    (
      await test.query<{ state: string; taken: boolean; served: string | null }>(
        `select d.state, d.officer_id is not null as taken, t.state as served from queue.desk d join directory.unit u on u.id = d.centre_id
          left join queue.ticket t on t.desk_id = d.id and t.state = 'called' where u.code = 'TTPVHCC' and d.number = $1`,
        [number],
      )
    )[0]

  it('frees the desks of who went home without closing them, and nothing of who still works', async () => {
    await take('G')
    done(await sit(colleague, 7))
    const { id } = await next(colleague)
    await runCloseDay()
    expect(await stateOf(7)).toEqual({ state: 'open', taken: true, served: 'called' })
    clock = Date.parse('2026-06-25T00:10:00+07:00')
    await runCloseDay()
    await runCloseDay()
    expect(await stateOf(7)).toEqual({ state: 'closed', taken: false, served: null })
    const [ended] = await test.query<{ state: string; endedAt: Date | null }>(
      'select state, ended_at as "endedAt" from queue.ticket where id = $1',
      [id],
    )
    expect(ended).toEqual({ state: 'done', endedAt: null })
    clock = Date.parse('2026-06-25T07:30:00+07:00')
    officer = await test.as('motcua.tinh')
    done(await sit(officer, 7))
    expect((await take('G')).code).toBe('G 001')
    expect((await next(officer)).code).toBe('G 001')
  })
})
