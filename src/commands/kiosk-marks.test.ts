import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { settleDossier } from './testing/settle-dossier.ts'
import {
  completeProcedureOf,
  copyDraft,
  done,
  fileDossier,
  licenceExchange,
  submit,
  writeDraft,
} from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Whoever has their result rates it at a kiosk of the hall, away from any desk, by what only they have; and cannot be helped to more marks. */

let test: TestPlatform
let head: Visitor
let citizen: Visitor
let kiosk: Visitor
let clock = Date.parse('2026-11-25T09:00:00+07:00')
const dossiers: { id: string; code: string }[] = []

const pass = (minutes: number) => void (clock += minutes * 60_000)
const device = async (kind: string, more: object = {}): Promise<Visitor> =>
  test.withToken(done(await head.call('POST', '/queue/devices', { kind, name: `Máy ${kind}`, ...more })).token)

/** Of the demo's citizen, and the phone that they gave in the form. */
const card = { personalId: '024168009123' }
const phone = { phoneEnd: '0218' }

beforeAll(async () => {
  test = await startTestPlatform({ dossiers: 0, now: () => new Date(clock) })
  head = await test.as('giamdoc.motcua')
  citizen = await test.as('congdan')
  kiosk = await device('rating-kiosk')
  const first = await writeDraft(test, citizen, licenceExchange)
  for (const draft of [first, ...(await copyDraft(test, first, 16))]) {
    const filed = await submit(citizen, draft)
    dossiers.push(filed)
    await settleDossier(test, citizen, filed.id, completeProcedureOf(licenceExchange))
    pass(1)
  }
}, 240_000)
afterAll(() => test?.stop())

/** One that nobody has rated yet. */
const fresh = () => dossiers.shift() as { id: string; code: string }
const find = (shown: object, who = kiosk) => who.call('POST', '/queue/kiosk/rateable', shown)
const rate = (shown: object, mark: number, who = kiosk) => who.call('POST', '/queue/kiosk/ratings', { shown, mark })
const marksOf = (id: string) =>
  test.query('select mark, channel, kiosk_name as kiosk from services.rating where dossier_id = $1', [id])

describe('a mark at a kiosk of the hall', () => {
  it('is asked for by slip and phone, shows no name, and is that of the dossier, of the kiosk, once', async () => {
    const { id, code } = fresh()
    const shown = done(await find({ code, ...phone }))
    expect(shown).toEqual({ code, procedureName: 'Đổi bằng lái xe' })
    expect(done(await rate({ code, ...phone }, 4))).toEqual({ mark: 4 })
    expect(await marksOf(id)).toEqual([{ mark: 4, channel: 'kiosk', kiosk: 'Máy rating-kiosk' }])
    expect((await rate({ code, ...phone }, 5)).body.code).toBe('alreadyRated')
    expect((await find({ code, ...phone })).body.code).toBe('alreadyRated')
    const again = await citizen.call('POST', `/services/my/dossiers/${id}/rating`, { mark: 1 })
    expect(again.body.code).toBe('alreadyRated')
    expect(await marksOf(id)).toMatchObject([{ mark: 4 }])
  })

  it('is asked for by slip and card without typing, or by card and phone of the one handed over last', async () => {
    const { id, code } = fresh()
    done(await rate({ code, ...card }, 5))
    expect(await marksOf(id)).toMatchObject([{ mark: 5 }])
    const last = dossiers.pop() as { id: string; code: string }
    expect(done(await find({ ...card, ...phone })).code).toBe(last.code)
    done(await rate({ ...card, ...phone }, 3))
    expect(await marksOf(last.id)).toMatchObject([{ mark: 3 }])
    expect(done(await find({ ...card, ...phone })).code).toBe(dossiers.at(-1)?.code)
  })

  it('is published apart from what citizens give by themselves, and a low one is work for the head', async () => {
    const { id, code } = fresh()
    done(await rate({ code, ...phone }, 1, await device('kiosk')))
    expect(await test.query('select 1 from services.low_mark where dossier_id = $1', [id])).toHaveLength(1)
    const { rows } = done(
      await test.nobody.call('GET', '/services/satisfaction?by=procedure&from=2026-11-25&to=2026-11-25'),
    )
    expect(rows).toEqual([expect.objectContaining({ rated: 0, deskRated: 4 })])
  })
})

