import { randomUUIDv7 } from 'node:crypto'
import { get, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { keep } from '#kernel/database/memory.ts'
import { fail } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Staffing } from './contract/quota.ts'
import { createPostKey, functionKey } from './principal.ts'
import { mustBeVacant } from './vacant.ts'
import { validOn } from './valid-on.ts'

export interface NewPost {
  readonly unitId: string
  readonly function: string
  readonly title: string
  readonly staffing?: Staffing | undefined
  readonly from: PlainDate
}

/** Creates a post with its key, and the key of its function in the unit. */
export async function createPost(tx: Queries, post: NewPost): Promise<{ id: string; key: number }> {
  await tellRightsChanged(tx)
  const id = randomUUIDv7()
  const key = await createPostKey(tx, post.unitId, id)
  await functionKey(tx, post.unitId, post.function)
  await run(
    tx,
    sql`insert into directory.post (id, key, unit_id, function, title, staffing, valid_from)
      values (${id}, ${key}, ${post.unitId}, ${post.function}, ${post.title}, ${post.staffing ?? 'civil-servant'}, ${post.from})`,
  )
  return { id, key }
}

/** What does not change with the day: where a post is, and against which quota it counts. */
export const placeOfPost = (tx: Queries, postId: string) =>
  get(
    tx,
    sql<{ unitId: string; staffing: Staffing }>`select unit_id, staffing from directory.post where id = ${postId}`,
  )

export const setStaffing = (tx: Queries, postId: string, staffing: Staffing): Promise<number> =>
  run(tx, sql`update directory.post set staffing = ${staffing} where id = ${postId} and staffing <> ${staffing}`)

export interface Appointment {
  readonly postId: string
  readonly personId: string
  readonly kind?: 'regular' | 'acting' | 'secondment'
  readonly from: PlainDate
  /** The first day without it, where that is known. */
  readonly until?: PlainDate | undefined
  readonly decision?: string | undefined
}

/** Appoints a person to a post from a day on, for good or until a day. */
export async function appoint(tx: Queries, appointment: Appointment): Promise<string> {
  await tellRightsChanged(tx)
  const id = randomUUIDv7()
  await run(
    tx,
    sql`insert into directory.appointment (id, post_id, person_id, kind, valid_from, valid_to, decision)
      values (${id}, ${appointment.postId}, ${appointment.personId}, ${appointment.kind ?? 'regular'}, ${appointment.from},
        ${appointment.until ?? null}, ${appointment.decision ?? null})`,
  )
  return id
}

/** Ends an appointment; its last day is the day before `on`. */
export async function endAppointment(tx: Queries, id: string, on: PlainDate): Promise<number> {
  await tellRightsChanged(tx)
  return run(
    tx,
    sql`update directory.appointment set valid_to = ${on} where id = ${id} and valid_to is null and valid_from < ${on}`,
  )
}

/** Ends a post that nobody holds from a day on; its last day is the day before `on`. */
export async function endPost(tx: Queries, id: string, on: PlainDate): Promise<void> {
  await tellRightsChanged(tx)
  await mustBeVacant(tx, { postId: id, from: on, until: null })
  const ended = await run(
    tx,
    sql`update directory.post set valid_to = ${on} where id = ${id} and valid_to is null and valid_from < ${on}`,
  )
  if (ended === 0) fail('conflict')
}

export interface PostRow {
  readonly id: string
  readonly key: number
  readonly unitId: string
  readonly unitName: string
  readonly function: string
  readonly title: string
  readonly staffing: Staffing
  readonly personId: string | null
  readonly personName: string | null
  readonly appointmentId: string | null
  readonly appointmentKind: string | null
}

/** Posts as of a day with who holds them, as `p`, `v` (unit), `a` (appointment), `person`; ends in its conditions. */
export const postRows = (on: PlainDate) => sql`
  select p.id, p.key, p.unit_id, v.name as unit_name, p.function, p.title, p.staffing, person.id as person_id,
    person.full_name as person_name, a.id as appointment_id, a.kind as appointment_kind
  from directory.post p
  join directory.unit_version v on v.unit_id = p.unit_id and ${validOn('v', on)}
  left join directory.appointment a on a.post_id = p.id and ${validOn('a', on)}
  left join directory.person on person.id = a.person_id
  where ${validOn('p', on)}`

/** The posts of a unit with who holds them; vacant ones too. */
export const postsOfUnit = (tx: Queries, unitId: string, on: PlainDate): Promise<PostRow[]> =>
  rows(tx, sql<PostRow>`${postRows(on)} and p.unit_id = ${unitId} order by p.function, p.title, p.id`)

export const getPost = (tx: Queries, postId: string, on: PlainDate): Promise<PostRow> =>
  get(tx, sql<PostRow>`${postRows(on)} and p.id = ${postId}`)

/** Who holds posts with a function in a unit, by key; what a task addressed to the function can be given to. Vacant posts are nobody's. */
export const holdersOf = (tx: Queries, unitId: string, name: string, on: PlainDate): Promise<PostRow[]> =>
  keep(tx, `holders ${unitId} ${name} ${on}`, () =>
    rows(
      tx,
      sql<PostRow>`${postRows(on)} and p.unit_id = ${unitId} and p.function = ${name} and a.id is not null order by p.id`,
    ),
  )

/** Who holds posts with one of these functions anywhere in an agency, unit by unit. */
export const holdersInAgency = (
  tx: Queries,
  agencyId: string,
  names: readonly string[],
  on: PlainDate,
): Promise<PostRow[]> =>
  rows(
    tx,
    sql<PostRow>`${postRows(on)} and v.agency_id = ${agencyId} and p.function = any(${names}::text[]) and a.id is not null
      order by v.name, p.title, p.id`,
  )

/** The name of whoever holds the post with a key on a date, as a scalar; null for the key of a function or a vacant post. */
export const holderOfKey = (key: Fragment, on: PlainDate): Fragment =>
  sql`(select person.full_name from directory.principal q
    join directory.appointment a on a.post_id = q.post_id and ${validOn('a', on)}
    join directory.person on person.id = a.person_id where q.key = ${key} order by a.kind = 'regular' desc, a.valid_from desc limit 1)`
