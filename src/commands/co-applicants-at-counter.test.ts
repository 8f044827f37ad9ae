import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { requiredPapers } from '#engines/forms/contract.ts'
import { housePermit, marriage, thang } from './testing/co-applicants.ts'
import { answersTo, completeProcedureOf, done, licenceExchange, type Filed } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Two people stand at the counter, or one brings the form that both signed: the officer records who files too and how they confirmed. */

let test: TestPlatform
let officer: Visitor
let phuong: Visitor
let present: Visitor

const applicant = { fullName: 'Thân Thị Bích Phượng', personalId: '024168009123', phone: '0979000218' }
const groom = { fullName: thang.name, personalId: thang.personalId, confirmed: 'present' }
const newcomer = { fullName: 'Đàm Thế Vinh', personalId: '024095000881', birthDate: '1995-03-02', phone: '0355000881' }

beforeAll(async () => {
  test = await startTestPlatform()
  officer = await test.as('motcua.xa')
  phuong = await test.as('congdan')
  present = await test.as('doanhnghiep')
}, 240_000)
afterAll(() => test.stop())

async function paperForm(code: string) {
  const procedure = completeProcedureOf(code)
  const answers = await answersTo(test, procedure)
  return { applicant, answers, paperOnly: requiredPapers(procedure.papers, answers).map((paper) => paper.id) }
}
const receive = async (coApplicants: readonly object[], { code = marriage, who = officer } = {}) =>
  who.call('POST', `/services/reception/${code}`, { ...(await paperForm(code)), coApplicants })

async function help(coApplicants: readonly object[]) {
  const procedure = completeProcedureOf(marriage)
  const answers = await answersTo(test, procedure)
  const papers = []
  for (const { id } of requiredPapers(procedure.papers, answers))
    papers.push({ paper: id, fileIds: [await test.upload(officer)] })
  const body = { applicant, answers, papers, place: '07381', confirmed: 'print', coApplicants }
  return officer.call('POST', `/services/assisted-filings/${marriage}`, body)
}
const historyOf = async (who: Visitor, { id }: Filed): Promise<string[]> =>
  done(await who.call('GET', `/services/my/dossiers/${id}`)).history.map(
    (line: { words: { vi: string } }) => line.words.vi,
  )
const keptOf = ({ id }: Filed) =>
  test.query<{ name: string; confirmed: string; recordedBy: string }>(
    `select name, confirmed, recorded_by as "recordedBy" from services.dossier_co_applicant where dossier_id = $1`,
    [id],
  )
const personOf = async (personalId: string) =>
  (
    await test.query<{ id: string; phone: string; born: string }>(
      `select id, phone, birth_date::text as born from directory.person where personal_id = $1`,
      [personalId],
    )
  )[0]

describe('a counter knows', () => {
  it('of each procedure how many may file together, and in which case', async () => {
    const prepare = async (code: string, channel = 'online') =>
      done(await officer.call('GET', `/services/reception/${code}?channel=${channel}`)).coApplicants
    expect(await prepare(marriage, 'counter')).toEqual({ called: { vi: 'Bên kia', en: expect.any(String) }, most: 1 })
    expect(await prepare('2.000889')).toMatchObject({ most: 10, when: { field: 'isShared', is: true } })
    expect(await prepare(licenceExchange)).toBeNull()
  })
})