describe('whoever would stuff the ballot at a kiosk', () => {
  // Wrong tries of before are forgotten, and sessions are over.
  beforeEach(async () => {
    pass(61)
    ;[head, citizen] = [await test.as('giamdoc.motcua'), await test.as('congdan')]
  })

  it.each([
    ['the code alone', (code: string) => ({ code }), 422],
    ['a card alone', () => card, 422],
    ['a phone alone', () => phone, 422],
    ['nothing', () => ({}), 422],
    ['a wrong phone', (code: string) => ({ code, phoneEnd: '9999' }), 404],
    ['the card of somebody else', (code: string) => ({ code, personalId: '024066000123' }), 404],
    ['the card of somebody who has nothing here', () => ({ personalId: '024171000321', ...phone }), 404],
    ['slip and card, and a wrong phone', (code: string) => ({ code, ...card, phoneEnd: '0000' }), 404],
    ['a code that is none', () => ({ code: 'H02.14-261125-9999', ...phone }), 404],
    ['a pattern for a code', () => ({ code: '%%%%%%', ...phone }), 404],
  ])('gets nowhere with %s', async (_, shown, status) => {
    const { id, code } = dossiers[0] as { id: string; code: string }
    expect((await find(shown(code))).status).toBe(status)
    expect((await rate(shown(code), 5)).status).toBe(status)
    expect(await marksOf(id)).toEqual([])
  })

  it('cannot from a machine of another kind, unpaired or revoked, nor by an account', async () => {
    const { id, code } = dossiers[0] as { id: string; code: string }
    const shown = { code, ...phone }
    const lost = done(await head.call('POST', '/queue/devices', { kind: 'rating-kiosk', name: 'Bị mất' }))
    done(await head.call('POST', `/queue/devices/${lost.id}/revocation`, {}))
    const [desk] = done(await (await test.as('motcua.tinh')).call('GET', '/queue/desk')).desks
    for (const [who, status] of [
      [await device('board'), 403],
      [await device('tablet', { deskId: desk.id }), 403],
      [citizen, 403],
      [head, 403],
      [test.nobody, 401],
      [test.withToken(`ld_${'A'.repeat(40)}`), 401],
      [test.withToken(lost.token), 401],
    ] as const) {
      expect((await find(shown, who)).status).toBe(status)
      expect((await rate(shown, 5, who)).status).toBe(status)
    }
    // Nor does it what machines of another kind do.
    expect((await kiosk.call('GET', '/queue/kiosk')).status).toBe(403)
    expect(await marksOf(id)).toEqual([])
  })

  it('cannot before the result is handed over, a week later, or in a hall that did not receive it', async () => {
    const open = await fileDossier(test, citizen, licenceExchange)
    expect((await rate({ code: open.code, ...phone }, 5)).body.code).toBe('notHandedOver')
    const { id, code } = dossiers[0] as { id: string; code: string }
    const at = (change: string) => test.query(`update services.dossier set ${change} where id = $1`, [id])
    const [{ receiver, delivered } = { receiver: '', delivered: new Date() }] = await test.query<{
      receiver: string
      delivered: Date
    }>('select receiver_id as receiver, delivered_at as delivered from services.dossier where id = $1', [id])
    await at(`receiver_id = (select id from directory.unit where id <> '${receiver}' limit 1)`)
    expect((await rate({ code, ...phone }, 5)).body.code).toBe('ratedElsewhere')
    await at(`receiver_id = '${receiver}', delivered_at = delivered_at - interval '8 days'`)
    expect((await rate({ code, ...phone }, 5)).body.code).toBe('ratedElsewhere')
    await at(`delivered_at = '${delivered.toISOString()}'`)
    expect(done(await find({ code, ...phone })).code).toBe(code)
    expect(await marksOf(id)).toEqual([])
  })

  it('cannot mark work of their own, though it was for themselves', async () => {
    const { id, code } = dossiers[0] as { id: string; code: string }
    await test.query(
      `insert into directory.appointment (id, post_id, person_id, kind, valid_from)
        select gen_random_uuid(), q.post_id, d.applicant_id, 'acting', '2026-11-01'
        from services.dossier d join workflow.task t on t.subject_id = d.id join directory.principal q on q.key = t.closed_by
        where d.id = $1 and q.post_id is not null limit 1`,
      [id],
    )
    expect((await rate({ code, ...phone }, 5)).body.code).toBe('markOfOfficial')
    await test.query(`delete from directory.appointment where kind = 'acting' and valid_from = '2026-11-01'`)
    expect(await marksOf(id)).toEqual([])
  })

  it('gets one mark in when it is pressed many times at once on two kiosks', async () => {
    const { id, code } = fresh()
    const other = await device('rating-kiosk')
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((mark) => rate({ code, ...phone }, mark, mark % 2 === 0 ? kiosk : other)),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409])
    expect(await marksOf(id)).toHaveLength(1)
  })

  it('with a heap of slips is stopped after ten, and stands out to the head', async () => {
    const quick = await device('rating-kiosk')
    const statuses: number[] = []
    for (const { code } of dossiers.slice(0, 11)) statuses.push((await rate({ code, ...phone }, 5, quick)).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429])
    expect(done(await head.call('GET', '/services/desk-anomalies'))).toContainEqual(
      expect.objectContaining({ name: 'Máy rating-kiosk', rated: 10, average: 5 }),
    )
    pass(11)
    expect((await rate({ code: dossiers[10]?.code, ...phone }, 5, quick)).status).toBe(200)
  })

  it('guessing the phone of a code waits ever longer, and nobody at another kiosk waits with them', async () => {
    const { code } = await fileDossier(test, citizen, licenceExchange)
    const guesses = []
    for (let guess = 0; guess < 8; guess++) guesses.push((await find({ code, phoneEnd: String(1000 + guess) })).status)
    expect(guesses).toEqual([404, 404, 404, 404, 404, 429, 429, 429])
    // The right one waits, too: it was a guess.
    expect((await find({ code, ...phone })).body.code).toBe('lookUpWait')
    for (let guess = 0; guess < 40; guess++) await find({ code: `H02.14-261125-${5000 + guess}`, ...phone })
    expect((await find({ code: 'H02.14-261125-7000', ...phone })).status).toBe(429)
    expect((await find({ code: 'H02.14-261125-7000', ...phone }, await device('rating-kiosk'))).status).toBe(404)
  })
})
