import { randomUUIDv7 } from 'node:crypto'
import { connect, workingRole } from '#kernel/database/connect.ts'
import { find, json, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { civil, dateAt } from '#values/plain-date.ts'
import type { Organization } from '#engines/directory/declare.ts'
import { savePlan } from '#engines/directory/index.ts'
import { hashPassword } from '#engines/identity/index.ts'
import { countAll } from '#engines/reporting/index.ts'
import { createLookups } from '#engines/services/index.ts'
import { systems } from '#systems/index.ts'
import { demoPassword } from './accounts.ts'
import { homeCommune, loadDossiers, type DemoCitizen } from './load-dossiers.ts'
import { loadQuestions } from './load-questions.ts'
import { loadQueue } from './load-queue.ts'
import { insertAccounts, insertPersons, loadStaff } from './load-staff.ts'
import { createPeople } from './people.ts'
import { createChance } from './random.ts'

/** The same seed makes the same people, posts and dossiers; only the dates follow the present day. */
const seed = 24_11_2020

/** Whether the demo province is in this database: its two printed citizens are. */
export async function isDemoLoaded(url: string): Promise<boolean> {
  const { db, close } = connect(url, { size: 1, role: workingRole })
  try {
    return (await find(db, sql`select 1 from identity.account where login = 'congdan'`)) !== undefined
  } finally {
    await close()
  }
}

/** Fills an installed database with the demo province: officials in posts, citizens, a year of dossiers. All or nothing; refused beside accounts of people. */
export async function loadDemo(
  url: string,
  how: { dossiers?: number; now?: Date; organization?: Organization } = {},
): Promise<{ officials: number; dossiers: number }> {
  const { db, close } = connect(url, { size: 2, role: workingRole, name: 'lien-thong demo', silenceMs: 0 })
  const now = how.now ?? new Date()
  const organization = how.organization ?? systems.organization
  const on = dateAt(now)
  const chance = createChance(seed)
  const people = createPeople(chance)
  try {
    return await db.transaction(async (tx) => {
      if ((await find(tx, sql`select 1 from identity.account limit 1`)) !== undefined)
        throw new Error(
          'this database has accounts of its own; the demo, whose password is public, is not put beside them',
        )
      await run(tx, sql`set local statement_timeout = 0`)
      // Living through a year takes a slow or busy machine longer than a transaction may be idle.
      await run(tx, sql`set local idle_in_transaction_session_timeout = 0`)
      const passwordHash = await hashPassword(demoPassword)
      const officials = await loadStaff(tx, organization.units, people, passwordHash, on)
      const communes = organization.areas
        .filter((area) => area.tier === 'commune' && area.to === undefined)
        .map((area) => area.code)
      await openAccounts(tx, now)
      const citizens = await loadCitizens(tx, chance, people, communes, passwordHash)
      const lookups = await createLookups(systems.codeLists).on(tx, on)
      const dossiers = await loadDossiers(tx, {
        count: how.dossiers ?? 5000,
        chance,
        citizens,
        communes,
        lookups,
        procedures: systems.procedures,
        now,
      })
      await loadQuestions(tx, citizens, now)
      await loadQueue(tx, chance, now)
      await draftReorganization(tx, now)
      // Figures are of all that there is from the first page on.
      await countAll({ tx, now: () => now })
      return { officials, dossiers }
    })
  } finally {
    await close()
  }
}

/** An account that takes online payments for every body; numbers are made up. */
const openAccounts = (tx: Queries, now: Date) =>
  run(
    tx,
    sql`insert into payments.beneficiary (unit_id, account_number, account_name, bank_code, changed_at)
      select u.id, '3511.0.' || (1000000 + u.key), v.name, 'KBNN', ${now} from directory.unit u
      join lateral (select name from directory.unit_version where unit_id = u.id and agency_id = u.id order by valid_from desc limit 1) v on true`,
  )

/** The last arrangement that was decided, as a plan for the first of next month: to be looked at, scheduled and taken back. */
async function draftReorganization(tx: Queries, now: Date): Promise<void> {
  const plan = systems.reorganizations.at(-1)
  if (plan === undefined) return
  const [year, month] = dateAt(now).split('-').map(Number) as [number, number]
  const effectiveOn = civil(new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10))
  await savePlan(tx, { plan: { ...plan, effectiveOn }, by: 'demo', at: now })
}

async function loadCitizens(
  tx: Queries,
  chance: ReturnType<typeof createChance>,
  people: ReturnType<typeof createPeople>,
  communes: readonly string[],
  passwordHash: string,
): Promise<DemoCitizen[]> {
  const hamlets = ['Thôn Hạ', 'Thôn Thượng', 'Thôn Đồng Nội', 'Tổ dân phố số 3', 'Thôn Đông', 'Thôn Tây', 'Thôn Trung']
  const invented = Array.from({ length: 1500 }, (_, order) => {
    const person = { id: randomUUIDv7(), ...people.invent([18, 75]) }
    const commune = chance.pick(communes)
    return { ...person, residence: { commune: order % 12 === 7 ? homeCommune : commune, detail: chance.pick(hamlets) } }
  })
  const printed = [
    {
      ...invented[0]!,
      fullName: 'Thân Thị Bích Phượng',
      sex: 'female' as const,
      birthDate: '1968-08-14',
      personalId: '024168009123',
      phone: '0979000218',
      email: 'bich.phuong@example.vn',
      residence: { commune: homeCommune, detail: 'Thôn Hạ' },
    },
    {
      ...invented[1]!,
      fullName: 'Ngô Văn Thắng',
      sex: 'male' as const,
      birthDate: '1980-02-03',
      personalId: '024080004711',
      phone: '0912000678',
      email: 'song.thuong@example.vn',
      residence: { commune: '07201', detail: 'Đường Xương Giang' },
    },
  ]
  const citizens: DemoCitizen[] = [...printed, ...invented.slice(2)].map((citizen, order) => ({
    ...citizen,
    hasEIdentity: order > 1 && order % 3 > 0,
  }))
  await insertPersons(tx, citizens)
  const accounts = citizens.slice(0, 300).map((citizen, order) => ({
    id: randomUUIDv7(),
    personId: citizen.id,
    login: ['congdan', 'doanhnghiep'][order] ?? citizen.personalId,
    assurance: citizen.hasEIdentity ? 3 : 2,
  }))
  await insertAccounts(tx, accounts, 'citizen', passwordHash)
  await run(
    tx,
    sql`with made as (
        insert into directory.enterprise (id, code, name, address, phone, email)
        values (${randomUUIDv7()}, '2400000000', 'Công ty Cổ phần Thương mại Sông Thương', ${json({ commune: '07201', detail: 'Đường Xương Giang' })}, '0204000000', 'song.thuong@example.vn')
        returning id
      ) insert into directory.representative (enterprise_id, person_id, position, valid_from) select id, ${printed[1]!.id}, 'Giám đốc', '2019-01-01' from made`,
  )
  return citizens
}