describe('somebody who confirms before the officer', () => {
  let dossier: Filed
  let name: string

  beforeAll(async () => {
    dossier = done(await receive([groom]))
    name = done(await officer.call('GET', '/identity/me')).name
  })

  it('files too: both follow the dossier, and both read how it was confirmed', async () => {
    expect(await keptOf(dossier)).toEqual([{ name: thang.name, confirmed: 'present', recordedBy: name }])
    for (const who of [phuong, present])
      expect(await historyOf(who, dossier)).toContain(`Cùng nộp, đã xác nhận tại quầy: ${thang.name}`)
    expect(done(await present.call('GET', `/services/my/dossiers/${dossier.id}`))).toMatchObject({
      coApplicants: [thang.name],
      standing: 'together',
    })
  })

  it('is named on receipt and printed form, and is told', async () => {
    expect(done(await phuong.call('GET', `/services/my/dossiers/${dossier.id}/receipt`)).coApplicants).toEqual([
      thang.name,
    ])
    const pdf = done(await phuong.call('GET', `/services/dossiers/${dossier.id}/print/application`)) as ArrayBuffer
    expect(readPdf(Buffer.from(pdf)).join(' ').replaceAll(/\s+/g, ' ')).toContain(`${thang.name}, xác nhận tại quầy`)
    await test.settle()
    const { rows } = done(await present.call('GET', '/notification/messages?limit=50'))
    expect(rows.some((one: { link: string }) => one.link.endsWith(dossier.id))).toBe(true)
  })

  it('stands in the trail with the officer who wrote it down, and sees that themselves', async () => {
    const auditor = await test.as('quantri')
    const subject = (await personOf(thang.personalId))?.id
    const { rows } = done(await auditor.call('GET', `/audit/entries?object=person:${subject}&limit=20`))
    const entry = rows.find((one: { operation: string }) => one.operation === 'services.receiveAtCounter')
    expect(entry).toMatchObject({ actorName: name, outcome: 'done' })
    const { objects } = done(await auditor.call('GET', `/audit/entries/${entry.id}`))
    expect(objects).toContainEqual({ type: 'person', id: subject, facts: { filedTogether: 'present' } })
    const mine = done(await present.call('GET', '/audit/my-data?limit=50')).rows
    expect(mine).toContainEqual(expect.objectContaining({ who: name, operation: 'services.receiveAtCounter' }))
  })
})

describe('somebody who signed the paper form', () => {
  it('need not come; a person not known yet is kept as the officer wrote them', async () => {
    const dossier = done(await receive([{ ...newcomer, confirmed: 'signed' }]))
    expect(await keptOf(dossier)).toMatchObject([{ name: newcomer.fullName, confirmed: 'signed' }])
    expect(await historyOf(phuong, dossier)).toContain(`Cùng nộp, đã ký tờ khai giấy: ${newcomer.fullName}`)
    expect(await personOf(newcomer.personalId)).toMatchObject({ phone: newcomer.phone, born: newcomer.birthDate })
  })

  it('keeps the phone that is known of them, whatever the other says', async () => {
    done(await receive([{ ...groom, phone: '0911111111', confirmed: 'signed' }]))
    expect(await personOf(thang.personalId)).toMatchObject({ phone: thang.phone })
  })

  it('files too where an officer helps to file online', async () => {
    const dossier = done(await help([{ ...groom, confirmed: 'signed' }]))
    expect(await historyOf(present, dossier)).toContain(`Cùng nộp, đã ký tờ khai giấy: ${thang.name}`)
  })
})

describe('nothing is filed', () => {
  const refusals: readonly [string, readonly object[], string, string?][] = [
    [
      'while one of them has not confirmed',
      [{ ...groom, confirmed: undefined }],
      'incomplete',
      'co-applicants.0.confirmed',
    ],
    [
      'with the applicant as their own co-applicant',
      [{ ...groom, ...applicant }],
      'incomplete',
      'co-applicants.0.personalId',
    ],
    [
      'under the number of somebody else',
      [{ ...newcomer, personalId: thang.personalId, confirmed: 'present' }],
      'otherPerson',
      'co-applicants.0.personalId',
    ],
    ['with more than the procedure allows', [groom, { ...newcomer, confirmed: 'present' }], 'coApplicantsFull'],
    ['with half a number', [{ ...groom, personalId: '0240' }], 'invalidInput', 'coApplicants.0.personalId'],
    [
      'with a way to confirm that a counter does not have',
      [{ ...groom, confirmed: 'online' }],
      'invalidInput',
      'coApplicants.0.confirmed',
    ],
  ]
  it.each(refusals)('%s', async (_, named, code, path) => {
    const before = await test.query(`select from services.dossier`)
    for (const answer of [await receive(named), await help(named)]) {
      expect([answer.status, answer.body.code]).toEqual([422, code])
      expect(answer.body.places?.[0]?.path).toBe(path)
    }
    expect(await test.query(`select from services.dossier`)).toHaveLength(before.length)
  })

  it('with one person named twice', async () => {
    const district = await test.as('motcua.huyen')
    const { body } = await receive([groom, { ...newcomer, personalId: groom.personalId, confirmed: 'present' }], {
      code: housePermit,
      who: district,
    })
    expect(body.places).toMatchObject([
      { path: 'co-applicants.1.personalId', message: { en: expect.stringContaining('above') } },
    ])
  })

  it('with a co-applicant where everybody files alone', async () => {
    const province = await test.as('motcua.tinh')
    const { status, body } = await receive([groom], { code: licenceExchange, who: province })
    expect([status, body.code]).toEqual([404, 'notFound'])
  })
})
