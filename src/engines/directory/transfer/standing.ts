import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Reach } from '../declare.ts'
import { validOn } from '../valid-on.ts'

/** A post as somebody holds it, or will by a decision. */
export interface StandingPost {
  /** Null while it is not written down yet. */
  readonly appointmentId: string | null
  readonly postId: string
  readonly key: number
  readonly unitId: string
  readonly unitName: string
  readonly agencyName: string
  readonly function: string
  readonly title: string
  readonly kind: 'regular' | 'acting' | 'secondment'
  readonly from: PlainDate
  /** The first day without it. */
  readonly to: PlainDate | null
  readonly permissions: Readonly<Record<string, Reach>>
}

const postColumns = sql`p.id as post_id, p.key, p.unit_id, v.name as unit_name, agency.name as agency_name, p.function, p.title,
  coalesce(r.permissions, '{}') as permissions`

const itsUnit = (
  on: PlainDate,
): Fragment => sql`join directory.unit_version v on v.unit_id = p.unit_id and ${validOn('v', on)}
  join directory.unit_version agency on agency.unit_id = v.agency_id and ${validOn('agency', on)}
  left join directory.role r on r.function = p.function`

/** What a person holds on a day by appointment. */
export const postsOn = (tx: Queries, personId: string, on: PlainDate): Promise<StandingPost[]> =>
  rows(
    tx,
    sql<StandingPost>`select a.id as appointment_id, a.kind, a.valid_from as "from", a.valid_to as "to", ${postColumns}
      from directory.appointment a join directory.post p on p.id = a.post_id and ${validOn('p', on)} ${itsUnit(on)}
      where a.person_id = ${personId} and ${validOn('a', on)} order by a.valid_from, p.key`,
  )

type Post = Omit<StandingPost, 'appointmentId' | 'kind' | 'from' | 'to'>

/** Posts that are there on a day, whoever holds them. */
export const postsNamed = (tx: Queries, ids: readonly string[], on: PlainDate): Promise<Post[]> =>
  rows(
    tx,
    sql<Post>`select ${postColumns} from directory.post p ${itsUnit(on)} where p.id = any(${ids}::uuid[]) and ${validOn('p', on)}`,
  )
