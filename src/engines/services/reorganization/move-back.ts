import { rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { unitName, type MovedBy } from '#engines/directory/index.ts'
import { moveTasks } from '#engines/workflow/index.ts'
import { addDays } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { writeHistory } from '../dossier/history.ts'

/** What has been acted on by the new organisation, before or after it was moved, and what was filed with it: it would lose its footing. */
export async function movedDependents(tx: Queries, reorganizationId: string): Promise<readonly Words[]> {
  const began = sql`greatest(r.effective_on::timestamp at time zone 'Asia/Ho_Chi_Minh', r.scheduled_at)`
  const acted = await rows(
    tx,
    sql<{ code: string }>`select d.code from services.moved m join services.dossier d on d.id = m.id
      join directory.reorganization r on r.id = m.reorganization_id
      where m.reorganization_id = ${reorganizationId} and m.entity = 'dossier' and (d.revision <> m.revision
        or exists (select 1 from workflow.task t where t.subject_id = d.id and t.is_open and t.opened_at > ${began})) limit 10`,
  )
  const filed = await rows(
    tx,
    sql<{ code: string }>`select d.code from services.dossier d
      join directory.reorganization r on r.id = ${reorganizationId}
      where d.filed_at > ${began}
        and (d.owner_id in (select to_unit_id from directory.unit_succession where reorganization_id = r.id)
          or d.receiver_id in (select to_unit_id from directory.unit_succession where reorganization_id = r.id))
        and not exists (select 1 from services.moved m where m.reorganization_id = r.id and m.entity = 'dossier' and m.id = d.id)
      order by d.filed_at desc limit 10`,
  )
  return [
    ...acted.map(({ code }) => ({
      vi: `Hồ sơ ${code} đã được xử lý tiếp tại đơn vị mới`,
      en: `Dossier ${code} was worked on in its new unit`,
    })),
    ...filed.map(({ code }) => ({
      vi: `Hồ sơ ${code} đã nộp cho đơn vị mới`,
      en: `Dossier ${code} was filed with a new unit`,
    })),
  ]
}

/** Moves things back to where they were; answers how many. */
export async function moveBack(ctx: Context, by: MovedBy, limit: number): Promise<number> {
  const back = await rows(
    ctx.tx,
    sql<{
      entity: string
      id: string
      before: { owner?: string; tasks?: { id: string; unit: string; assignee: number }[] }
    }>`delete from services.moved m using (
        select entity, id from services.moved where reorganization_id = ${by.id} order by entity, id limit ${limit}) one
      where m.reorganization_id = ${by.id} and m.entity = one.entity and m.id = one.id
      returning m.entity, m.id, m.before`,
  )
  if (back.length === 0) return 0
  const given = sql`jsonb_to_recordset(${JSON.stringify(back)}::jsonb) as g (entity text, id uuid, before jsonb)`
  await run(
    ctx.tx,
    sql`update services.dossier d set receiver_id = (g.before->>'receiver')::uuid, owner_id = (g.before->>'owner')::uuid, place = g.before->>'place'
      from ${given} where g.entity = 'dossier' and d.id = g.id`,
  )
  await run(
    ctx.tx,
    sql`with had as (
        select g.id, a.principal, a."endsAt" from ${given}, jsonb_to_recordset(g.before->'access') as a (principal integer, "endsAt" timestamptz) where g.entity = 'dossier'
      ), gone as (
        delete from services.dossier_access a using (select distinct id from had) h
        where a.dossier_id = h.id and not exists (select 1 from had where had.id = a.dossier_id and had.principal = a.principal)
      )
      update services.dossier_access a set ends_at = null, is_open = d.is_open from had join services.dossier d on d.id = had.id
      where a.dossier_id = had.id and a.principal = had.principal and had."endsAt" is null`,
  )
  await moveTasks(
    ctx.tx,
    back.flatMap(({ before }) => before.tasks ?? []),
  )
  await run(
    ctx.tx,
    sql`update services.draft d set counter_id = (g.before->>'counter')::uuid, place = g.before->>'place'
      from ${given} where g.entity = 'draft' and d.id = g.id`,
  )
  await run(
    ctx.tx,
    sql`update services.handover h set from_unit_id = (g.before->>'from')::uuid, to_unit_id = (g.before->>'to')::uuid
      from ${given} where g.entity = 'handover' and h.id = g.id`,
  )
  await tellBack(
    ctx,
    by,
    back.flatMap(({ id, before }) => (before.owner === undefined ? [] : [{ id, owner: before.owner }])),
  )
  return back.length
}

/** Who was told that another body handles it hears that it is the old one again. */
async function tellBack(
  ctx: Context,
  { effectiveOn, document }: MovedBy,
  dossiers: readonly { readonly id: string; readonly owner: string }[],
): Promise<void> {
  const told = await rows(
    ctx.tx,
    sql<{ id: string }>`select distinct dossier_id as id from services.dossier_event
      where kind = 'reorganized' and dossier_id = any(${dossiers.map(({ id }) => id)}::uuid[])`,
  )
  const isTold = new Set(told.map(({ id }) => id))
  const eve = addDays(effectiveOn, -1)
  const lines = []
  for (const { id, owner } of dossiers) {
    if (!isTold.has(id)) continue
    const name = await unitName(ctx.tx, owner, eve)
    const words = {
      vi: `Lại do ${name} giải quyết: việc sắp xếp theo ${document} đã hoàn tác`,
      en: `Handled by ${name} again: the reorganisation by ${document} was taken back`,
    }
    lines.push({ dossierId: id, kind: 'reorganized', isPublic: true, words })
  }
  await writeHistory(ctx, lines)
}
