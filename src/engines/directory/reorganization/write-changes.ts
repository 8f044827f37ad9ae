import { randomUUIDv7 } from 'node:crypto'
import { json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Unit } from '../declare.ts'
import { validOn } from '../valid-on.ts'
import type { EveUnit } from './eve.ts'
import { agencyAbove } from './organization-after.ts'
import { journal } from './journal.ts'
import type { Prepared } from './prepare.ts'

/** One reorganisation while it is written into the directory. */
export interface Writing {
  readonly id: string
  readonly effectiveOn: PlainDate
  readonly document: string
  readonly at: Date
}

/** Ends and opens areas from the day on, and says which follows which. */
export async function writeAreas(tx: Queries, { id, effectiveOn }: Writing, { changes }: Prepared): Promise<void> {
  const ending = [...changes.endedAreas, ...changes.openedAreas.map(({ code }) => code)]
  await journal(
    tx,
    id,
    sql`with before as (
        select code, valid_from, valid_to from directory.area a where code = any(${ending}::text[]) and ${validOn('a', effectiveOn)} for update
      ), ended as (
        update directory.area a set valid_to = ${effectiveOn} from before
        where a.code = before.code and a.valid_from = before.valid_from and before.valid_from < ${effectiveOn}
      )
      select 'area' as entity, code as key, valid_from, false as was_added, valid_to from before`,
  )
  await journal(
    tx,
    id,
    sql`insert into directory.area (code, valid_from, tier, name, parent_code)
      select code, ${effectiveOn}, tier, name, parent
      from jsonb_to_recordset(${json(changes.openedAreas)}) as g (code text, tier text, name text, parent text)
      returning 'area' as entity, code as key, valid_from, true as was_added, null::date as valid_to`,
  )
  await run(
    tx,
    sql`insert into directory.area_succession (reorganization_id, from_code, to_code, effective_on, share)
      select ${id}, "from", "to", ${effectiveOn}, share
      from jsonb_to_recordset(${json(changes.areaSuccessions)}) as g ("from" text, "to" text, share double precision)`,
  )
}

/** Ends, opens and renames units from the day on; answers the id of each by its code. */
export async function writeUnits(
  tx: Queries,
  { id, effectiveOn }: Writing,
  { eve, changes, after }: Prepared,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map([
    ...[...eve.units.values()].map((unit) => [unit.code, unit.id] as const),
    ...(await makeUnits(tx, changes.opened)),
  ])
  const rewritten = [...changes.changed, ...moveWithAgency(eve.units, after.units, changes.changed)]
  const ended = changes.successions.filter(({ ends }) => ends).map(({ unit }) => unit.id)
  const closing = [...ended, ...rewritten.map(({ code }) => ids.get(code))]
  await journal(
    tx,
    id,
    sql`with before as (
        select unit_id, valid_from, valid_to from directory.unit_version v where unit_id = any(${closing}::uuid[]) and ${validOn('v', effectiveOn)} for update
      ), ended as (
        update directory.unit_version v set valid_to = ${effectiveOn} from before
        where v.unit_id = before.unit_id and v.valid_from = before.valid_from and before.valid_from < ${effectiveOn}
      )
      select 'unit_version' as entity, unit_id::text as key, valid_from, false as was_added, valid_to from before`,
  )
  const versions = [...changes.opened, ...rewritten].map((unit) => ({
    id: ids.get(unit.code),
    name: unit.name,
    short: unit.shortName,
    kind: unit.kind,
    tier: unit.tier,
    parent: unit.parent === undefined ? null : ids.get(unit.parent),
    agency: ids.get(after.agencyOf(unit.code)),
    area: unit.area,
    organ: unit.organCode,
    tax: unit.taxCode,
    address: unit.address,
    phone: unit.phone,
  }))
  await journal(
    tx,
    id,
    sql`insert into directory.unit_version (unit_id, valid_from, name, short_name, kind, tier, parent_id, agency_id, area_code, organ_code,
        tax_code, address, phone)
      select id, ${effectiveOn}, name, short, kind, tier, parent, agency, area, organ, tax, address, phone
      from jsonb_to_recordset(${json(versions)}) as g (id uuid, name text, short text, kind text, tier text, parent uuid, agency uuid,
        area text, organ text, tax text, address text, phone text)
      returning 'unit_version' as entity, unit_id::text as key, valid_from, true as was_added, null::date as valid_to`,
  )
  const successions = changes.successions.flatMap(({ unit, into, heir }) =>
    into.map(({ code, area }) => ({ from: unit.id, to: ids.get(code), area, heir: code === heir })),
  )
  await run(
    tx,
    sql`insert into directory.unit_succession (reorganization_id, from_unit_id, to_unit_id, area_code, effective_on, is_heir)
      select ${id}, "from", "to", area, ${effectiveOn}, heir
      from jsonb_to_recordset(${json(successions)}) as g ("from" uuid, "to" uuid, area text, heir boolean)`,
  )
  return ids
}

