import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateAt } from '#values/plain-date.ts'
import { doNextStep } from './testing/settle-dossier.ts'
import {
  completeProcedureOf,
  done,
  fileDossier,
  licenceExchange,
  openTasksOf,
  walkTo,
  type Filed,
} from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** The mark that somebody gives on the tablet of a desk is that of the dossier whose result they got there, once, and cannot be stuffed. */

let test: TestPlatform
let head: Visitor
let officer: Visitor
let citizen: Visitor
let kiosk: Visitor
let desks: { id: string; number: number; services: { id: string; letter: string }[] }[]
let tablet: Visitor
let elsewhere: Visitor
let clock = Date.parse('2026-06-24T09:00:00+07:00')

const pass = (minutes: number) => void (clock += minutes * 60_000)
const device = async (kind: string, more: object = {}): Promise<Visitor> =>
  test.withToken(done(await head.call('POST', '/queue/devices', { kind, name: `Máy ${kind}`, ...more })).token)

beforeAll(async () => {
  test = await startTestPlatform({ dossiers: 0, now: () => new Date(clock) })
  head = await test.as('giamdoc.motcua')
  officer = await test.as('motcua.tinh')
  citizen = await test.as('congdan')
  desks = done(await officer.call('GET', '/queue/desk')).desks
  done(await officer.call('POST', `/queue/desks/${desks[0]?.id}/officer`, {}))
  kiosk = await device('kiosk')
  tablet = await device('tablet', { deskId: desks[0]?.id })
  elsewhere = await device('tablet', { deskId: desks[4]?.id })
}, 120_000)
afterAll(() => test?.stop())

/** Somebody takes a number and is called to the desk. */
async function called(): Promise<string> {
  pass(1)
  done(await kiosk.call('POST', '/queue/tickets', { serviceId: desks[0]?.services[0]?.id }))
  return done(await officer.call('POST', '/queue/desk/call', {})).id
}
const link = (id: string) => officer.call('POST', '/queue/desk/dossiers', { dossierId: id })
const finish = async (ticket: string) => done(await officer.call('POST', `/queue/tickets/${ticket}/end`, {}))
const rate = (who: Visitor, ticket: string, mark: number) =>
  who.call('POST', `/queue/tickets/${ticket}/rating`, { mark })
const markOf = async (id: string) =>
  (
    await test.query(
      `select r.mark, r.channel, u.code as unit, p.full_name as officer from services.rating r join directory.unit u on u.id = r.desk_unit_id
        join identity.account a on a.id = r.desk_account_id join directory.person p on p.id = a.person_id where r.dossier_id = $1`,
      [id],
    )
  )[0]

/** Ready to be handed out. */
async function ready(): Promise<Filed> {
  const filed = await fileDossier(test, citizen, licenceExchange)
  await walkTo(test, filed.id, 'deliver')
  return filed
}
const handOut = (id: string) => doNextStep(test, id, completeProcedureOf(licenceExchange))

/** A whole visit: called, the result handed out, gone. */
async function visit(): Promise<{ ticket: string; dossier: Filed }> {
  const dossier = await ready()
  const ticket = await called()
  await handOut(dossier.id)
  done(await link(dossier.id))
  await finish(ticket)
  return { ticket, dossier }
}

