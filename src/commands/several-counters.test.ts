import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requiredPapers } from '#engines/forms/contract.ts'
import { answersTo, completeProcedureOf, done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** An officer with posts at the counters of two communes, who acts from the desk of a third unit, works at both counters. */

let test: TestPlatform
let officer: Visitor
let ids: Record<string, string>
const birth = '1.001193'
const applicant = { fullName: 'Giáp Văn Sáu', personalId: '024055000777', phone: '0355123987' }

beforeAll(async () => {
  test = await startTestPlatform()
  const specialist = done(await (await test.as('chuyenvien.xa')).call('GET', '/identity/me'))
  // The registrar of the commune also sits at its counter and, on some days, at that of the neighbours.
  await test.query(
    `insert into directory.appointment (id, post_id, person_id, kind, valid_from)
      select gen_random_uuid(), p.id, a.person_id, 'acting', current_date - 9
      from directory.post p join directory.unit u on u.id = p.unit_id, directory.appointment a
      where p.function = 'receiver' and u.code = any('{07381.MC,07384.MC}') and a.post_id = $1 and a.valid_to is null`,
    [specialist.post.id],
  )
  officer = await test.as('chuyenvien.xa')
  ids = Object.fromEntries(
    (
      await test.query<{ code: string; id: string }>(`select code, id from directory.unit where code like '0738%.MC'`)
    ).map((row) => [row.code, row.id]),
  )
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
