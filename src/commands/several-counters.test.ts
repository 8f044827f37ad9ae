import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requiredPapers } from '#engines/forms/contract.ts'
import { answersTo, completeProcedureOf, done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'
import { officerOfTwoCounters } from './testing/two-counters.ts'

/** An officer with posts at the counters of two communes, who acts from the desk of a third unit, works at both counters. */

let test: TestPlatform
let officer: Visitor
let ids: Record<string, string>
const birth = '1.001193'
const applicant = { fullName: 'Giáp Văn Sáu', personalId: '024055000777', phone: '0355123987' }

beforeAll(async () => {
  test = await startTestPlatform()
  ;({ officer, ids } = await officerOfTwoCounters(test))
}, 240_000)
afterAll(() => test.stop())

async function receive(counterId: string | undefined) {
  const procedure = completeProcedureOf(birth)
  const answers = await answersTo(test, procedure)
  return officer.call('POST', `/services/reception/${birth}`, {
    applicant,
    answers,
    paperOnly: requiredPapers(procedure.papers, answers).map((paper) => paper.id),
    ...(counterId !== undefined && { counterId }),
  })
}

describe('an officer of two counters', () => {
  it('sees both, whatever post they act from, and chooses where they receive', async () => {
    const counters = done(await officer.call('GET', '/services/counters')) as { id: string }[]
    expect(new Set(counters.map((counter) => counter.id))).toEqual(new Set([ids['07381.MC'], ids['07384.MC']]))
    const prepared = done(await officer.call('GET', `/services/reception/${birth}?counterId=${ids['07384.MC']}`))
    expect(prepared.counter.id).toBe(ids['07384.MC'])
    expect(prepared.counters).toHaveLength(2)
  })

  it('receives at each of them for its own place, and hands over a list from each', async () => {
    const receipts = [done(await receive(ids['07381.MC'])), done(await receive(ids['07384.MC']))]
    expect(new Set(receipts.map((receipt) => receipt.receiverName)).size).toBe(2)
    const ready = done(await officer.call('GET', '/services/handovers/ready')) as {
      dossierId: string
      fromUnitId: string
      toUnitId: string
    }[]
    const rows = receipts.map((receipt) => ready.find((row) => row.dossierId === receipt.id))
    expect(rows.map((row) => row?.fromUnitId)).toEqual([ids['07381.MC'], ids['07384.MC']])
    const list = done(
      await officer.call('POST', '/services/handovers', {
        toUnitId: rows[1]?.toUnitId,
        dossierIds: [rows[1]?.dossierId],
      }),
    )
    const made = done(await officer.call('GET', '/services/handovers')) as { id: string; fromUnitName: string }[]
    expect(made.find((one) => one.id === list.id)?.fromUnitName).toBe(receipts[1].receiverName)
  })

  it('helps to file online at each of them, of all that there are, and that counter is named', async () => {
    const prepare = async (query = '') =>
      done(await officer.call('GET', `/services/reception/${birth}?channel=online${query}`))
    expect(new Set((await prepare()).counters.map((counter: { id: string }) => counter.id))).toEqual(
      new Set([ids['07381.MC'], ids['07384.MC']]),
    )
    expect((await prepare(`&counterId=${ids['07384.MC']}`)).counter.id).toBe(ids['07384.MC'])
    const procedure = completeProcedureOf(birth)
    const answers = await answersTo(test, procedure)
    const papers = []
    for (const { id } of requiredPapers(procedure.papers, answers))
      papers.push({ paper: id, fileIds: [await test.upload(officer)] })
    const body = { applicant, answers, papers, place: '07384', confirmed: 'screen', counterId: ids['07384.MC'] }
    const { id } = done(await officer.call('POST', `/services/assisted-filings/${birth}`, body))
    const [dossier] = await test.query<{ helped: string }>(
      `select assisted_unit_id as helped from services.dossier where id = $1`,
      [id],
    )
    expect(dossier?.helped).toBe(ids['07384.MC'])
  })

  it('is refused at the counter of somebody else', async () => {
    const [other] = await test.query<{ id: string }>(`select id from directory.unit where code = '217.MC'`)
    expect((await receive(other?.id)).body).toMatchObject({ code: 'notHere' })
    expect(
      (await officer.call('GET', `/services/dossier-book?from=2026-01-01&to=2026-12-31&counterId=${other?.id}`)).status,
    ).toBe(404)
    expect(
      (await officer.call('GET', `/services/dossier-book?from=2026-01-01&to=2026-12-31&counterId=${ids['07384.MC']}`))
        .status,
    ).toBe(200)
  })
})
