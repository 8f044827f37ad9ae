import { find, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { forgetPlace, getUsableFile, keepFiles } from '#engines/files/index.ts'
import { petitionProblems } from '../contract/problems.ts'
import { petitionsWhere, subjectsOf, type Petition } from '../petition.ts'
import { isSeen } from '../rights.ts'
import { getOfSender } from '../sender.ts'
import { attach, attachmentsOf, findAttachment, mustBeOpen, sayAttached, takesAnswerFiles } from './attachment.ts'

interface Given {
  readonly id: string
  readonly fileId: string
}

/** A file that the caller sent lately and that is part of nothing yet. */
async function getFreeFile(ctx: Context, fileId: string): Promise<void> {
  await getUsableFile(ctx, fileId)
  const kept = await find(ctx.tx, sql`select 1 from files.file where id = ${fileId} and kept_at is not null`)
  if (kept !== undefined) fail('conflict')
  await forgetPlace(ctx.tx, fileId)
}

/** Gives a file to what one sent oneself, while it is open. */
export async function attachToOwn(ctx: Context, { id, fileId }: Given) {
  const petition = await getOfSender(ctx, { id }, sql`for update`)
  mustBeOpen(petition)
  await getFreeFile(ctx, fileId)
  await attach(ctx, { petition, fileId, part: 'sender' })
  await keepFiles(ctx.tx, [fileId])
  await sayAttached(ctx, petition, ctx.actor.person === undefined ? [] : [ctx.actor.person])
  return { id: fileId }
}

/** Puts a file to the answer that is being written. */
export async function attachToAnswer(ctx: Context, { id, fileId }: Given) {
  const petition = await mustBeDrafted(ctx, id)
  await getFreeFile(ctx, fileId)
  await attach(ctx, { petition, fileId, part: 'answer' })
  return { id: fileId }
}

/** Takes a file away from an answer that was not sent yet; swept like all that nothing names. */
export async function detachFromAnswer(ctx: Context, { id, fileId }: Given) {
  const petition = await mustBeDrafted(ctx, id)
  const attached = (await findAttachment(ctx.tx, id, fileId)) ?? fail('notFound')
  const isSent = petition.answeredAt !== null && attached.attachedAt <= petition.answeredAt
  if (attached.part !== 'answer' || isSent) throw new Problem('notNow', petitionProblems.notNow)
  await run(ctx.tx, sql`delete from petitions.attachment where file_id = ${fileId}`)
  return { id: fileId }
}

async function mustBeDrafted(ctx: Context, id: string): Promise<Petition> {
  const seen = sql`p.id = ${id} and ${isSeen(ctx.actor)} for update`
  const petition = (await petitionsWhere(ctx.tx, seen))[0] ?? fail('notFound')
  if (!takesAnswerFiles(petition)) throw new Problem('notNow', petitionProblems.notNow)
  const subjects = await subjectsOf(ctx.tx, id)
  ctx.note({ objectType: 'petition', objectId: id, subjects, facts: { code: petition.code } })
  return petition
}

/** What goes out with an answer is kept with it. */
export async function keepAnswerFiles(tx: Queries, petitionId: string): Promise<void> {
  const files = (await attachmentsOf(tx, petitionId)).filter(({ part }) => part === 'answer')
  await keepFiles(
    tx,
    files.map(({ id }) => id),
  )
}
