import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { dateAt } from '#values/plain-date.ts'
import { delegationCounts, validOn } from '#engines/directory/index.ts'
import { countedAt, stillCounts } from '../dossier/dossier-access.ts'

/** By which way somebody sees a dossier: the reach of their post, a post lent to them, or on request. */
export type SeenBy = 'unit' | 'agency' | 'subtree' | 'all' | 'delegation' | 'granted'

export interface Reader {
  readonly personId: string
  readonly name: string
  readonly title: string
  readonly unitName: string
  readonly by: SeenBy
  /** Whose post was lent. */
  readonly fromName: string | null
  /** When this way ends, as far as is known: the first instant or day without it. */
  readonly until: string | null
  /** An open step of it is theirs. */
  readonly works: boolean
}

/** More names than these nobody reads. */
export const mostReaders = 500

/**
 * The officials who see a dossier at a moment, each once by every way: the predicate of `dossier-access.ts` asked the other way round, so
 * that it starts from the few units that have to do with the dossier. `everyone` adds those who read all dossiers of the province.
 */
export const whoSees = (
  tx: Queries,
  dossierId: string,
  at: Date,
  { everyone, asOf }: { readonly everyone: boolean; readonly asOf?: Date },
): Promise<Reader[]> => {
  const on = dateAt(at)
  const rowsOfIt = sql`services.dossier_access a where a.dossier_id = ${dossierId} and ${stillCounts(at)}
    ${asOf === undefined ? sql`` : sql`and ${countedAt(asOf)}`}`
  return rows(
    tx,
    sql<Reader>`
      with recursive access as materialized (select a.principal, a.ends_at from ${rowsOfIt}),
      concerned as materialized (
        select u.id as unit_id, v.agency_id, v.parent_id from access join directory.unit u on u.key = access.principal
        left join directory.unit_version v on v.unit_id = u.id and ${validOn('v', on)}
      ), above as (
        select unit_id, parent_id from concerned
        union
        select v.unit_id, v.parent_id from above join directory.unit_version v on v.unit_id = above.parent_id and ${validOn('v', on)}
      ), place as (
        select v.unit_id from directory.unit_version v where v.agency_id in (select agency_id from concerned) and ${validOn('v', on)}
        union
        select unit_id from above
        union
        select q.unit_id from access join directory.principal q on q.key = access.principal
      ), reaching as materialized (
        select p.id, p.key, p.title, p.function, p.unit_id, v.name as unit_name, r.permissions->>'dossier.read' as reach, granted.ends_at,
          granted.principal is not null as is_granted,
          case r.permissions->>'dossier.read'
            when 'all' then ${everyone ? sql`true` : sql`false`}
            when 'unit' then p.unit_id in (select unit_id from concerned)
            when 'agency' then v.agency_id in (select agency_id from concerned)
            when 'subtree' then p.unit_id in (select unit_id from above)
            else false end as is_reached
        from ${everyone ? sql`directory.post p` : sql`place join directory.post p on p.unit_id = place.unit_id`}
        join directory.role r on r.function = p.function and r.permissions ? 'dossier.read'
        join directory.unit_version v on v.unit_id = p.unit_id and ${validOn('v', on)}
        left join access granted on granted.principal = p.key
      ), way as (
        select a.person_id, post.*, post.reach as by, a.valid_to::text as until, null::text as from_name
        from reaching post join directory.appointment a on a.post_id = post.id and ${validOn('a', on)}
        where post.is_reached and ${ownPostHolds(on)}
        union all
        select a.person_id, post.*, 'granted', to_char(post.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), null
        from reaching post join directory.appointment a on a.post_id = post.id and ${validOn('a', on)}
        where post.is_granted and ${ownPostHolds(on)}
        union all
        select a.person_id, post.*, 'delegation', d.valid_to::text, (
          select person.full_name from directory.appointment given join directory.person on person.id = given.person_id
          where given.post_id = post.id and ${validOn('given', on)} limit 1)
        from reaching post
        join directory.delegation d on d.from_post_id = post.id and ${delegationCounts('d', on, asOf)}
          and (d.permissions is null or 'dossier.read' = any(d.permissions))
        join directory.post taker on taker.id = d.to_post_id and ${validOn('taker', on)}
        join directory.appointment a on a.post_id = taker.id and ${validOn('a', on)}
        where post.is_reached
      )
      select * from (select distinct way.person_id, person.full_name as name, way.title, way.unit_name, way.by, way.from_name, way.until,
        exists (select from workflow.task t join directory.principal q on q.key = t.assignee
          where t.subject_id = ${dossierId} and t.is_open
            and (q.post_id = way.id or q.kind = 'function' and q.unit_id = way.unit_id and q.function = way.function)) as works
      from way join directory.person on person.id = way.person_id
      where exists (select from identity.account acc where acc.person_id = way.person_id and acc.kind = 'staff' and acc.status = 'active'
        and not acc.must_change_password ${asOf ? sql`and acc.created_at <= ${asOf}` : sql``})
      ) reader order by works desc, by = 'all', unit_name, title, name, by, until limit ${mostReaders}`,
  )
}

const ownPostHolds = (on: ReturnType<typeof dateAt>) =>
  sql`exists (select from directory.post p where p.id = post.id and ${validOn('p', on)})`
