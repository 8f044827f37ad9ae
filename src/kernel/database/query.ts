import { sql, type RawBuilder } from 'kysely'
import type { Queries } from './connect.ts'
import { fail } from '#values/errors.ts'

export { sql, type RawBuilder } from 'kysely'
export type Fragment = RawBuilder<unknown>

/** All rows. */
export async function rows<Row>(on: Queries, query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(on)).rows
}

/** The first row, or undefined. */
export async function find<Row>(on: Queries, query: RawBuilder<Row>): Promise<Row | undefined> {
  return (await query.execute(on)).rows[0]
}

/** The first row; answers "not found" without it. */
export async function get<Row>(on: Queries, query: RawBuilder<Row>): Promise<Row> {
  return (await find(on, query)) ?? fail('notFound')
}

/** Runs a statement for its effect; answers how many rows it touched. */
export async function run(on: Queries, query: RawBuilder<unknown>): Promise<number> {
  return Number((await query.execute(on)).numAffectedRows ?? 0)
}

/** A value as jsonb parameter. */
/** Text that `like` takes letter by letter: its wildcards and its escape stand for themselves. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

export const json = (value: unknown): Fragment => sql`${JSON.stringify(value)}::jsonb`

/** Joins conditions by AND; none = true. */
export const every = (conditions: readonly (Fragment | undefined)[]): Fragment => {
  const given = conditions.filter((condition) => condition !== undefined)
  return given.length === 0 ? sql`true` : sql.join(given, sql` and `)
}
