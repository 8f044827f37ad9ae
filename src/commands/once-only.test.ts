import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startRegisters, type Registers } from '#sandbox/business-register/business-register.ts'
import { dateAt } from '#values/plain-date.ts'
import { done, fileDossier, licenceExchange, submit, writeDraft } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What is known already is offered with its source and date, and put in by nobody but the applicant. */

let registers: Registers
let test: TestPlatform
let citizen: Visitor
let director: Visitor

beforeAll(async () => {
  registers = await startRegisters(0)
  test = await startTestPlatform({ environment: registers.variables, dossiers: 0 })
  ;[citizen, director] = await Promise.all([test.as('congdan'), test.as('doanhnghiep')])
}, 60_000)
afterAll(async () => {
  await test.stop()
  await registers.stop()
})

const today = dateAt(new Date())
const begin = async (who: Visitor, code: string, onBehalfOf?: string): Promise<string> =>
  done(await who.call('POST', '/services/drafts', { code, ...(onBehalfOf && { onBehalfOf }) })).id
const known = async (who: Visitor, id: string, page: string) =>
  done(await who.call('GET', `/services/drafts/${id}/known?page=${page}`))
const answersOf = async (who: Visitor, id: string) => done(await who.call('GET', `/services/drafts/${id}`)).answers
const take = (who: Visitor, id: string, offer: string) => who.call('POST', `/services/drafts/${id}/known`, { offer })
const sourcesOf = (found: { offers: { from: string }[] }) => found.offers.map(({ from }) => from)

describe('the population register', () => {
  it('is offered with its date to whoever is surely that person', async () => {
    await test.query(`update identity.account set assurance = 2 where login = 'congdan'`)
    citizen = await test.as('congdan')
    await test.query(`update directory.person set residence = null where personal_id = '024168009123'`)
    const id = await begin(citizen, licenceExchange)
    const found = await known(citizen, id, 'applicant')
    expect(found.filled[0].source.vi).toBe('thông tin ở Trang của tôi')
    const offer = found.offers.find(({ from }: { from: string }) => from === 'population-register')
    expect(offer).toMatchObject({ asOf: '2026-05-02', source: { vi: 'Cơ sở dữ liệu quốc gia về dân cư' } })
    expect((await answersOf(citizen, id)).applicant.residence).toBeUndefined()
    done(await take(citizen, id, offer.offer))
    expect((await answersOf(citizen, id)).applicant).toMatchObject({
      residence: { commune: '07381', detail: 'Thôn Hạ' },
      phone: '0979000218',
    })
    expect(sourcesOf(await known(citizen, id, 'applicant'))).not.toContain('population-register')
  })

  it('says nothing to an account that anybody could have opened', async () => {
    await test.query(`update identity.account set assurance = 1 where login = 'congdan'`)
    const unsure = await test.as('congdan')
    const id = await begin(unsure, licenceExchange)
    expect(sourcesOf(await known(unsure, id, 'applicant'))).not.toContain('population-register')
    await test.query(`update identity.account set assurance = 2 where login = 'congdan'`)
    citizen = await test.as('congdan')
  })
})

