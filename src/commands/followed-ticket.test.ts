import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Whoever waits sees how long it takes: on their phone by the code of their slip, and on the board of the hall. */

let test: TestPlatform
let head: Visitor
let officer: Visitor
let kiosk: Visitor
let desks: { id: string; number: number; services: { id: string; letter: string }[] }[]
/** Mid-morning of an ordinary Wednesday, moved on by the tests. */
let clock = Date.parse('2026-06-24T09:00:00+07:00')

const pass = (minutes: number) => void (clock += minutes * 60_000)
const device = async (kind: string): Promise<Visitor> =>
  test.withToken(done(await head.call('POST', '/queue/devices', { kind, name: `Máy ${kind}` })).token)
const serviceOf = (letter: string) => desks.flatMap(({ services }) => services).find((one) => one.letter === letter)?.id
const take = async (letter: string, priority?: string) =>
  done(await kiosk.call('POST', '/queue/tickets', { serviceId: serviceOf(letter), priority }))
const sit = (who: Visitor, number: number) =>
  who.call('POST', `/queue/desks/${desks.find((desk) => desk.number === number)?.id}/officer`, {})
const next = async (who: Visitor) => done(await who.call('POST', '/queue/desk/call', {}))

beforeAll(async () => {
  test = await startTestPlatform({ now: () => new Date(clock) })
  head = await test.as('giamdoc.motcua')
  officer = await test.as('motcua.tinh')
  desks = done(await officer.call('GET', '/queue/desk')).desks
  kiosk = await device('kiosk')
}, 240_000)
afterAll(() => test.stop())

describe('a number that is followed on a phone', () => {
  const follow = (id: string) => test.nobody.call('GET', `/queue/tickets/${id}`)

  it('says what is before it, to which desk it is called and when it is over, and nothing of who holds it', async () => {
    done(await sit(officer, 7))
    const [first, mine] = [await take('G'), await take('G', 'disabled')]
    pass(1)
    const asked = done(await follow(first.id))
    expect(asked).toMatchObject({ code: first.code, state: 'waiting', waiting: 1, desks: [7], desk: null })
    expect(asked.minutes).toBeGreaterThan(0)
    expect(JSON.stringify(done(await follow(mine.id)))).not.toMatch(/disabled|priority/)
    await next(officer)
    expect(done(await follow(mine.id))).toMatchObject({ state: 'called', desk: 7, waiting: 0, minutes: null })
    done(await officer.call('POST', `/queue/tickets/${mine.id}/end`, {}))
    expect(done(await follow(mine.id))).toMatchObject({ state: 'done', desk: null })
    expect(done(await follow(first.id))).toMatchObject({ state: 'waiting', waiting: 0 })
  })

  it('stands on the board as a forecast by service: how many wait and how long', async () => {
    const board = await device('board')
    const wait = async () =>
      done(await board.call('GET', '/queue/board')).waits.find(({ letter }: { letter: string }) => letter === 'G')
    done(await sit(officer, 7))
    const before = await wait()
    await take('G')
    expect(await wait()).toMatchObject({ waiting: before.waiting + 1 })
    expect((await wait()).minutes).toBeGreaterThan(before.minutes)
    done(await officer.call('POST', '/queue/desk/state', { state: 'closed' }))
    expect(await wait()).toMatchObject({ waiting: before.waiting + 1, minutes: null })
  })

  it('counts those of other services whom the same desk calls before', async () => {
    const board = await device('board')
    const waitsOf = async () =>
      Object.fromEntries(
        done(await board.call('GET', '/queue/board')).waits.map((one: { letter: string; minutes: number }) => [
          one.letter,
          one.minutes,
        ]),
      )
    const shared = desks.find(({ number }) => number === 7)
    done(await sit(officer, 7))
    const before = await waitsOf()
    // Desk 7 takes in a second service, for which nobody waits yet: both wait for the same officer.
    done(await head.call('POST', `/queue/desks/${shared?.id}/services`, { serviceId: serviceOf('L') }))
    expect(await waitsOf()).toMatchObject({ G: before.G, L: before.G })
    // 9 minutes each, as declared: 18 more for either.
    pass(1)
    const first = await take('L')
    const second = await take('L')
    expect(first.minutes).toBe(before.G)
    expect(second.minutes).toBe(before.G + 9)
    expect(await waitsOf()).toMatchObject({ G: before.G + 18, L: before.G + 18 })
    // Whoever was there before the second waits no longer for them.
    expect(done(await follow(first.id)).minutes).toBe(before.G)
  })

  it('is nobody’s matter on another day, and an id that was made up is no number', async () => {
    const ticket = await take('G')
    expect((await follow('01a21c5c-740f-7691-8496-c3e8e996daf7')).status).toBe(404)
    expect((await follow('1')).status).toBe(422)
    pass(24 * 60)
    expect((await follow(ticket.id)).status).toBe(404)
  })
})
