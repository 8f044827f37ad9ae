import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateAt } from '#values/plain-date.ts'
import { completeProcedureOf, copyDraft, done, licenceExchange, submit, writeDraft } from './testing/story.ts'
import { ratingToken } from './testing/rating-link.ts'
import { settleDossier } from './testing/settle-dossier.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Dossiers whose result was handed over are marked: once, by whoever got it, by the link that they were told of or at the desk. */

let test: TestPlatform
let citizen: Visitor
let counter: Visitor
let head: Visitor
let dossiers: { id: string; code: string }[]

beforeAll(async () => {
  test = await startTestPlatform({ dossiers: 0 })
  ;[citizen, counter, head] = await Promise.all([
    test.as('congdan'),
    test.as('motcua.tinh'),
    test.as('truongphong.gtvt'),
  ])
  const first = await writeDraft(test, citizen, licenceExchange)
  const drafts = [first, ...(await copyDraft(test, first, 3))]
  dossiers = []
  for (const draft of drafts) {
    const filed = await submit(citizen, draft)
    await settleDossier(test, citizen, filed.id, completeProcedureOf(licenceExchange))
    dossiers.push(filed)
  }
  await test.settle()
}, 120_000)
afterAll(() => test.stop())

const one = (at: number) => dossiers[at] as { id: string; code: string }
const tokenOf = (at: number) => ratingToken(citizen, one(at).code)
const rate = (token: string, mark: number, comment?: string) =>
  test.nobody.call('POST', '/services/ratings/link', { token, mark, ...(comment && { comment }) })

describe('the link of a message', () => {
  it('rates its own dossier, without signing in, and once', async () => {
    const token = await tokenOf(0)
    const asked = await test.nobody.call('GET', `/services/ratings/link?token=${token}`)
    expect(asked.body).toMatchObject({ code: one(0).code })
    expect(done(await rate(token, 5))).toEqual({ mark: 5 })
    expect((await rate(token, 1)).status).toBe(404)
    expect((await test.nobody.call('GET', `/services/ratings/link?token=${token}`)).status).toBe(404)
    const again = await citizen.call('POST', `/services/my/dossiers/${one(0).id}/rating`, { mark: 1 })
    expect(again.body.code).toBe('alreadyRated')
  })

  it('stands in the e-mail beside the message too', async () => {
    const token = await tokenOf(1)
    const mails = await test.query(
      `select 1 from notification.email where body like '%http://localhost/danh-gia?ma=${token}%'`,
    )
    expect(mails).toHaveLength(1)
  })

  it('is of no use once the dossier was rated otherwise, and made up opens nothing', async () => {
    const token = await tokenOf(1)
    done(await citizen.call('POST', `/services/my/dossiers/${one(1).id}/rating`, { mark: 4 }))
    expect((await rate(token, 1)).status).toBe(404)
    expect((await rate('A'.repeat(22), 1)).status).toBe(404)
  })

  it('is kept nowhere but in the message', async () => {
    const token = await tokenOf(2)
    const [kept] = await test.query<{ digest: Buffer }>(
      `select digest from services.rating_link where dossier_id = '${one(2).id}'`,
    )
    expect(kept?.digest.length).toBe(32)
    expect(kept?.digest.toString()).not.toContain(token)
  })
})

describe('a mark at the desk', () => {
  it('is counted apart, and only where the dossier was received', async () => {
    const other = await test.as('motcua.xa')
    const path = `/services/dossiers/${one(3).id}/desk-rating`
    expect((await other.call('POST', path, { mark: 5 })).status).toBe(404)
    expect((await head.call('POST', path, { mark: 5 })).status).toBe(403)
    expect(done(await counter.call('POST', path, { mark: 5 }))).toEqual({ mark: 5 })
    const today = dateAt(new Date())
    const { rows } = done(await test.nobody.call('GET', `/services/satisfaction?from=${today}&to=${today}`))
    expect(rows).toEqual([
      expect.objectContaining({ rated: 2, satisfied: null, average: null, deskRated: 1, deskSatisfied: null }),
    ])
  })

  it('stands out where many come within seconds of each other', async () => {
    const heads = await test.as('motcua.tinh')
    expect((await heads.call('GET', '/services/desk-anomalies')).status).toBe(403)
    await test.query(`insert into services.dossier select (jsonb_populate_record(d, jsonb_build_object(
        'id', gen_random_uuid(), 'code', 'H02.14-200101-' || n))).* from services.dossier d, generate_series(1001, 1012) n where d.id = '${one(3).id}'`)
    await test.query(`insert into services.rating (dossier_id, mark, rated_at, channel, desk_unit_id, desk_account_id)
      select d.id, 5, r.rated_at + make_interval(secs => 5 * row_number() over ()), 'desk', r.desk_unit_id, r.desk_account_id
      from services.dossier d, services.rating r where d.code like 'H02.14-200101-%' and r.dossier_id = '${one(3).id}'`)
    const [account] = await test.query<{ id: string }>(
      `select a.id from identity.account a join directory.appointment p on p.person_id = a.person_id join directory.post q on q.id = p.post_id
        join services.dossier d on d.receiver_id = q.unit_id where q.function = 'one-stop-head' and d.id = '${one(3).id}' limit 1`,
    )
    const deskHead = await test.asAccount({ id: account?.id as string, kind: 'staff' })
    const [found] = done(await deskHead.call('GET', '/services/desk-anomalies'))
    expect(found).toMatchObject({ rated: 13, average: 5 })
    expect(found.reasons[0].vi).toContain('12 điểm cách điểm trước chưa tới 20 giây')
    const today = dateAt(new Date())
    const { rows } = done(
      await test.nobody.call('GET', `/services/satisfaction?from=${today}&to=${today}&by=procedure`),
    )
    expect(rows[0]).toMatchObject({
      id: licenceExchange,
      deskRated: 13,
      deskShown: 10,
      deskSatisfied: 10,
      satisfied: null,
    })
  })
})

describe('a low mark', () => {
  it('is work for the head of the division, and whoever gave it is answered', async () => {
    done(await rate(await tokenOf(2), 1, 'Phải đi lại ba lần'))
    await test.settle()
    const messages = done(await head.call('GET', '/notification/messages?limit=5')).rows
    expect(messages[0].words.vi).toBe(`Hồ sơ ${one(2).code} bị chấm điểm thấp, cần trả lời người nộp.`)
    const other = await test.as('truongphong.huyen')
    const path = `/services/low-marks/${one(2).id}/answer`
    const words = 'Xin lỗi bà. Tờ hướng dẫn đã sửa, lần sau chỉ phải đến một lần.'
    expect((await other.call('POST', path, { words })).status).toBe(404)
    const { rows } = done(await head.call('GET', '/services/low-marks'))
    expect(rows).toEqual([expect.objectContaining({ code: one(2).code, mark: 1, comment: 'Phải đi lại ba lần' })])
    done(await head.call('POST', path, { words }))
    expect((await head.call('POST', path, { words })).status).toBe(409)
    expect((await head.call('GET', '/services/low-marks')).body.rows).toEqual([])
    await test.settle()
    const seen = done(await citizen.call('GET', `/services/my/dossiers/${one(2).id}`))
    expect(seen).toMatchObject({ rating: 1, ratingAnswer: words })
  })

  it('is not opened by a good one', async () => {
    expect(await test.query('select 1 from services.low_mark')).toHaveLength(1)
  })
})