describe('a mark on the tablet of a desk', () => {
  it('is the mark of the dossier that was handed out in that visit, of desk and officer, once', async () => {
    const { ticket, dossier } = await visit()
    done(await rate(tablet, ticket, 4))
    expect(await markOf(dossier.id)).toMatchObject({ mark: 4, channel: 'desk', unit: 'TTPVHCC' })
    expect((await rate(tablet, ticket, 5)).body.code).toBe('alreadyRated')
    expect(await markOf(dossier.id)).toMatchObject({ mark: 4 })
    const again = await citizen.call('POST', `/services/my/dossiers/${dossier.id}/rating`, { mark: 1 })
    expect(again.body.code).toBe('alreadyRated')
    // Published by body and by procedure, apart from what citizens give by themselves.
    const day = dateAt(new Date(clock))
    for (const by of ['unit', 'procedure']) {
      const { rows } = done(await test.nobody.call('GET', `/services/satisfaction?by=${by}&from=${day}&to=${day}`))
      expect(rows).toContainEqual(expect.objectContaining({ rated: 0, deskRated: 1 }))
    }
  })

  it('that is low is work for the head of who worked on it', async () => {
    const { ticket, dossier } = await visit()
    done(await rate(tablet, ticket, 1))
    const open = await test.query('select 1 from services.low_mark where dossier_id = $1 and answered_at is null', [
      dossier.id,
    ])
    expect(open).toHaveLength(1)
  })

  it('leaves a mark as it is that its applicant gave before', async () => {
    const dossier = await ready()
    const ticket = await called()
    await handOut(dossier.id)
    done(await link(dossier.id))
    await finish(ticket)
    done(await citizen.call('POST', `/services/my/dossiers/${dossier.id}/rating`, { mark: 2 }))
    done(await rate(tablet, ticket, 5))
    const [kept] = await test.query('select mark, channel from services.rating where dossier_id = $1', [dossier.id])
    expect(kept).toEqual({ mark: 2, channel: 'account' })
  })

  it('says nothing of a dossier that was only filed in that visit: its result is rated when it is there', async () => {
    const ticket = await called()
    const filed = await fileDossier(test, citizen, licenceExchange)
    done(await link(filed.id))
    await finish(ticket)
    done(await rate(tablet, ticket, 5))
    expect(await markOf(filed.id)).toBeUndefined()
    expect((await test.query('select mark from queue.rating where ticket_id = $1', [ticket]))[0]).toEqual({ mark: 5 })
  })
})

describe('whoever would stuff the ballot', () => {
  it('cannot rate from another desk, by an account, a made-up or a revoked machine', async () => {
    const { ticket, dossier } = await visit()
    expect((await rate(elsewhere, ticket, 5)).status).toBe(404)
    expect((await rate(kiosk, ticket, 5)).status).toBe(403)
    expect((await rate(officer, ticket, 5)).status).toBe(403)
    expect((await rate(citizen, ticket, 5)).status).toBe(403)
    expect((await rate(test.nobody, ticket, 5)).status).toBe(401)
    expect((await rate(test.withToken(`ld_${'A'.repeat(40)}`), ticket, 5)).status).toBe(401)
    const { id, token } = done(
      await head.call('POST', '/queue/devices', { kind: 'tablet', name: 'Bị mất', deskId: desks[0]?.id }),
    )
    done(await head.call('POST', `/queue/devices/${id}/revocation`, {}))
    expect((await rate(test.withToken(token), ticket, 5)).status).toBe(401)
    expect(await markOf(dossier.id)).toBeUndefined()
  })

  it('cannot tie dossiers of before to a number and mark them', async () => {
    const { dossier } = await visit()
    pass(30)
    const ticket = await called()
    done(await link(dossier.id))
    await finish(ticket)
    done(await rate(tablet, ticket, 5))
    expect(await markOf(dossier.id)).toBeUndefined()
  })

  it('cannot rate while somebody is served, nor once they have gone', async () => {
    const dossier = await ready()
    const ticket = await called()
    await handOut(dossier.id)
    done(await link(dossier.id))
    expect((await rate(tablet, ticket, 5)).status).toBe(404)
    await finish(ticket)
    pass(5)
    expect(done(await tablet.call('GET', '/queue/tablet')).toRate).toBeNull()
    expect((await rate(tablet, ticket, 5)).status).toBe(404)
    expect(await markOf(dossier.id)).toBeUndefined()
    expect(await openTasksOf(test, dossier.id)).toEqual([])
  })

  it('gets one mark in when it is pressed many times at once', async () => {
    const { ticket, dossier } = await visit()
    const answers = await Promise.all([1, 2, 3, 4, 5].map((mark) => rate(tablet, ticket, mark)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await test.query('select 1 from services.rating where dossier_id = $1', [dossier.id])).toHaveLength(1)
  })
})
