import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { nameOfActor, writeHistory, type Happened } from './history.ts'
import type { Petition } from './petition.ts'

/** Whoever asked the same is told the same, each by themselves; it is published once. */
export async function endMerged(
  ctx: Context,
  ended: Petition,
  happened: Omit<Happened, 'who'>,
  event: string,
): Promise<void> {
  const merged = await rows(
    ctx.tx,
    sql<{
      id: string
    }>`update petitions.petition set status = ${ended.status}, answer = ${ended.answer}, refusal = ${ended.refusal},
        answered_by = ${ended.answeredBy}, answered_at = ${ended.answeredAt}, revision = revision + 1
      where merged_into = ${ended.id} and status = 'merged' returning id`,
  )
  for (const { id } of merged) {
    await writeHistory(ctx, id, { ...happened, who: nameOfActor(ctx) })
    ctx.emit(event, { petitionId: id })
  }
}
