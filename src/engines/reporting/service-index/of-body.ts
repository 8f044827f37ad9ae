import type { Queries } from '#kernel/database/connect.ts'
import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { nameOfUnit, validOn } from '#engines/directory/index.ts'
import type { DayPeriod } from '../form-six/form-six.ts'
import { countedIn } from '../period/counted-in.ts'

/** Whose figures: one deciding body, all of a level, or without either the whole province. */
export interface Body {
  readonly unit?: string | undefined
  readonly level?: 'province' | 'district' | 'commune' | undefined
}

/**
 * Of the unit in a column, by its level on a day. The units of a level are found once and looked up by hash: as a join, which "is true" keeps
 * it from becoming, they are planned as if there were one; as an array they are gone through for each row.
 */
export const isOfBody = (unitId: Fragment, { unit, level }: Body, on: PlainDate): Fragment =>
  sql.join(
    [
      sql`true`,
      ...(unit === undefined ? [] : [sql`${unitId} = ${unit}`]),
      ...(level === undefined
        ? []
        : [
            sql`(${unitId} in (select v.unit_id from directory.unit_version v where v.tier = ${level} and ${validOn('v', on)})) is true`,
          ]),
    ],
    sql` and `,
  )

interface CountedBody {
  readonly id: string
  readonly name: string
  readonly level: 'province' | 'district' | 'commune'
}

/** The bodies of which a dossier counts in a period, each with its level as it last was up to the period's end. */
export const countedBodies = (tx: Queries, { from, to }: DayPeriod): Promise<CountedBody[]> =>
  rows(
    tx,
    sql<CountedBody>`select b.id, ${nameOfUnit(sql`b.id`, to)} as name, v.tier as level
      from (select distinct owner_id as id from (${countedIn({ from, to }, 'index', sql`owner_id`)}) c) b
      join lateral (select v.tier from directory.unit_version v where v.unit_id = b.id
        order by v.valid_from <= ${to} desc, v.valid_from desc limit 1) v on v.tier in ('province', 'district', 'commune')
      order by array_position(array['province', 'district', 'commune'], v.tier), 2`,
  )