/** The ids of units that are new; one that was once taken back is there already. */
async function makeUnits(tx: Queries, opened: readonly Unit[]): Promise<(readonly [string, string])[]> {
  const codes = opened.map(({ code }) => code)
  const known = await rows(
    tx,
    sql<{ code: string; id: string }>`select code, id from directory.unit where code = any(${codes}::text[])`,
  )
  const fresh = codes
    .filter((code) => !known.some((unit) => unit.code === code))
    .map((code) => ({ code, id: randomUUIDv7() }))
  await run(
    tx,
    sql`with given as (
        select * from jsonb_to_recordset(${json(fresh)}) as g (id uuid, code text)
      ), keyed as (
        insert into directory.principal (kind, unit_id) select 'unit', id from given returning key, unit_id
      )
      insert into directory.unit (id, code, key) select given.id, given.code, keyed.key from given join keyed on keyed.unit_id = given.id`,
  )
  return [...known, ...fresh].map(({ code, id }) => [code, id] as const)
}

/** Units that change nothing of their own and yet come under another agency, because something above them moved. */
function moveWithAgency(
  before: ReadonlyMap<string, EveUnit>,
  after: ReadonlyMap<string, Unit>,
  changed: readonly Unit[],
): Unit[] {
  const written = new Set(changed.map(({ code }) => code))
  return [...after.values()].filter(
    ({ code }) => before.has(code) && !written.has(code) && agencyAbove(before, code) !== agencyAbove(after, code),
  )
}

/** A post that somebody gets: theirs from the day on, or one that stands vacant. */
export interface NewPlace {
  readonly personId: string
  readonly fromPostKey: number
  readonly unit: string
  readonly function: string
  readonly key: number
}

/** Ends the posts of units that end, and puts their people where the plan says. */
export async function writeOfficials(
  tx: Queries,
  { id, effectiveOn, document }: Writing,
  { changes, landings, titles }: Prepared,
  ids: ReadonlyMap<string, string>,
): Promise<NewPlace[]> {
  const ended = changes.successions.filter(({ ends }) => ends).map(({ unit }) => unit.id)
  const leaving = landings.map(({ holder }) => holder.appointmentId)
  await journal(
    tx,
    id,
    sql`with before as (
        select a.id, a.valid_from, a.valid_to from directory.appointment a join directory.post p on p.id = a.post_id
        where (p.unit_id = any(${ended}::uuid[]) or a.id = any(${leaving}::uuid[])) and ${validOn('a', effectiveOn)} and a.valid_from < ${effectiveOn}
      ), done as (
        update directory.appointment a set valid_to = ${effectiveOn} from before where a.id = before.id
      )
      select 'appointment' as entity, id::text as key, valid_from, false as was_added, valid_to from before`,
  )
  await journal(
    tx,
    id,
    sql`with before as (
        select p.id, p.valid_from, p.valid_to from directory.post p
        where p.unit_id = any(${ended}::uuid[]) and ${validOn('p', effectiveOn)} and p.valid_from < ${effectiveOn}
      ), done as (
        update directory.post p set valid_to = ${effectiveOn} from before where p.id = before.id
      )
      select 'post' as entity, id::text as key, valid_from, false as was_added, valid_to from before`,
  )
  await journal(
    tx,
    id,
    sql`with before as (
        select d.id, d.valid_from, d.valid_to from directory.delegation d
        join directory.post f on f.id = d.from_post_id join directory.post t on t.id = d.to_post_id
        where d.revoked_at is null and d.valid_from < ${effectiveOn} and d.valid_to > ${effectiveOn}
          and (f.valid_to = ${effectiveOn} or t.valid_to = ${effectiveOn})
      ), done as (
        update directory.delegation d set valid_to = ${effectiveOn} from before where d.id = before.id
      )
      select 'delegation' as entity, id::text as key, valid_from, false as was_added, valid_to from before`,
  )
  const places = landings.map((landing) => ({
    post: randomUUIDv7(),
    appointment: randomUUIDv7(),
    unit: ids.get(landing.unit),
    name: landing.function,
    title: landing.function === landing.holder.function ? landing.holder.title : titles.get(landing.function),
    person: landing.holder.personId,
    kind: landing.holder.kind,
    before: landing.holder.postKey,
  }))
  const posts = await journal<{ entity: string; key: string; postKey: number }>(
    tx,
    id,
    sql`with given as (
        select * from jsonb_to_recordset(${json(places)}) as g (post uuid, unit uuid, name text, title text, before int)
      ), keyed as (
        insert into directory.principal (kind, unit_id, post_id) select 'post', unit, post from given returning key, post_id
      )
      insert into directory.post (id, key, unit_id, function, title, staffing, valid_from)
      select given.post, keyed.key, given.unit, given.name, given.title, left_post.staffing, ${effectiveOn} from given
        join keyed on keyed.post_id = given.post join directory.post left_post on left_post.key = given.before
      returning 'post' as entity, id::text as key, valid_from, true as was_added, null::date as valid_to, key as post_key`,
  )
  await journal(
    tx,
    id,
    sql`insert into directory.appointment (id, post_id, person_id, kind, valid_from, decision)
      select appointment, post, person, kind, ${effectiveOn}, ${document}
      from jsonb_to_recordset(${json(places)}) as g (appointment uuid, post uuid, person uuid, kind text)
      returning 'appointment' as entity, id::text as key, valid_from, true as was_added, null::date as valid_to`,
  )
  const keyOf = new Map(posts.map(({ key, postKey }) => [key, postKey]))
  return places.map(({ post, person }, at) => {
    const { holder, unit, function: name } = landings[at] as (typeof landings)[number]
    return { personId: person, fromPostKey: holder.postKey, unit, function: name, key: keyOf.get(post) as number }
  })
}

