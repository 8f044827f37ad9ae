import { randomUUIDv7 } from 'node:crypto'
import { json, rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { boxOf } from '#values/geometry.ts'
import type { Words } from '#values/words.ts'
import { countStates } from '../import/compare.ts'
import { validOn } from '../valid-on.ts'
import { lockBoundaries, settleEnds } from './boundary.ts'
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
    code !== null && geometry !== null && (state === 'new' || state === 'changed')
      ? [{ id: randomUUIDv7(), code, geometry, box: boxOf([geometry]), squareKilometres }]
      : [],
  )
  if (given.length === 0) throw new Problem('noNewBoundary', boundaryProblems.noNewBoundary)
  const { holdsFrom: from, source, licence, fileName } = whole
  await run(
    tx,
    sql`insert into directory.boundary (id, area_code, valid_from, geometry, box, square_kilometres, source, licence, import_id, written_at)
      select id, code, ${from}, geometry, array(select jsonb_array_elements_text(box)::double precision), "squareKilometres",
        ${source}, ${licence}, ${id}, ${ctx.now()}
      from jsonb_to_recordset(${json(given)})
        as g (id uuid, code text, geometry jsonb, box jsonb, "squareKilometres" double precision)`,
  )
  await settleEnds(
    tx,
    given.map(({ code }) => code),
  )
  const counts = countStates(outcomes)
  await run(
    tx,
    sql`update directory.boundary_import set status = 'done', outcomes = ${json(outcomes.map(withoutGeometry))},
        counts = ${json(counts)}, done_at = ${ctx.now()} where id = ${id}`,
  )
  ctx.note({ objectType: 'boundaries', objectId: id, facts: { fileName, source, from, ...counts } })
}

/** Takes away exactly what an import wrote; refused where boundaries of merged areas were put together of it, naming these. */
export async function takeBackBoundaries(ctx: Context, id: string): Promise<void> {
  const { tx } = ctx
  await lockBoundaries(tx)
  const { status, fileName } = await getBoundaryImport(ctx, id, true)
  if (status !== 'done') fail('conflict')
  const since = await rows(
    tx,
    sql<Words>`select distinct said.text as vi, said.text as en
      from directory.boundary b join directory.boundary joined on joined.valid_from = b.valid_to and joined.import_id is null
      left join directory.area a on a.code = joined.area_code and ${validOn('a', sql`joined.valid_from`)},
        concat(a.name, ' (', joined.area_code, ')') as said (text)
      where b.import_id = ${id} and (joined.area_code = b.area_code or exists (select from directory.area_succession s
        where s.from_code = b.area_code and s.to_code = joined.area_code and s.effective_on = joined.valid_from))
      order by 1 limit 50`,
  )
  if (since.length > 0) {
    const places = since.map((message) => ({ path: 'id', message }))
    throw new Problem('boundariesInUse', boundaryProblems.boundariesInUse, { places })
  }
  const gone = await rows(
    tx,
    sql<{ code: string }>`delete from directory.boundary where import_id = ${id} returning area_code as code`,
  )
  await settleEnds(
    tx,
    gone.map(({ code }) => code),
  )
  await run(tx, sql`update directory.boundary_import set status = 'undone', undone_at = ${ctx.now()} where id = ${id}`)
  ctx.note({ objectType: 'boundaries', objectId: id, facts: { fileName, takenBack: true } })
}
