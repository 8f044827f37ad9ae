import { afterAll, beforeAll, expect, test } from 'vitest'
import { noFaults, type Faults } from '#sandbox/national-portal/faults.ts'
import { startNationalPortal, type SimulatedNationalPortal } from '#sandbox/national-portal/national-portal.ts'
import { nationalProfile } from '#systems/national/portal-profile.ts'
import { compareBooks } from './testing/national-books.ts'
import { startLinked, type Linked } from './testing/national-link.ts'
import { done } from './testing/story.ts'

const later = '2999-01-01'
const hour = 3_600_000
const together = 6
let linked: Linked<SimulatedNationalPortal>

beforeAll(async () => {
  const profile = { ...nationalProfile, timeoutSeconds: 1 }
  linked = await startLinked(await startNationalPortal(0), { profile, dossiers: 240 })
  // Everything waits until a test lets some of it go.
  await linked.test.query(
    `insert into national_portal.delivery (dossier_id, kind, next_at, changed_at)
      select d.id, kind, case kind when 'record' then '${later}' else 'infinity' end::timestamptz, now()
      from services.dossier d cross join unnest(array['record', 'progress']) kind where d.procedure_code ~ '^[0-9]'`,
  )
}, 120_000)
afterAll(() => linked.stop())

/** Lets so many dossiers go, every other as if it had been filed there, so that its status goes back by a message of its own. */
async function letGo(count: number): Promise<void> {
  const gone = await linked.test.query<{ id: string }>(
    `update national_portal.delivery set next_at = now() where kind = 'record' and dossier_id in (
      select v.dossier_id from national_portal.delivery v where v.kind = 'record' and v.next_at = '${later}' order by
        (select count(*) from workflow.task t where t.subject_id = v.dossier_id and not t.is_open) desc, v.dossier_id limit ${count}) returning dossier_id as id`,
  )
  expect(gone.length).toBe(count)
  for (const [order, { id }] of gone.entries()) {
    if (order % 2 > 0) continue
    const code = `G22.99-${id}`
    await linked.test.query(
      `with filed as (insert into national_portal.incoming (code, id, procedure_code, raw, state, dossier_id, next_at, fetched_at, filed_at)
          select $1, id, procedure_code, '{}', 'filed', id, filed_at, filed_at, filed_at from services.dossier where id = $2)
        insert into national_portal.delivery (dossier_id, kind, next_at, changed_at) values ($2, 'status', 'infinity', now())`,
      [code, id],
    )
    linked.portal.file({ MaHoSo: code })
  }
}

const books = () =>
  compareBooks(
    (text) => linked.test.query(text),
    linked.portal.kept.dossiers,
    `exists (select from national_portal.delivery v where v.dossier_id = d.id and v.kind = 'record' and v.next_at <> '${later}')`,
  )

const asOperator = async (method: 'GET' | 'POST', path: string, body?: object) =>
  done(await (await linked.test.as('ketnoi.quocgia')).call(method, `/national-portal/${path}`, body))

const causes = async (): Promise<string[]> =>
  (await asOperator('GET', 'link')).causes.map(({ cause }: { cause: string }) => cause)

/** Lets pauses go by, and everything that waits be told. */
async function settle(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    linked.pass(hour)
    await linked.untilTold()
  }
}

const calls = (service: string): number => linked.portal.calls.get(service) ?? 0

/** How the far side lies, and what reconciliation then shows; nothing = it came right by itself. */
const cases: readonly [string, Partial<Faults>, readonly string[]][] = [
  ['refuses by a code of no list, and keeps it', { lie: 'refuses-and-keeps' }, ['other']],
  ['says "later", and keeps it', { lie: 'later-and-keeps' }, []],
  ['fails, and keeps it', { lie: 'fails-and-keeps' }, []],
  ['cuts the line after it kept it', { lie: 'cuts-the-line' }, []],
  ['gives half an answer', { lie: 'half-an-answer' }, []],
  ['accepts it and loses it', { lie: 'accepts-and-loses' }, ['lost']],
  ['answers with a page of HTML', { lie: 'page-of-html' }, []],
  ['answers 200 with an error that has no code', { lie: 'error-without-code' }, []],
  ['answers in another charset', { lie: 'other-charset' }, []],
  ['writes a mark of byte order before its JSON', { lie: 'byte-order-mark' }, []],
  ['puts nothing, numbers and lists between what it says', { lie: 'odd-entries' }, []],
  // What it knows by its filing it would have refused as new: that answer never came, and the record is not there.
  ['speaks of another dossier', { lie: 'names-another' }, ['lost']],
  ['keeps it and answers after we gave up waiting', { lie: 'answers-too-late' }, []],
  ['ends the session in the middle', { sessionCalls: 3 }, []],
]

test.each(cases)(
  'a far side that %s ends with the same books, each dossier, step and status once',
  async (_, faults, shown) => {
    const before = calls('DongBoHoSoMC')
    Object.assign(linked.portal.faults, faults)
    await letGo(together)
    await linked.until(() => {
      // So that what waits after a failure is tried again at once.
      linked.pass(30_000)
      return calls('DongBoHoSoMC') > before
    })
    // Then only about what follows a record. Steps that it loses while it keeps the record no service of it tells: they are not among the cases.
    linked.portal.faults.liesAbout = [
      'DongBoTrangThaiHoSo',
      ...(faults.lie === 'accepts-and-loses' ? [] : ['CapNhatTienDoHoSoMC']),
    ]
    await letGo(together)
    const [steps, statuses] = [calls('CapNhatTienDoHoSoMC'), calls('DongBoTrangThaiHoSo')]
    await linked.until(() => {
      linked.pass(30_000)
      return calls('CapNhatTienDoHoSoMC') > steps && calls('DongBoTrangThaiHoSo') > statuses
    })
    Object.assign(linked.portal.faults, noFaults)
    await settle()
    await asOperator('POST', 'checks', {})
    await settle()
    expect(await causes()).toEqual(shown)
    for (const cause of shown) await asOperator('POST', 'repairs', { cause })
    await settle()
    expect(await causes()).toEqual([])
    expect(await books()).toEqual([])
  },
  60_000,
)
