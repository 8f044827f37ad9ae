import { randomUUIDv7 } from 'node:crypto'
import { json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { holdsOn, type PlainDate } from '#values/plain-date.ts'
import type { Unit } from '#engines/directory/declare.ts'
import { demoAccounts } from './accounts.ts'
import { createPeople } from './people.ts'
import { createChance } from './random.ts'
import { accountantsOf, officialsOf, type PlannedOfficial } from './staff-plan.ts'

/** The day from which the demo's officials hold their posts: long before its oldest dossier. */
const appointedFrom = '2019-01-01'

const keepersSeed = 303_2016

/** Fills the posts of every unit with officials who do not exist, each with an account; the printed accounts get their own names. */
export async function loadStaff(
  tx: Queries,
  units: readonly Unit[],
  people: ReturnType<typeof createPeople>,
  passwordHash: string,
  on: PlainDate,
): Promise<number> {
  const unitIds = new Map(
    (await rows(tx, sql<{ code: string; id: string }>`select code, id from directory.unit`)).map((row) => [
      row.code,
      row.id,
    ]),
  )
  const present = units.filter((unit) => holdsOn(unit, on))
  const staffed = [...new Map(present.map((unit) => [unit.code, unit])).values()]
  const invented = (one: PlannedOfficial, from: typeof people) => ({ held: one, invented: from.invent([27, 58]) })
  // Of a source of their own: everybody else is who they would be without them.
  const keepers = createPeople(createChance(keepersSeed))
  const officials = [
    ...staffed.flatMap(officialsOf).map((one) => invented(one, people)),
    ...staffed.flatMap(accountantsOf).map((one) => invented(one, keepers)),
  ]
  const taken = new Set<string>()
  const persons: object[] = []
  const posts: object[] = []
  const appointments: object[] = []
  const accounts: object[] = []
  officials.forEach(({ held, invented: known }, order) => {
    const person = { id: randomUUIDv7(), ...known }
    persons.push(person)
    for (const { unit, function: name, title } of held) {
      const unitId = unitIds.get(unit)
      if (unitId === undefined) throw new Error(`demo: no unit ${unit}`)
      const postId = randomUUIDv7()
      posts.push({ id: postId, unitId, name, title })
      appointments.push({ id: randomUUIDv7(), postId, personId: person.id })
    }
    const printed = demoAccounts.find(
      (one) =>
        !taken.has(one.login) &&
        one.posts.length > 0 &&
        one.posts.every((wanted) => held.some((has) => has.unit === wanted.unit && has.function === wanted.function)),
    )
    if (printed) taken.add(printed.login)
    accounts.push({
      id: randomUUIDv7(),
      personId: person.id,
      login: printed?.login ?? `cb${String(order + 1).padStart(4, '0')}`,
    })
  })
  const missing = demoAccounts.filter((one) => one.posts.length > 0 && !taken.has(one.login))
  if (missing.length > 0)
    throw new Error(`demo: nobody holds the posts of ${missing.map((one) => one.login).join(', ')}`)
  await insertPersons(tx, persons)
  await run(
    tx,
    sql`with given as (
        select * from jsonb_to_recordset(${json(posts)}) as g (id uuid, "unitId" uuid, name text, title text)
      ), keyed as (
        insert into directory.principal (kind, unit_id, post_id) select 'post', "unitId", id from given returning key, post_id
      ), functions as (
        insert into directory.principal (kind, unit_id, function) select distinct 'function', "unitId", name from given on conflict do nothing
      )
      insert into directory.post (id, key, unit_id, function, title, valid_from)
      select given.id, keyed.key, given."unitId", given.name, given.title, ${appointedFrom} from given join keyed on keyed.post_id = given.id`,
  )
  await run(
    tx,
    sql`insert into directory.appointment (id, post_id, person_id, kind, valid_from)
      select id, "postId", "personId", 'regular', ${appointedFrom} from jsonb_to_recordset(${json(appointments)}) as g (id uuid, "postId" uuid, "personId" uuid)`,
  )
  await insertAccounts(tx, accounts, 'staff', passwordHash)
  return officials.length
}

export const insertPersons = (tx: Queries, persons: readonly object[]) =>
  run(
    tx,
    sql`insert into directory.person (id, full_name, birth_date, sex, personal_id, phone, email, residence)
      select id, "fullName", "birthDate", sex, "personalId", phone, email, residence
      from jsonb_to_recordset(${json(persons)}) as g (id uuid, "fullName" text, "birthDate" date, sex text, "personalId" text, phone text, email text, residence jsonb)`,
  )

export const insertAccounts = (
  tx: Queries,
  accounts: readonly object[],
  kind: 'staff' | 'citizen',
  passwordHash: string,
) =>
  run(
    tx,
    sql`insert into identity.account (id, kind, person_id, login, password_hash, assurance)
      select id, ${kind}, "personId", login, ${passwordHash}, coalesce(assurance, 2) from jsonb_to_recordset(${json(accounts)}) as g (id uuid, "personId" uuid, login text, assurance int)`,
  )
