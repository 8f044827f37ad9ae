import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requiredPapers } from '#engines/forms/contract.ts'
import { dateAt } from '#values/plain-date.ts'
import { answersTo, completeProcedureOf, done, writeDraft } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Who pays less says so when filing; whoever receives it decides; nothing is asked for meanwhile, and the accounts say what is not collected. */

const code = '2.000488'
const full = 200_000
const noon = new Date(`${dateAt(new Date())}T12:00:00+07:00`).getTime() - Date.now()
const now = () => new Date(Date.now() + noon)

let test: TestPlatform
let citizen: Visitor
let officer: Visitor
let accountant: Visitor

beforeAll(async () => {
  test = await startTestPlatform({ dossiers: 0, now })
  ;[citizen, officer, accountant] = await Promise.all([
    test.as('congdan'),
    test.as('motcua.tinh'),
    test.as('ketoan.tinh'),
  ])
}, 240_000)
afterAll(() => test.stop())

/** An application that asks by a ground, with its proof; not sent. */
async function written(ground: string, hasProof = true): Promise<string> {
  const id = await writeDraft(test, citizen, code)
  done(await citizen.call('PUT', `/services/drafts/${id}/pages/fee-exemption`, { answers: { feeExemption: ground } }))
  if (hasProof)
    done(
      await citizen.call('POST', `/services/drafts/${id}/papers`, {
        paper: `exemption-${ground}`,
        fileId: await test.upload(citizen),
      }),
    )
  return id
}

const send = (id: string) => citizen.call('POST', `/services/drafts/${id}/submission`, { declared: true })
const filed = async (ground: string): Promise<string> => done(await send(await written(ground))).id
const own = async (id: string) => done(await citizen.call('GET', `/services/my/dossiers/${id}`))
const seen = async (id: string) => done(await officer.call('GET', `/services/dossiers/${id}`))
const decide = (id: string, decision: object, who = officer) =>
  who.call('POST', `/services/dossiers/${id}/exemption`, decision)
const accept = async (id: string) => {
  const { revision } = await seen(id)
  return officer.call('POST', `/services/dossiers/${id}/actions`, {
    revision,
    act: { action: 'complete', step: 'receive' },
  })
}
const waived = async () =>
  done(await accountant.call('GET', `/payments/reconciliation?day=${dateAt(now())}`)).waived as {
    ground: { vi: string }
    count: number
    waived: number
  }[]