describe('what a register said', () => {
  it('is corrected by the applicant, who says why, and whoever handles it reads that', async () => {
    const id = await writeDraft(test, citizen, licenceExchange)
    const { applicant } = await answersOf(citizen, id)
    const liveAt = async (detail: string) =>
      done(
        await citizen.call('PUT', `/services/drafts/${id}/pages/applicant`, {
          answers: { applicant: { ...applicant, residence: { ...applicant.residence, detail } } },
        }),
      )
    await liveAt('Thôn Trung')
    const offer = (await known(citizen, id, 'applicant')).offers.find(
      ({ from }: { from: string }) => from === 'population-register',
    )
    expect(offer).toBeDefined()
    done(await take(citizen, id, offer.offer))
    expect((await known(citizen, id, 'applicant')).corrected).toEqual([])
    await liveAt('Thôn Thượng')
    const [corrected] = (await known(citizen, id, 'applicant')).corrected
    expect(corrected).toMatchObject({ field: 'applicant', asOf: '2026-05-02', reason: null })
    expect(corrected.lines.join(' ')).toContain('Thôn Hạ')
    const explain = (who: Visitor, field: string) =>
      who.call('POST', `/services/drafts/${id}/known/reason`, { field, reason: 'Mới chuyển nhà' })
    expect((await explain(director, 'applicant')).status).toBe(404)
    expect((await explain(citizen, 'licence')).status).toBe(404)
    done(await explain(citizen, 'applicant'))
    const filed = await submit(citizen, id)
    const lines = await test.query<{ words: string }>(
      `select words->>'vi' as words from services.dossier_event where dossier_id = $1 and kind = 'corrected'`,
      [filed.id],
    )
    expect(lines).toHaveLength(1)
    expect(lines[0]?.words).toContain(
      'khai khác Cơ sở dữ liệu quốc gia về dân cư, ngày 02/05/2026. Lý do: Mới chuyển nhà',
    )
    expect(await test.query('select 1 from services.draft_known where draft_id = $1', [id])).toEqual([])
  })
})

describe('an earlier dossier', () => {
  it('is offered with its code and day', async () => {
    const { code } = await fileDossier(test, citizen, licenceExchange)
    const id = await begin(citizen, licenceExchange)
    const offer = (await known(citizen, id, 'applicant')).offers.find(
      ({ from }: { from: string }) => from === 'dossier',
    )
    expect(offer).toMatchObject({ asOf: today, source: { vi: `hồ sơ ${code}` } })
  })
})

describe('an offer', () => {
  it('is taken into no other application, and not made up', async () => {
    const [one, other] = [await begin(citizen, licenceExchange), await begin(citizen, licenceExchange)]
    const [offer] = (await known(citizen, one, 'applicant')).offers
    expect((await take(citizen, other, offer.offer)).status).toBe(409)
    expect((await take(citizen, one, 'AAAA')).status).toBe(409)
    expect((await take(director, one, offer.offer)).status).toBe(404)
    expect((await director.call('GET', `/services/drafts/${one}/known?page=applicant`)).status).toBe(404)
  })
})

describe('the register of enterprises', () => {
  it('is offered by the code, counted, and missed by nobody when it hangs', async () => {
    const [code] = done(
      await test.nobody.call('GET', `/services/known/figures?from=${today}&to=${today}`),
    ).askEnterprise
    const [own] = done(await director.call('GET', `/services/my/represented?code=${code}`))
    const id = await begin(director, code, own?.id)
    const { form } = done(await director.call('GET', `/services/drafts/${id}`))
    const page = form.pages.find(({ fields }: { fields: { prefill?: string }[] }) =>
      fields.some(({ prefill }) => prefill === 'enterprise'),
    ).id
    const found = await known(director, id, page)
    const offer = found.offers.find(({ from }: { from: string }) => from === 'business-register')
    expect(offer).toMatchObject({ asOf: '2026-03-12' })
    expect(offer.lines.join(' ')).toContain('Ngô Văn Thắng')
    done(await take(director, id, offer.offer))
    expect((await answersOf(director, id)).enterprise).toMatchObject({ representative: 'Ngô Văn Thắng' })
    const { rows } = done(await test.nobody.call('GET', `/services/known/figures?from=${today}&to=${today}`))
    const counted = { from: 'business-register', taken: 1, applications: 1 }
    // What was taken into an application that is never filed says nothing of the service.
    expect(rows).toContainEqual({ ...counted, filed: 0, procedures: [] })
    await test.query(
      `insert into services.known_use (id, draft_id, procedure_code, field, known_from, as_of, accepted_at)
        select gen_random_uuid(), (select d.id from services.dossier d limit 1), procedure_code, field, known_from, as_of, accepted_at
        from services.known_use where draft_id = $1`,
      [id],
    )
    const { rows: filed } = done(await test.nobody.call('GET', `/services/known/figures?from=${today}&to=${today}`))
    expect(filed).toContainEqual({ ...counted, taken: 2, applications: 2, filed: 1, procedures: [code] })
    registers.hang()
    expect(sourcesOf(await known(director, id, page))).not.toContain('business-register')
  })
})
