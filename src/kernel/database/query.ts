import { sql, type RawBuilder } from 'kysely'
import { fail } from '#values/errors.ts'
import type { Queries } from './connect.ts'
import { send } from './statement.ts'

export { sql, type RawBuilder } from 'kysely'
export type Fragment = RawBuilder<unknown>

/** All rows. */
export async function rows<Row>(on: Queries, query: RawBuilder<Row>): Promise<Row[]> {
  return (await send(on.client, query)).rows
}

/** The first row, or undefined. */
export async function find<Row>(on: Queries, query: RawBuilder<Row>): Promise<Row | undefined> {
  return (await send(on.client, query)).rows[0]
}

/** The first row; answers "not found" without it. */
export async function get<Row>(on: Queries, query: RawBuilder<Row>): Promise<Row> {
  return (await find(on, query)) ?? fail('notFound')
}

/** Runs a statement for its effect; answers how many rows it touched. */
export async function run(on: Queries, query: RawBuilder<unknown>): Promise<number> {
  return (await send(on.client, query)).touched
}

/**
 * A statement of a transaction that nobody waits for: it leaves with the next one that is waited for or with the commit, and
 * nothing is committed if it fails. Outside a transaction it is waited for.
 */
export async function write(on: Queries, query: RawBuilder<unknown>): Promise<void> {
  if (on.unwaited === undefined) await send(on.client, query)
  else on.unwaited.add(send(on.client, query, true))
}

/** Text that `like` takes letter by letter: its wildcards and its escape stand for themselves. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** A value as jsonb parameter. */
export const json = (value: unknown): Fragment => sql`${JSON.stringify(value)}::jsonb`

/** Joins conditions by AND; none = true. */
export const every = (conditions: readonly (Fragment | undefined)[]): Fragment => {
  const given = conditions.filter((condition) => condition !== undefined)
  return given.length === 0 ? sql`true` : sql.join(given, sql` and `)
}
