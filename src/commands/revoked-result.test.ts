import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { startNationalPortal, type SimulatedNationalPortal } from '#sandbox/national-portal/national-portal.ts'
import { startLinked, type Linked } from './testing/national-link.ts'
import { settleDossier } from './testing/settle-dossier.ts'
import { completeProcedureOf, done, fileDossier, licenceExchange, walkTo, type Filed } from './testing/story.ts'
import type { Visitor } from './testing/test-platform.ts'

/** An issued result is revoked by the head of whoever issued it, for a reason, once; and every place that gave it says so. */

let linked: Linked<SimulatedNationalPortal>
let citizen: Visitor
let head: Visitor
let settled: Filed

const reason = 'Người nộp khai số giấy phép không phải của mình'
const decision = 'Quyết định 45/QĐ-SGTVT ngày 27/11/2026'
const path = (id: string) => `/services/dossiers/${id}/result/revocation`
const revoke = (who: Visitor, id = settled.id, more: object = {}) => who.call('POST', path(id), { reason, ...more })

async function settle(): Promise<Filed> {
  const filed = await fileDossier(linked.test, citizen, licenceExchange)
  await settleDossier(linked.test, citizen, filed.id, completeProcedureOf(licenceExchange))
  return filed
}

const resultOf = async ({ id }: Filed) =>
  (
    await linked.test.query<{ number: string; verificationCode: string; revokedAt: Date | null }>(
      `select number, verification_code as "verificationCode", revoked_at as "revokedAt" from services.result where dossier_id = $1`,
      [id],
    )
  )[0]

beforeAll(async () => {
  linked = await startLinked(await startNationalPortal(0), { dossiers: 0 })
  ;[citizen, head] = (await Promise.all(['congdan', 'giamdoc.gtvt'].map((login) => linked.test.as(login)))) as [
    Visitor,
    Visitor,
  ]
  settled = await settle()
  await linked.untilTold()
}, 240_000)
afterAll(() => linked?.stop())

describe('who may not', () => {
  it.each([
    ['its applicant', 'congdan'],
    ['somebody else', 'doanhnghiep'],
    ['the officer who received it', 'motcua.tinh'],
    ['the specialist', 'chuyenvien.gtvt'],
    ['the head of the division', 'truongphong.gtvt'],
    ['the clerk', 'vanthu.gtvt'],
    ['the head of another department', 'giamdoc.tuphap'],
    ['the chair of the province, whose paper it is not', 'chutich.tinh'],
    ['the administrator', 'quantri'],
  ])('is %s', async (_, login) => {
    const { status } = await revoke(await linked.test.as(login))
    expect([403, 404]).toContain(status)
    expect((await resultOf(settled))?.revokedAt).toBeNull()
    const seen = await (await linked.test.as(login)).call('GET', `/services/dossiers/${settled.id}`)
    expect(seen.body.canRevokeResult ?? false).toBe(false)
  })

  it('is anybody without a reason, of what was read before it changed, or of what is not issued', async () => {
    expect((await head.call('POST', path(settled.id), { reason: 'sai' })).status).toBe(422)
    expect((await revoke(head, settled.id, { revision: 0 })).status).toBe(409)
    const open = await fileDossier(linked.test, citizen, licenceExchange)
    await walkTo(linked.test, open.id, 'appraise')
    expect((await revoke(head, open.id)).status).toBe(409)
  })
})

describe('revoked', () => {
  it('it is so once, however often and by however many it is sent', async () => {
    expect(done(await head.call('GET', `/services/dossiers/${settled.id}`)).canRevokeResult).toBe(true)
    const deputy = await linked.test.as('phogiamdoc.gtvt')
    const answers = await Promise.all([head, deputy, head].map((who) => revoke(who, settled.id, { decision })))
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409, 409])
    expect((await revoke(head)).status).toBe(409)
  })

  it('the paper says so to whoever checks it, with the day and the decision and no reason', async () => {
    const { verificationCode, number } = (await resultOf(settled)) as { verificationCode: string; number: string }
    const shown = done(await linked.test.nobody.call('GET', `/services/verify/${verificationCode}`))
    expect(shown).toMatchObject({ state: 'revoked', number, revokedDecision: decision })
    expect(shown.revokedOn).toMatch(/^20\d\d-/)
    expect(JSON.stringify(shown)).not.toContain(reason)
  })

  it('whoever looks the dossier up reads it, and its applicant the reason too', async () => {
    const looked = done(
      await linked.test.nobody.call('GET', `/services/look-up?code=${settled.code}&phoneEnd=${await phoneEnd()}`),
    )
    expect(looked.nextWords.vi).toMatch(/đã bị thu hồi/)
    const own = done(await citizen.call('GET', `/services/my/dossiers/${settled.id}`))
    expect(own.result).toMatchObject({ revokedFor: reason, revokedDecision: decision })
    expect(own.nextWords.vi).toMatch(/đã bị thu hồi/)
    expect(own.history.at(-1)).toMatchObject({ kind: 'result-revoked', words: { vi: expect.stringContaining(reason) } })
  })

  it('its applicant is told once', async () => {
    await linked.test.settle()
    const told = await linked.test.query<{ words: { vi: string } }>(
      `select words from notification.message where kind = 'dossier.result-revoked' and about = $1`,
      [settled.id],
    )
    expect(told.map(({ words }) => words.vi)).toEqual([expect.stringContaining('bị thu hồi')])
    expect(JSON.stringify(told)).not.toContain(reason)
  })

  it('who did it and why is on the trail', async () => {
    const [entry] = await linked.test.query<{ actor: string; details: string }>(
      `select actor_name as actor, details::text from audit.entry where operation = 'services.revokeResult' and outcome = 'done'
        and $1 = any(objects)`,
      [`dossier:${settled.id}`],
    )
    expect(entry?.details).toContain(reason)
  })

  it('the national portal holds it no more, and its link is dead', async () => {
    const held = () => linked.portal.kept.dossiers.get(settled.code)?.record['DanhSachGiayToKetQua'] as object[]
    expect(held()).toHaveLength(1)
    const [{ DuongDanTepTinKetQua: link }] = held() as [{ DuongDanTepTinKetQua: string }]
    expect((await linked.test.platform.app.request(link)).status).toBe(404)
    await linked.untilTold()
    expect(held()).toEqual([])
  })

  it('its number is used for no other result', async () => {
    const numbers = [(await resultOf(settled))?.number, (await resultOf(await settle()))?.number]
    expect(new Set(numbers).size).toBe(2)
  })

  it('its print says so over everything', async () => {
    const pdf = done(await head.call('GET', `/services/dossiers/${settled.id}/print/result`)) as ArrayBuffer
    expect(readPdf(Buffer.from(pdf)).join(' ').replaceAll(/\s+/g, ' ')).toContain('ĐÃ THU HỒI ngày')
  })
})

async function phoneEnd(): Promise<string> {
  const [found] = await linked.test.query<{ phone: string }>(
    `select answers->'applicant'->>'phone' as phone from services.dossier where id = $1`,
    [settled.id],
  )
  return (found?.phone ?? '').slice(-4)
}
