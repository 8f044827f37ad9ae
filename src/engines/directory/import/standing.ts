import { rows, sql } from '#kernel/database/query.ts'
import { scopeOf, type Scope } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import type { Words } from '#values/words.ts'
import { permitsBeyond } from '../permits-beyond.ts'
import { endingUnits } from '../reorganization/today.ts'
import { sayFunction } from '../said-names.ts'
import type { FoundAccount, LaterEngines } from './later-engines.ts'
import type { Staffing } from '../contract/quota.ts'
import type { GivenRow } from './read-file.ts'
import { readTies, type Ties } from './ties.ts'
import type { KnownFunction } from './understand-row.ts'

export interface UnitVersion {
  readonly unitId: string
  readonly code: string
  readonly key: number
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly name: string
  readonly shortName: string | null
  readonly kind: string
  readonly parentCode: string | null
  readonly agencyCode: string
  readonly organCode: string | null
  readonly taxCode: string | null
}

export interface StandingPost {
  readonly id: string
  readonly key: number
  readonly unit: string
  readonly function: string
  readonly title: string
  readonly staffing: Staffing
  readonly from: PlainDate
  readonly to: PlainDate | null
}

export interface StandingAppointment {
  readonly id: string
  readonly postId: string
  readonly personId: string
  readonly personName: string
  readonly kind: string
  readonly from: PlainDate
  readonly to: PlainDate | null
}

export interface StandingPerson {
  readonly id: string
  readonly fullName: string
  readonly birthDate: PlainDate | null
  readonly personalId: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly isOfficial: boolean
  /** The codes of the units where they hold or held a post. */
  readonly units: readonly string[]
}

/** What the directory says of everything that a file names, and how far its sender reaches. */
export interface Standing {
  readonly today: PlainDate
  /** Who sends the file: nobody gives themselves a post. */
  readonly sender: string | undefined
  readonly functions: readonly KnownFunction[]
  /** By code, the oldest first. */
  readonly units: ReadonlyMap<string, readonly UnitVersion[]>
  readonly ending: ReadonlySet<string>
  readonly posts: readonly StandingPost[]
  readonly appointments: readonly StandingAppointment[]
  readonly people: readonly StandingPerson[]
  readonly accounts: readonly FoundAccount[]
  readonly reach: Scope
  readonly accountReach: Scope
  /** What holds on to the posts of units of which something ends. */
  readonly ties: Ties
}

/** Reads all of it in as many statements, whatever the size of the file. */
export async function readStanding(
  ctx: Context,
  given: readonly GivenRow[],
  { accounts, followers }: LaterEngines,
): Promise<Standing> {
  const { tx } = ctx
  const today = dateAt(ctx.now())
  const cells = (key: string) => [...new Set(given.flatMap((row) => row.cells[key] ?? []))]
  const codes = cells('unit')
  const versions = await rows(
    tx,
    sql<UnitVersion>`select u.id as unit_id, u.code, u.key, v.valid_from as "from", v.valid_to as "to", v.name, v.short_name, v.kind,
        parent.code as parent_code, agency.code as agency_code, v.organ_code, v.tax_code
      from directory.unit u join directory.unit_version v on v.unit_id = u.id join directory.unit agency on agency.id = v.agency_id
        left join directory.unit parent on parent.id = v.parent_id
      order by u.code, v.valid_from`,
  )
  const posts = await rows(
    tx,
    sql<StandingPost>`select p.id, p.key, u.code as unit, p.function, p.title, p.staffing, p.valid_from as "from", p.valid_to as "to"
      from directory.unit u join directory.post p on p.unit_id = u.id
      where u.code = any(${codes}::text[]) and p.valid_to is distinct from p.valid_from order by p.id`,
  )
  const appointments = await rows(
    tx,
    sql<StandingAppointment>`select a.id, a.post_id, a.person_id, n.full_name as person_name, a.kind, a.valid_from as "from", a.valid_to as "to"
      from directory.unit u join directory.post p on p.unit_id = u.id join directory.appointment a on a.post_id = p.id
      join directory.person n on n.id = a.person_id where u.code = any(${codes}::text[]) order by a.id`,
  )
  const logins = cells('login').map((login) => login.toLowerCase())
  const owned = await accounts.find(tx, { logins, persons: [] })
  const people = await rows(
    tx,
    sql<StandingPerson>`with official as materialized (
        select a.person_id as id, array_agg(distinct u.code) as units
        from directory.appointment a join directory.post p on p.id = a.post_id join directory.unit u on u.id = p.unit_id group by 1
      ), found as (
        select id from directory.person where personal_id = any(${cells('personalId')}::text[])
        union select unnest(${owned.map(({ personId }) => personId)}::uuid[])
        union select official.id from official join directory.person n on n.id = official.id
          where n.folded = any(${cells('fullName').map(fold)}::text[])
      )
      select n.id, n.full_name, n.birth_date, n.personal_id, n.phone, n.email, official.id is not null as is_official,
        coalesce(official.units, '{}') as units
      from found join directory.person n on n.id = found.id left join official on official.id = n.id
      where n.merged_into is null order by n.id`,
  )
  const theirs = await accounts.find(tx, { logins: [], persons: people.map(({ id }) => id) })
  return {
    today,
    sender: ctx.actor.person,
    functions: (
      await rows(
        tx,
        sql<{
          function: string
          title: Words
          isBeyond: boolean
        }>`select r.function, r.title, ${permitsBeyond(ctx, 'directory.manage')} as is_beyond
          from directory.role r order by r.function`,
      )
    ).map(({ function: name, title, isBeyond }) => ({
      function: name,
      isBeyond,
      names: [title.vi, title.en, name, sayFunction(name).vi, sayFunction(name).en],
    })),
    units: Map.groupBy(versions, ({ code }) => code),
    ending: await endingUnits(tx, today),
    posts,
    appointments,
    people,
    accounts: [...owned, ...theirs],
    reach: scopeOf(ctx.actor, 'directory.manage'),
    accountReach: accounts.reach(ctx),
    ties: await readTies(tx, unitsWithEnds(given), today, followers),
  }
}

const unitsWithEnds = (given: readonly GivenRow[]): string[] => [
  ...new Set(given.flatMap(({ cells: { to, unit } }) => (to === undefined || unit === undefined ? [] : [unit]))),
]
