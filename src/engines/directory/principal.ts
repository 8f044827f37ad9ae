import { find, get, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { keep } from '#kernel/database/memory.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'

const keyOfFunction = (unitId: string, name: string) =>
  sql<{
    key: number
  }>`select key from directory.principal where kind = 'function' and unit_id = ${unitId} and function = ${name}`

/** The key under which work for a function in a unit is addressed; made when first needed. */
export async function functionKey(tx: Queries, unitId: string, name: string): Promise<number> {
  const known = await keep(tx, `function key ${unitId} ${name}`, () => find(tx, keyOfFunction(unitId, name)))
  if (known) return known.key
  await tellRightsChanged(tx)
  await run(
    tx,
    sql`insert into directory.principal (kind, unit_id, function) values ('function', ${unitId}, ${name})
      on conflict (unit_id, function) where kind = 'function' do nothing`,
  )
  return (await get(tx, keyOfFunction(unitId, name))).key
}

/** The function, and its unit, that a key of a post or of a function stands for. */
export const postOrFunction = (tx: Queries, key: number) =>
  get(
    tx,
    sql<{ unitId: string; function: string }>`select q.unit_id, coalesce(q.function, p.function) as function
      from directory.principal q left join directory.post p on p.id = q.post_id where q.key = ${key} and q.kind <> 'unit'`,
  )

/** A new key for a post. */
export async function createPostKey(tx: Queries, unitId: string, postId: string): Promise<number> {
  const { key } = await get(
    tx,
    sql<{
      key: number
    }>`insert into directory.principal (kind, unit_id, post_id) values ('post', ${unitId}, ${postId}) returning key`,
  )
  return key
}

/** A new key for a unit. */
export async function createUnitKey(tx: Queries, unitId: string): Promise<number> {
  const { key } = await get(
    tx,
    sql<{ key: number }>`insert into directory.principal (kind, unit_id) values ('unit', ${unitId}) returning key`,
  )
  return key
}
