import { find, get, rows, run, sql, write, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { attachmentsEach } from '../contract/limits.ts'
import { petitionProblems } from '../contract/problems.ts'
import { writeHistory } from '../history.ts'
import type { Petition } from '../petition.ts'
import { sealingBytes } from './sealed-file.ts'

type Part = 'sender' | 'answer'

export interface Attachment {
  readonly id: string
  readonly part: Part
  readonly name: string
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  readonly isSealed: boolean
  readonly isPublic: boolean
  /** Malware was found in it later: nobody reads it. */
  readonly isBlocked: boolean
  readonly attachedAt: Date
}

/** What is sealed has no name of its own: that of the sender's file could tell who it is. */
const columns = sql`a.file_id as id, a.part, a.attached_at, a.is_public, a.sealed_type is not null as is_sealed, f.refusal is not null as is_blocked,
  case when a.sealed_type is null then f.name
    else 'anh-' || row_number() over (order by a.attached_at, a.file_id) || '.' || substring(a.sealed_type from '[a-z]+$') end as name,
  coalesce(a.sealed_type, f.media_type) as media_type, f.size - case when a.sealed_type is null then 0 else ${sealingBytes}::int end as size`

const attachmentsWhere = (tx: Queries, where: Fragment): Promise<Attachment[]> =>
  rows(
    tx,
    sql<Attachment>`select ${columns} from petitions.attachment a join files.file f on f.id = a.file_id
      where ${where} order by a.attached_at, a.file_id`,
  )

/** All that was given with a petition and its answer, for whoever sees it in the office. */
export const attachmentsOf = (tx: Queries, petitionId: string): Promise<Attachment[]> =>
  attachmentsWhere(tx, sql`a.petition_id = ${petitionId}`)

/** An answer's file is the sender's to read once it was sent: not what was put to a new draft since. */
export const isAnswered = (answeredAt: Fragment): Fragment =>
  sql`(a.part = 'answer' and a.attached_at <= ${answeredAt})`

/** What its sender reads: their own, and those of the answer, also of one that others were answered with. */
export const attachmentsForSender = (
  tx: Queries,
  { id, mergedInto, answeredAt }: Pick<Petition, 'id' | 'mergedInto' | 'answeredAt'>,
): Promise<Attachment[]> =>
  attachmentsWhere(
    tx,
    sql`(a.petition_id = ${id} and a.part = 'sender')
      or (a.petition_id in (${id}, ${mergedInto}) and ${isAnswered(sql`${answeredAt}::timestamptz`)})`,
  )

/** What everybody reads with a published answer. */
export const publicAttachmentsOf = (tx: Queries, petitionId: string): Promise<Attachment[]> =>
  attachmentsWhere(tx, sql`a.petition_id = ${petitionId} and a.is_public and f.refusal is null`)

interface Attaching {
  readonly petition: Petition
  readonly fileId: string
  readonly part: Part
  readonly sealedType?: string
}

/** Names a file as part of a petition, within the number that each may have; the caller has locked the petition. */
export async function attach(ctx: Context, { petition, fileId, part, sealedType }: Attaching): Promise<void> {
  const { count } = await get(
    ctx.tx,
    sql<{ count: number }>`select count(*)::int as count from petitions.attachment
      where petition_id = ${petition.id} and part = ${part}`,
  )
  if (count >= attachmentsEach) throw new Problem('tooManyFiles', petitionProblems.tooManyFiles)
  await run(
    ctx.tx,
    sql`insert into petitions.attachment (file_id, petition_id, part, sealed_type, attached_at)
      values (${fileId}, ${petition.id}, ${part}, ${sealedType ?? null}, ${ctx.now()})`,
  )
}

/** Says in the history that the sender gave a file, and tells whoever works on it already. */
export async function sayAttached(ctx: Context, { id, code, status }: Petition, subjects: readonly string[]) {
  await writeHistory(ctx, id, {
    kind: 'attached',
    words: { vi: 'Người gửi kèm thêm một tệp', en: 'A file was given by the sender' },
    isPublic: true,
  })
  ctx.note({ objectType: 'petition', objectId: id, subjects: [...subjects], facts: { code } })
  if (status !== 'sent') ctx.emit('petition.attached', { petitionId: id })
}

/**
 * Whether an answer is being written that may have files. None to that of a denunciation: what is written to a denouncer names them, and
 * would lie here in the open.
 */
export const takesAnswerFiles = ({ status, kind }: Petition): boolean =>
  status === 'accepted' && kind !== 'denunciation'

export const isOpen = ({ status }: Pick<Petition, 'status'>): boolean =>
  status === 'sent' || status === 'accepted' || status === 'waiting-sender'

/** While it is open its sender may give more; refused once it is answered or refused. */
export function mustBeOpen(petition: Petition): void {
  if (!isOpen(petition)) throw new Problem('notNow', petitionProblems.notNow)
}

/** Which of the answer's files everybody reads, and no other; those that are not of it are not found. */
export async function publishAttachments(tx: Queries, petitionId: string, ids: readonly string[]): Promise<string[]> {
  await write(
    tx,
    sql`update petitions.attachment set is_public = file_id = any(${ids}::uuid[]) where petition_id = ${petitionId} and part = 'answer'`,
  )
  return (await publicAttachmentsOf(tx, petitionId)).map(({ name }) => name)
}

/** One file of a petition, if it is there. */
export const findAttachment = async (tx: Queries, petitionId: string, fileId: string) =>
  find(
    tx,
    sql<{ part: Part; attachedAt: Date }>`select part, attached_at from petitions.attachment
      where petition_id = ${petitionId} and file_id = ${fileId}`,
  )
