import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, dateAt } from '#values/plain-date.ts'
import { done, fileDossier, licenceExchange, officialAt, walkTo } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** The public figures count what their words say, and add up. */

let test: TestPlatform
let citizen: Visitor
const today = dateAt(new Date())

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
}, 240_000)
afterAll(() => test.stop())

const figures = async (query = `from=${today}&to=${today}`) =>
  done(await test.nobody.call('GET', `/services/figures?by=procedure&${query}`))

const totals = async () => (await figures()).total as Record<string, number>

/** What a story adds to each figure of today, but for those it leaves alone. */
async function added(story: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await totals()
  await story()
  const after = await totals()
  const changes = Object.keys(after).map((key) => [key, Number(after[key]) - Number(before[key])] as const)
  return Object.fromEntries(changes.filter(([, change]) => change !== 0 && !Number.isNaN(change)))
}

const act = async (id: string, act: { action: string; step: string; reason?: string }) =>
  done(await (await officialAt(test, id, act.step)).call('POST', `/services/dossiers/${id}/actions`, { act }))

describe('a dossier', () => {
  it('that is only filed is not received, nor is one rejected at the counter handled', async () => {
    const { id } = await fileDossier(test, citizen, licenceExchange)
    expect(await added(() => act(id, { action: 'reject', step: 'receive', reason: 'Không thuộc thẩm quyền' }))).toEqual(
      {},
    )
  })

  it('that is withdrawn after reception was received and is no longer in progress, but was not handled', async () => {
    const { id } = await fileDossier(test, citizen, licenceExchange)
    expect(await added(() => walkTo(test, id, 'appraise'))).toEqual({ received: 1, online: 1, inProgress: 1 })
    expect(
      await added(async () => done(await citizen.call('POST', `/services/my/dossiers/${id}/withdrawal`, {}))),
    ).toEqual({ stopped: 1, inProgress: -1 })
  })

  it('in progress past its day is late though nothing came of it yet', async () => {
    const { id } = await fileDossier(test, citizen, licenceExchange)
    await walkTo(test, id, 'appraise')
    const past = () => test.query(`update services.dossier set deadline = now() - interval '1 day' where id = $1`, [id])
    expect(await added(past)).toEqual({ inProgressLate: 1 })
    // Whatever is done counts the deadline anew.
    expect(await added(() => walkTo(test, id, 'deliver'))).toEqual({
      finished: 1,
      onTime: 1,
      inProgress: -1,
      inProgressLate: -1,
    })
  })
})

describe('the figures', () => {
  it.each([`from=${addDays(today, -365)}&to=${today}`, `from=${addDays(today, -60)}&to=${addDays(today, -30)}`])(
    'of %s add up in each row and in all',
    async (period) => {
      const { rows, total } = await figures(period)
      expect(total.received + total.finished).toBeGreaterThan(0)
      for (const row of [...rows, total]) {
        expect(row.carried + row.received).toBe(row.finished + row.stopped + row.inProgress)
        expect(row.onTime + row.late).toBe(row.finished)
        expect(row.inProgressLate).toBeLessThanOrEqual(row.inProgress)
      }
    },
  )

  it('by field call each field by its own name', async () => {
    const { rows } = done(await test.nobody.call('GET', `/services/figures?by=field&from=${addDays(today, -365)}`))
    const names = rows.map((row: { name: { vi: string } }) => row.name.vi)
    expect(new Set(names).size).toBe(names.length)
    const fields = await test.query<{ field: string }>(
      `select distinct p.field from services.dossier d join services.procedure p on p.code = d.procedure_code
        where d.received_at is not null and (d.finished_at is null or d.finished_at > now() - interval '364 days')`,
    )
    expect(names.toSorted()).toEqual(fields.map((row) => row.field).toSorted())
  })
})
