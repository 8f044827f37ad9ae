import { json, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { lockBoundaries, settleEnds } from '../boundary/boundary.ts'

/** One row of the directory that a reorganisation added, or ended: then with how long it would have held. */
interface Touched {
  readonly entity: 'area' | 'boundary' | 'unit_version' | 'post' | 'appointment' | 'delegation'
  readonly key: string
  readonly validFrom: PlainDate | null
  readonly wasAdded: boolean
  readonly validTo: PlainDate | null
}

/**
 * Runs a statement that answers, for each row it changes, `entity, key, valid_from, was_added, valid_to`, and keeps these: by them a
 * reorganisation is undone. Answers the rows, with whatever else the statement answers.
 */
export async function journal<More extends object>(
  tx: Queries,
  reorganizationId: string,
  statement: Fragment,
): Promise<(Touched & More)[]> {
  const touched = await rows(tx, statement as ReturnType<typeof sql<Touched & More>>)
  await run(
    tx,
    sql`insert into directory.reorganized_row (reorganization_id, number, entity, key, valid_from, was_added, valid_to)
      select ${reorganizationId}, before.number + g.number, g.row->>'entity', g.row->>'key', (g.row->>'validFrom')::date,
        (g.row->>'wasAdded')::boolean, (g.row->>'validTo')::date
      from jsonb_array_elements(${json(touched)}) with ordinality as g (row, number),
        (select coalesce(max(number), 0) as number from directory.reorganized_row where reorganization_id = ${reorganizationId}) before`,
  )
  return touched
}

/** Takes back what a reorganisation wrote into the directory. Units and posts that it made stay without a day on which they hold. */
export async function undoJournal(tx: Queries, id: string): Promise<void> {
  await lockBoundaries(tx)
  const touched = await rows(
    tx,
    sql<{ code: string }>`select from_code as code from directory.area_succession where reorganization_id = ${id}
      union select to_code from directory.area_succession where reorganization_id = ${id}
      union select unnest(array[a.code, a.parent_code]) from directory.reorganized_row r
        join directory.area a on a.code = r.key and a.valid_from = r.valid_from
        where r.reorganization_id = ${id} and r.entity = 'area'`,
  )
  await run(tx, sql`delete from directory.key_succession where reorganization_id = ${id}`)
  await run(tx, sql`delete from directory.unit_succession where reorganization_id = ${id}`)
  await run(tx, sql`delete from directory.area_succession where reorganization_id = ${id}`)
  await run(tx, sql`delete from directory.competence where reorganization_id = ${id}`)
  await takeBackRows(
    tx,
    sql`(select entity, key, valid_from, was_added, valid_to from directory.reorganized_row where reorganization_id = ${id})`,
  )
  await settleEnds(
    tx,
    touched.map(({ code }) => code),
  )
  await run(tx, sql`delete from directory.book_succession where reorganization_id = ${id}`)
  await run(tx, sql`delete from directory.reorganized_row where reorganization_id = ${id}`)
}

/**
 * Takes away the rows that were added, and lets those that were ended hold for as long as before: `touched` is a table of them, as
 * `entity, key, valid_from, was_added, valid_to`.
 */
export async function takeBackRows(tx: Queries, touched: Fragment): Promise<void> {
  const added = (entity: Touched['entity']) =>
    sql`select key::uuid from ${touched} r where entity = ${entity} and was_added`
  await run(tx, sql`delete from directory.appointment where id in (${added('appointment')})`)
  // Somebody may have worked from one: it stays, and never held.
  await run(tx, sql`update directory.post set valid_to = valid_from where id in (${added('post')})`)
  await run(
    tx,
    sql`delete from directory.unit_version v using ${touched} r
      where r.entity = 'unit_version' and r.was_added and v.unit_id = r.key::uuid and v.valid_from = r.valid_from`,
  )
  await run(
    tx,
    sql`delete from directory.area a using ${touched} r
      where r.entity = 'area' and r.was_added and a.code = r.key and a.valid_from = r.valid_from`,
  )
  await run(tx, sql`delete from directory.boundary where id in (${added('boundary')})`)
  for (const [table, key] of [
    ['area', sql`a.code = r.key`],
    ['unit_version', sql`a.unit_id = r.key::uuid`],
    ['post', sql`a.id = r.key::uuid`],
    ['appointment', sql`a.id = r.key::uuid`],
    ['delegation', sql`a.id = r.key::uuid`],
  ] as const) {
    await run(
      tx,
      sql`update ${sql.table(`directory.${table}`)} a set valid_to = r.valid_to from ${touched} r
        where r.entity = ${table} and not r.was_added and ${key} and a.valid_from = r.valid_from`,
    )
  }
}
