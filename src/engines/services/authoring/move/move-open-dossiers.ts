import { find, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Job, Listener } from '#kernel/operations/engine.ts'
import { dateAt } from '#values/plain-date.ts'
import { dossierColumns, type Dossier } from '../../dossier/dossier.ts'
import { carryDossier } from './carry-dossier.ts'
import { findMoveInForce, leftDossiers, movesWithWork } from './version-move.ts'

/** Moved in one transaction: an official who acts on one of them waits for no longer. */
const batch = 25

/** Each turn does one batch and asks for the next; what a killed process began is done anew, what it finished is not. */
async function moveBatch(ctx: Context, { draftId }: { readonly draftId: string }): Promise<void> {
  const move = await findMoveInForce(ctx.tx, draftId, dateAt(ctx.now()))
  if (move === undefined) return
  // Two processes take turns, so that none does what the other does.
  await run(ctx.tx, sql`select from services.version_move where draft_id = ${draftId} for update`)
  const ids = await leftDossiers(ctx.tx, move, batch)
  for (const id of ids) {
    const dossier = await find(
      ctx.tx,
      sql<Dossier>`select ${dossierColumns} from services.dossier d where d.id = ${id} and d.is_open for update`,
    )
    // Ended while it was waited for.
    if (dossier !== undefined) await carryDossier(ctx, move, dossier)
  }
  if (ids.length === batch) return ctx.emit('open-dossiers.moved-so-far', { draftId })
  await run(
    ctx.tx,
    sql`update services.version_move set finished_at = coalesce(finished_at, ${ctx.now()}) where draft_id = ${draftId}`,
  )
}

/** Begins what is due, also with what was filed late by an earlier version. */
export async function beginMoves(ctx: Context): Promise<void> {
  for (const { draftId } of await movesWithWork(ctx.tx, dateAt(ctx.now())))
    ctx.emit('open-dossiers.moved-so-far', { draftId })
}

export const moveJob: Job = { name: 'move-open-dossiers', schedule: '*/5 * * * *', run: beginMoves }

export const moveListeners: readonly Listener[] = [
  { event: 'procedure.published', name: 'begin-moves', run: (ctx: Context) => beginMoves(ctx) },
  { event: 'open-dossiers.moved-so-far', name: 'move-open-dossiers', run: moveBatch },
]
