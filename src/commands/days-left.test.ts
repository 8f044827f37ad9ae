import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import { done, fileDossier, licenceExchange, openTasksOf, submit, walkTo, writeDraft } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What an official reads in a list is what the dossier's own page says. */

/** Three working days; 23 calendar days where another place has to be asked. */
const certificate = '1.004873'

let test: TestPlatform
let citizen: Visitor
let clock = () => new Date()

beforeAll(async () => {
  test = await startTestPlatform({ now: () => clock() })
  citizen = await test.as('congdan')
}, 240_000)
afterAll(() => test.stop())

interface Listed {
  readonly id: string
  readonly left: { readonly days: number; readonly unit: string }
}

const listOf = async (who: Visitor): Promise<Listed[]> =>
  done(await who.call('GET', '/services/dossiers?view=all&limit=100')).rows

async function holder(id: string): Promise<Visitor> {
  const [task] = await openTasksOf(test, id)
  return test.asHolderOf(task?.assignee as number)
}

it('a list tells as many days as the dossier, each case of a procedure by its own limit', async () => {
  const usual = await submit(citizen, await writeDraft(test, citizen, certificate))
  const otherwise = { proof: 'outside' }
  const asked = await submit(citizen, await writeDraft(test, citizen, certificate, { otherwise }))
  await walkTo(test, usual.id, 'check')
  await walkTo(test, asked.id, 'check')
  const official = await holder(asked.id)
  const listed = await listOf(official)
  const unitOf = (id: string) => listed.find((row) => row.id === id)?.left.unit
  expect([unitOf(usual.id), unitOf(asked.id)]).toEqual(['working-day', 'calendar-day'])
  for (const { id, left } of listed)
    expect(done(await official.call('GET', `/services/dossiers/${id}`)).left, id).toEqual(left)
})

it('what is not received yet is answered within hours of work, so its days are working days', async () => {
  const { id } = await fileDossier(test, citizen, licenceExchange)
  const receiver = await holder(id)
  const row = (await listOf(receiver)).find((one) => one.id === id)
  expect(row?.left.unit).toBe('working-day')
  expect(done(await receiver.call('GET', `/services/dossiers/${id}`)).left).toEqual(row?.left)
})

it('an inbox counts the working days of each step', async () => {
  const { rows } = done(await (await test.as('motcua.tinh')).call('GET', '/workflow/inbox'))
  const [today] = await test.query<{ day: string }>(
    `select to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day`,
  )
  const workingDays: string[] = done(await test.nobody.call('GET', `/calendar/working-days/${today?.day}?count=120`))
  const ahead = rows.filter((row: { due: string }) => new Date(row.due) > new Date())
  expect(ahead).not.toHaveLength(0)
  for (const { due, left } of ahead) {
    const day = new Date(new Date(due).getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
    expect(left).toEqual({ days: workingDays.filter((one) => one <= day).length, unit: 'working-day' })
  }
})

it('late or due soon are counted those alone whose time runs, as their rows say', async () => {
  const receiver = await test.as('motcua.tinh')
  interface Row extends Listed {
    readonly status: string
    readonly deadline: string
    readonly finishedAt: string | null
  }
  const { id } = await fileDossier(test, citizen, licenceExchange)
  for (const table of ['services.dossier', 'services.dossier_access'])
    await test.query(`update ${table} set deadline = deadline - interval '90 days' where is_open`)
  await test.query('update services.dossier set finished_at = filed_at where id = $1', [id])
  const { rows }: { rows: Row[] } = done(await receiver.call('GET', '/services/dossiers?view=open&limit=100'))
  const isPast = ({ deadline }: Row) => new Date(deadline) < new Date()
  const running = rows.filter(({ status, finishedAt }) => status === 'open' && finishedAt === null)
  expect(rows.filter(isPast).length).toBeGreaterThan(running.filter(isPast).length)
  const counted = done(await receiver.call('GET', '/services/dossiers/count'))
  expect(counted).toMatchObject({
    open: rows.length,
    late: running.filter(isPast).length,
    dueSoon: running.filter((row) => !isPast(row) && row.left.days <= 1).length,
  })
})

it('until when of a day a counter receives what counts that day is told as the counter declares it, from its day on', async () => {
  const birthRegistration = '1.001193'
  const untilOf = async (code: string) =>
    done(await test.nobody.call('GET', `/services/procedures/${code}`)).sameDayUntil
  expect([await untilOf(birthRegistration), await untilOf(licenceExchange)]).toEqual(['15:00', null])
  const draft = await writeDraft(test, citizen, birthRegistration)
  // The sessions of today are over tomorrow.
  const drafted = async () =>
    done(await (await test.as('congdan')).call('GET', `/services/drafts/${draft}`)).sameDayUntil
  expect(await drafted()).toBe('15:00')
  const [body] = await test.query<{ id: string }>(`select id from directory.unit where code = 'UBND-07381'`)
  const from = addDays(dateAt(new Date()), 1)
  const later = {
    unitId: body!.id,
    from,
    kind: 'above',
    cutOff: '16:30',
    document: '5/QĐ-UBND',
    reason: 'Nhận muộn hơn',
  }
  done(await (await test.as('quantri')).call('POST', '/calendar/hours', later))
  expect(await drafted()).toBe('15:00')
  clock = () => instantOf(from, 1)
  expect([await drafted(), await untilOf(birthRegistration)]).toEqual(['16:30', '15:00'])
})
