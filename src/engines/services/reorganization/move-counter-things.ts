import { json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { readSuccession, type MovedBy } from '#engines/directory/index.ts'

/** Moves drafts of counters, the places of drafts, and hand-over lists that nobody took yet. */
export async function moveCounterThings(ctx: Context, { id, split }: MovedBy, limit: number): Promise<number> {
  const succession = await readSuccession(ctx.tx, id)
  const isNew = (entity: string, row: string) =>
    sql`not exists (select 1 from services.moved m where m.reorganization_id = ${id} and m.entity = ${entity} and m.id = ${sql.ref(row)})`
  const drafts = await rows(
    ctx.tx,
    sql<{ id: string; counter: string | null; place: string | null }>`
      select d.id, d.counter_id as counter, d.place from services.draft d
      where (d.counter_id = any(${succession.unitIds}::uuid[]) or d.place = any(${succession.areaCodes}::text[])) and ${isNew('draft', 'd.id')}
      limit ${limit} for update`,
  )
  if (drafts.length > 0) {
    await keepBefore(ctx.tx, id, 'draft', drafts)
    const after = drafts.map((draft) => {
      const place = draft.place && succession.areaAfter(draft.place, split, 0)
      return { id: draft.id, place, counter: draft.counter && succession.unitAfter(draft.counter, place) }
    })
    return run(
      ctx.tx,
      sql`update services.draft d set counter_id = g.counter, place = g.place
        from jsonb_to_recordset(${json(after)}) as g (id uuid, counter uuid, place text) where d.id = g.id`,
    )
  }
  const lists = await rows(
    ctx.tx,
    sql<{ id: string; from: string; to: string }>`
      select h.id, h.from_unit_id as "from", h.to_unit_id as "to" from services.handover h
      where h.taken_at is null and (h.from_unit_id = any(${succession.unitIds}::uuid[]) or h.to_unit_id = any(${succession.unitIds}::uuid[]))
        and ${isNew('handover', 'h.id')}
      limit ${limit} for update`,
  )
  if (lists.length === 0) return 0
  await keepBefore(ctx.tx, id, 'handover', lists)
  const after = lists.map((list) => ({
    id: list.id,
    from: succession.unitAfter(list.from, null),
    to: succession.unitAfter(list.to, null),
  }))
  return run(
    ctx.tx,
    sql`update services.handover h set from_unit_id = g."from", to_unit_id = g."to"
      from jsonb_to_recordset(${json(after)}) as g (id uuid, "from" uuid, "to" uuid) where h.id = g.id`,
  )
}

const keepBefore = (tx: Queries, id: string, entity: 'draft' | 'handover', found: readonly { id: string }[]) =>
  run(
    tx,
    sql`insert into services.moved (reorganization_id, entity, id, before)
      select ${id}, ${entity}, (one->>'id')::uuid, one from jsonb_array_elements(${json(found)}) one`,
  )