/** Says who works on what was addressed to posts and functions of the units whose work goes to others. */
export async function writeKeys(
  tx: Queries,
  { id, effectiveOn }: Writing,
  prepared: Prepared,
  ids: ReadonlyMap<string, string>,
  places: readonly NewPlace[],
): Promise<void> {
  const ways = prepared.ways.flatMap((way) => (way.to === undefined ? [] : [{ ...way, to: way.to }]))
  const functions = new Map(
    ways.map(({ to }) => [`${to.unit} ${to.function}`, { unit: ids.get(to.unit), name: to.function }]),
  )
  await run(
    tx,
    sql`insert into directory.principal (kind, unit_id, function)
      select 'function', unit, name from jsonb_to_recordset(${json([...functions.values()])}) as g (unit uuid, name text)
      on conflict (unit_id, function) where kind = 'function' do nothing`,
  )
  const keys = new Map(
    (
      await rows(
        tx,
        sql<{
          unit: string
          name: string
          key: number
        }>`select u.code as unit, q.function as name, q.key from directory.principal q
          join directory.unit u on u.id = q.unit_id where q.kind = 'function' and u.code = any(${[...new Set(ways.map(({ to }) => to.unit))]}::text[])`,
      )
    ).map((row) => [`${row.unit} ${row.name}`, row.key]),
  )
  const placeOf = new Map(places.map((place) => [`${place.fromPostKey} ${place.unit} ${place.function}`, place.key]))
  const successions = ways.map(({ key, unit, to, isOnly }) => ({
    from: key,
    unit: ids.get(unit),
    to: placeOf.get(`${key} ${to.unit} ${to.function}`) ?? keys.get(`${to.unit} ${to.function}`),
    isOnly,
  }))
  await run(
    tx,
    sql`insert into directory.key_succession (reorganization_id, from_key, to_unit_id, to_key, effective_on, is_only)
      select ${id}, "from", unit, "to", ${effectiveOn}, "isOnly"
      from jsonb_to_recordset(${json(successions)}) as g ("from" integer, unit uuid, "to" integer, "isOnly" boolean)`,
  )
}

/** Says which body does from the day on what processes still name another for. */
export const writeCompetence = (tx: Queries, { id, effectiveOn }: Writing, { plan }: Prepared): Promise<number> =>
  run(
    tx,
    sql`insert into directory.competence (reorganization_id, number, effective_on, from_tier, from_agency, from_division, procedures,
        to_tier, to_agency, to_division)
      select ${id}, g.number, ${effectiveOn}, g.rule->'from'->>'tier', g.rule->'from'->>'agency', g.rule->'from'->>'division',
        case when g.rule ? 'procedures' then array(select jsonb_array_elements_text(g.rule->'procedures')) end,
        g.rule->'to'->>'tier', g.rule->'to'->>'agency', g.rule->'to'->>'division'
      from jsonb_array_elements(${json(plan.competence)}) with ordinality as g (rule, number)`,
  )
