import { json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import {
  functionKey,
  postOrFunction,
  readSuccession,
  unitName,
  type MovedBy,
  type Succession,
  lotOf,
} from '#engines/directory/index.ts'
import { moveTasks } from '#engines/workflow/index.ts'
import { writeHistory } from '../dossier/history.ts'

interface Moving {
  readonly id: string
  readonly code: string
  readonly receiverId: string
  readonly ownerId: string
  readonly place: string | null
  readonly revision: number
  readonly answers: unknown
  readonly residence: string | null
  readonly subjects: string[]
  readonly access: { readonly principal: number; readonly endsAt: string | null }[]
  readonly tasks: { readonly id: string; readonly unit: string; readonly assignee: number }[]
}

/**
 * Moves open dossiers with their work from units that are no more to those that took over. Codes, dates, history and what was declared stay as
 * they are. Answers how many were moved; 0: none is left.
 */
export async function moveDossiers(ctx: Context, by: MovedBy, limit: number): Promise<number> {
  const succession = await readSuccession(ctx.tx, by.id)
  return moveThese(ctx, by, succession, await notYetMoved(ctx.tx, by.id, succession, limit))
}

async function notYetMoved(
  tx: Queries,
  id: string,
  { unitKeys, areaCodes }: Succession,
  limit: number,
): Promise<string[]> {
  const isNew = (dossier: ReturnType<typeof sql.ref>) =>
    sql`not exists (select 1 from services.moved m where m.reorganization_id = ${id} and m.entity = 'dossier' and m.id = ${dossier})`
  const touched = await rows(
    tx,
    sql<{ id: string }>`select distinct id from (
        select a.dossier_id as id from services.dossier_access a
        where a.is_open and a.ends_at is null and a.principal = any(${unitKeys}::int[]) and ${isNew(sql.ref('a.dossier_id'))} limit ${limit}) found`,
  )
  if (touched.length > 0) return touched.map((row) => row.id)
  const placed = await rows(
    tx,
    sql<{ id: string }>`select d.id from services.dossier d
      where d.is_open and d.place = any(${areaCodes}::text[]) and ${isNew(sql.ref('d.id'))} limit ${limit}`,
  )
  return placed.map((row) => row.id)
}

async function moveThese(ctx: Context, by: MovedBy, succession: Succession, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const found = await lockWithWork(ctx.tx, by.id, ids)
  const moves = []
  for (const dossier of found) moves.push(await moveOf(ctx.tx, by, succession, dossier))
  await keepBefore(ctx.tx, by.id, found)
  await run(
    ctx.tx,
    sql`update services.dossier d set receiver_id = g.receiver, owner_id = g.owner, place = g.place
      from jsonb_to_recordset(${json(moves)}) as g (id uuid, receiver uuid, owner uuid, place text) where d.id = g.id`,
  )
  const access = json(moves.flatMap((move) => move.access))
  // Who is no more sees it no more, and it stays known that they did until now; out of the index of open ones, no later batch walks over it.
  await run(
    ctx.tx,
    sql`with given as (
        select g.dossier, g."from", g."to" from jsonb_to_recordset(${access}) as g (dossier uuid, "from" integer, "to" integer)
      ), ended as (
        update services.dossier_access a set ends_at = ${ctx.now()}, is_open = false from given where a.dossier_id = given.dossier and a.principal = given."from"
        returning a.dossier_id, given."to", a.reason, a.deadline, a.filed_at
      )
      insert into services.dossier_access (dossier_id, principal, reason, deadline, filed_at, is_open, granted_at)
      select distinct on (dossier_id, "to") dossier_id, "to", reason, deadline, filed_at, true, ${ctx.now()} from ended
      order by dossier_id, "to", reason
      on conflict (dossier_id, principal) do update set ends_at = null, is_open = true`,
  )
  await moveTasks(
    ctx.tx,
    moves.flatMap(({ tasks }) => tasks),
  )
  const newHome = moves.filter(({ owner }, at) => owner !== found[at]?.ownerId)
  await writeHistory(
    ctx,
    await Promise.all(
      newHome.map(async ({ id, owner }) => {
        const name = await unitName(ctx.tx, owner, by.effectiveOn)
        return {
          dossierId: id,
          kind: 'reorganized',
          isPublic: true,
          words: {
            vi: `Từ nay do ${name} giải quyết, theo ${by.document}; mã hồ sơ và ngày hẹn giữ nguyên`,
            en: `From now on handled by ${name}, by ${by.document}; its code and dates stay`,
          },
        }
      }),
    ),
  )
  for (const { id, subjects } of found)
    ctx.note({ objectType: 'dossier', objectId: id, subjects, facts: { reorganization: by.id } })
  return found.length
}

/** Locks the dossiers that are still open and not moved, in one order; then reads them with their access and open work. */
async function lockWithWork(tx: Queries, reorganizationId: string, ids: readonly string[]): Promise<Moving[]> {
  // A statement of its own: whoever acted on one meanwhile has committed by then, and the next one sees what they did.
  await run(tx, sql`select 1 from services.dossier where id = any(${ids}::uuid[]) order by id for update`)
  return rows(
    tx,
    sql<Moving>`
      select d.id, d.code, d.receiver_id, d.owner_id, d.place, d.revision, d.answers, p.residence->>'commune' as residence,
        array(select d.applicant_id union select co.person_id from services.dossier_co_applicant co where co.dossier_id = d.id) as subjects,
        coalesce((select json_agg(json_build_object('principal', a.principal, 'endsAt', a.ends_at)) from services.dossier_access a where a.dossier_id = d.id), '[]') as access,
        coalesce((select json_agg(json_build_object('id', t.id, 'unit', t.unit_id, 'assignee', t.assignee)) from workflow.task t where t.subject_id = d.id and t.is_open), '[]') as tasks
      from services.dossier d join directory.person p on p.id = d.applicant_id
      where d.id = any(${ids}::uuid[]) and d.is_open
        and not exists (select 1 from services.moved m where m.reorganization_id = ${reorganizationId} and m.entity = 'dossier' and m.id = d.id)
      order by d.id`,
  )
}

async function moveOf(tx: Queries, by: MovedBy, succession: Succession, dossier: Moving) {
  const place = placeAfter(by, succession, dossier)
  const tasks = []
  for (const task of dossier.tasks) {
    const unit = succession.unitAfter(task.unit, place)
    if (unit === task.unit) continue
    const known = succession.keyAfter(task.assignee, unit)
    tasks.push({
      id: task.id,
      unit: known?.unitId ?? unit,
      assignee: known?.key ?? (await functionKey(tx, unit, (await postOrFunction(tx, task.assignee)).function)),
    })
  }
  return {
    id: dossier.id,
    receiver: succession.unitAfter(dossier.receiverId, place),
    owner: succession.unitAfter(dossier.ownerId, place),
    place,
    access: dossier.access
      .filter(({ endsAt }) => endsAt === null)
      .map(({ principal }) => ({ dossier: dossier.id, from: principal, to: succession.unitKeyAfter(principal, place) }))
      .filter(({ from, to }) => from !== to),
    tasks,
  }
}

/**
 * The area that a dossier belongs to from now on. Of one that names only what is divided into many, the commune that its answers or the
 * applicant's home name decides.
 */
function placeAfter({ split, overrides }: MovedBy, succession: Succession, dossier: Moving): string | null {
  const told = overrides[dossier.code]
  if (told !== undefined) return told
  if (dossier.place === null) return null
  const within = dossier.place
  const closer = [...textsIn(dossier.answers), dossier.residence].find(
    (text) => text !== null && text !== within && succession.isWithin(text, within),
  )
  return succession.areaAfter(closer ?? within, split, lotOf(dossier.id))
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* textsIn(one)
}

const keepBefore = (tx: Queries, reorganizationId: string, found: readonly Moving[]): Promise<number> =>
  run(
    tx,
    sql`insert into services.moved (reorganization_id, entity, id, revision, before)
      select ${reorganizationId}, 'dossier', id, revision, before
      from jsonb_to_recordset(${json(
        found.map(({ id, revision, receiverId, ownerId, place, access, tasks }) => ({
          id,
          revision,
          before: { receiver: receiverId, owner: ownerId, place, access, tasks },
        })),
      )}) as g (id uuid, revision integer, before jsonb)`,
  )
