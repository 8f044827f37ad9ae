import { randomUUIDv7 } from 'node:crypto'
import { json, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { boxOf } from '#values/geometry.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { countStates } from '../import/compare.ts'
import { takeBackRows } from '../reorganization/journal.ts'
import { validOn } from '../valid-on.ts'
import { lockBoundaries } from './boundary.ts'
import { getBoundaryImport, outcomesOfBoundaries } from './boundary-import.ts'
import { withoutGeometry } from './compare-boundaries.ts'
import { boundaryProblems } from './problems.ts'

/** Writes what the preview said, from its day on; refused where areas or boundaries have changed since it was seen. */
export async function carryOutBoundaries(ctx: Context, id: string, seen: string): Promise<void> {
  const { tx } = ctx
  await lockBoundaries(tx)
  const whole = await getBoundaryImport(ctx, id, true)
  if (whole.status !== 'draft') fail('conflict')
  const { outcomes, seen: now } = await outcomesOfBoundaries(ctx, whole)
  if (now !== seen) throw new Problem('boundariesChanged', boundaryProblems.boundariesChanged)
  const given = outcomes.flatMap(({ state, code, geometry, squareKilometres }) =>
    geometry !== null && (state === 'new' || state === 'changed')
      ? [{ id: randomUUIDv7(), code, geometry, box: boxOf([geometry]), squareKilometres }]
      : [],
  )
  if (given.length === 0) throw new Problem('noNewBoundary', boundaryProblems.noNewBoundary)
  const { holdsFrom: from, source, licence, fileName } = whole
  const changes = await rows(
    tx,
    sql<object>`with given as (
        select * from jsonb_to_recordset(${json(given)})
          as g (id uuid, code text, geometry jsonb, box jsonb, "squareKilometres" double precision)
      ), before as (
        select b.id, b.valid_from, b.valid_to from directory.boundary b join given on given.code = b.area_code
        where ${validOn('b', from)} for update of b
      ), ended as (
        update directory.boundary b set valid_to = ${from} from before where b.id = before.id
      ), added as (
        insert into directory.boundary (id, area_code, valid_from, valid_to, geometry, box, square_kilometres, source, licence, import_id,
          written_at)
        select id, code, ${from}, ${endOf(sql`given.code`, from)}, geometry,
          array(select jsonb_array_elements_text(box)::double precision), "squareKilometres", ${source}, ${licence}, ${id}, ${ctx.now()}
        from given returning id, valid_from, valid_to
      )
      select 'boundary' as entity, id::text as key, valid_from, true as was_added, valid_to from added
      union all select 'boundary', id::text, valid_from, false, valid_to from before`,
  )
  const counts = countStates(outcomes)
  await run(
    tx,
    sql`update directory.boundary_import set status = 'done', outcomes = ${json(outcomes.map(withoutGeometry))},
        changes = ${json(changes)}, counts = ${json(counts)}, done_at = ${ctx.now()} where id = ${id}`,
  )
  ctx.note({ objectType: 'boundaries', objectId: id, facts: { fileName, source, from, ...counts } })
}

/**
 * Until when a boundary holds that begins on a day: until another of the area begins, the area ends, or a reorganisation changes its
 * territory. Of an area whose parts are in the same plan the parts say it.
 */
const endOf = (code: Fragment, from: PlainDate): Fragment => sql`least(
    (select min(n.valid_from) from directory.boundary n where n.area_code = ${code} and n.valid_from > ${from}
      and n.valid_to is distinct from n.valid_from),
    (select min(a.valid_to) from directory.area a where a.code = ${code} and a.valid_to > ${from}
      and not exists (select from directory.area n where n.code = a.code and n.valid_from = a.valid_to)),
    (select min(s.effective_on) from directory.area_succession s
      where s.effective_on > ${from} and s.from_code <> s.to_code and ${code} in (s.from_code, s.to_code)
        and not exists (select from directory.area_succession part join directory.area a on a.code = part.from_code
          where part.reorganization_id = s.reorganization_id and a.parent_code = s.from_code
            and ${validOn('a', sql`(s.effective_on - 1)`)})))`

/** Takes away exactly what an import wrote; refused where newer boundaries or a reorganisation rest on it, naming the areas. */
export async function takeBackBoundaries(ctx: Context, id: string): Promise<void> {
  const { tx } = ctx
  await lockBoundaries(tx)
  const { status, fileName, holdsFrom } = await getBoundaryImport(ctx, id, true)
  if (status !== 'done') fail('conflict')
  const touched = sql`(select c.* from directory.boundary_import i, jsonb_to_recordset(i.changes)
    as c (entity text, key text, "validFrom" date, "wasAdded" boolean, "validTo" date) where i.id = ${id})`
  const since = await rows(
    tx,
    sql<Words>`select distinct b.area_code || ': ' || coalesce(a.name, '') as vi, b.area_code || ': ' || coalesce(a.name, '') as en
      from ${touched} c join directory.boundary b on b.id = c.key::uuid
      left join directory.area a on a.code = b.area_code and ${validOn('a', holdsFrom)}
      where b.valid_to is distinct from case when c."wasAdded" then c."validTo" else ${holdsFrom} end
        or exists (select from directory.boundary later where later.area_code = b.area_code and later.written_at > b.written_at
          and later.import_id is distinct from ${id}::uuid and c."wasAdded")
      order by 1 limit 20`,
  )
  if (since.length > 0) {
    const places = since.map((message) => ({ path: 'id', message }))
    throw new Problem('boundariesInUse', boundaryProblems.boundariesInUse, { places })
  }
  await takeBackRows(
    tx,
    sql`(select entity, key, "validFrom" as valid_from, "wasAdded" as was_added, "validTo" as valid_to from ${touched} t)`,
  )
  await run(tx, sql`update directory.boundary_import set status = 'undone', undone_at = ${ctx.now()} where id = ${id}`)
  ctx.note({ objectType: 'boundaries', objectId: id, facts: { fileName, takenBack: true } })
}