describe('an exemption that is asked for online', () => {
  it('is shown with what would be left, and needs its proof', async () => {
    const id = await written('student', false)
    expect(done(await citizen.call('GET', `/services/drafts/${id}`)).fees).toMatchObject([
      { amount: 100_000, exemption: { ground: 'student', percent: 50, fullAmount: full } },
    ])
    const refused = await send(id)
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused.body)).toContain('papers.exemption-student')
  })

  it('holds the fee back until it is decided: nothing is due, taken or received meanwhile', async () => {
    const id = await filed('student')
    expect(await own(id)).toMatchObject({
      fees: [],
      toPay: { total: 0 },
      exemptions: [{ state: 'asked', fullAmount: full, amount: 100_000 }],
    })
    expect((await citizen.call('POST', `/services/my/dossiers/${id}/payment`)).status).toBe(404)
    const taken = await officer.call('POST', `/services/dossiers/${id}/fees`, { fee: 'fee', method: 'cash' })
    expect(taken.body.code).toBe('exemptionOpen')
    expect((await accept(id)).body.code).toBe('exemptionOpen')
  })

  it('granted in part leaves the rest to pay, whose name says why, and goes into the accounts of the day once', async () => {
    const id = await filed('student')
    done(await decide(id, { granted: true }))
    expect(await own(id)).toMatchObject({
      toPay: { total: 100_000, fees: [{ name: { vi: expect.stringMatching(/giảm 50%.*Sinh viên/) } }] },
    })
    expect((await decide(id, { granted: true })).body.code).toBe('exemptionDecided')
    expect((await decide(id, { granted: false, reason: 'Thẻ đã hết hạn' })).body.code).toBe('exemptionDecided')
    expect((await waived()).find(({ ground }) => ground.vi === 'Sinh viên')).toMatchObject({
      count: 1,
      waived: 100_000,
    })
    done(await accept(id))
    const paid = done(await officer.call('POST', `/services/dossiers/${id}/fees`, { fee: 'fee', method: 'cash' }))
    expect(paid).toMatchObject({ amount: 100_000, receiptNumber: expect.stringMatching(/^\d{7}$/) })
  })

  it('granted whole leaves nothing to pay and no receipt', async () => {
    const id = await filed('poor-household')
    done(await decide(id, { granted: true }))
    done(await accept(id))
    expect(await own(id)).toMatchObject({
      fees: [],
      toPay: { total: 0 },
      exemptions: [{ state: 'granted', amount: 0 }],
    })
    expect((await waived()).find(({ ground }) => ground.vi === 'Người thuộc hộ nghèo')).toMatchObject({ waived: full })
  })

  it('refused with a reason makes all of it due, and the applicant is told why', async () => {
    const id = await filed('disabled')
    expect((await decide(id, { granted: false })).status).toBe(422)
    done(await decide(id, { granted: false, reason: 'Giấy xác nhận của người khác' }))
    expect(await own(id)).toMatchObject({
      toPay: { total: full },
      exemptions: [{ state: 'refused', reason: 'Giấy xác nhận của người khác' }],
    })
    await test.settle()
    const { rows } = done(await citizen.call('GET', '/notification/messages?limit=20'))
    const { code: dossierCode } = await own(id)
    expect(rows.map(({ words }: { words: { vi: string } }) => words.vi)).toContain(
      `Hồ sơ ${dossierCode}: không được miễn, giảm phí, lệ phí. Lý do: Giấy xác nhận của người khác. Xin trả phí để hồ sơ đi tiếp.`,
    )
    expect((await waived()).some(({ ground }) => ground.vi === 'Người khuyết tật')).toBe(false)
  })

  it('is decided only by whoever receives the dossier, and not by the applicant', async () => {
    const id = await filed('student')
    expect((await decide(id, { granted: true }, citizen)).status).toBe(403)
    expect([403, 404]).toContain((await decide(id, { granted: true }, await test.as('motcua.huyen'))).status)
    expect(await own(id)).toMatchObject({ exemptions: [{ state: 'asked' }] })
  })
})

describe('an exemption at the counter', () => {
  it('is confirmed by receiving it: the rest is taken at once', async () => {
    const procedure = completeProcedureOf(code)
    const answers = { ...(await answersTo(test, procedure)), feeExemption: 'student' }
    const { id } = done(
      await officer.call('POST', `/services/reception/${code}`, {
        applicant: { fullName: 'Giáp Văn Sáu', personalId: '024055000777', phone: '0355123987' },
        answers,
        paperOnly: [...requiredPapers(procedure.papers, answers).map((paper) => paper.id), 'exemption-student'],
        paidFees: [{ fee: 'fee', method: 'cash' }],
      }),
    )
    expect(await seen(id)).toMatchObject({
      isReceived: true,
      fees: [{ amount: 100_000, method: 'cash' }],
      exemptions: [{ state: 'granted', ground: 'student' }],
    })
  })
})

describe('the article that exempts', () => {
  it('is asked of whoever confirms where the procedure names a document alone, and stands in dossier and accounts', async () => {
    const id = await filed('poor-household')
    const basis = 'Thông tư 244/2016/TT-BTC, Điều 5 khoản 4'
    const [granted] = done(await decide(id, { granted: true, basis }))
    expect(granted).toMatchObject({ basis, state: 'granted' })
    expect((await own(id)).exemptions).toMatchObject([{ basis }])
    const rows = await test.query<{ basis: string }>(`select basis from payments.waiver where reference like $1`, [
      `%${id}%`,
    ])
    expect(rows).toEqual([{ basis }])
  })

  it('that the procedure names itself is nobody’s to change', async () => {
    const id = await filed('poor-household')
    await test.query(`update services.fee_exemption set basis = 'Luật Hộ tịch 2014, Điều 11' where dossier_id = $1`, [
      id,
    ])
    expect(done(await decide(id, { granted: true, basis: 'Nghị định khác, Điều 1' }))).toMatchObject([
      { basis: 'Luật Hộ tịch 2014, Điều 11' },
    ])
  })
})
