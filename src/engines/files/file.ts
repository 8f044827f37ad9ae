import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { filesProblems, refusals, type FileMetadata, type RefusalCode } from './contract.ts'

/** A file that was checked and stored. */
export interface FileRow {
  readonly id: string
  readonly name: string
  /** In bytes. */
  readonly size: number
  readonly mediaType: string
  /** Of the content, lower-case hexadecimal. */
  readonly sha256: string
  /** Of a PDF, if they could be counted. */
  readonly pages: number | null
  /** Malware was found in it after it had been accepted: it is named where it was, but nobody can read it. */
  readonly isBlocked: boolean
}

const columns = sql`f.id, f.name, f.size, f.media_type, f.sha256, f.pages, f.refusal is not null as is_blocked`

/** One's own file, whatever became of it; 404 for that of anybody else. */
export async function getOwnFile(ctx: Context, id: string): Promise<FileMetadata> {
  const found = await find(
    ctx.tx,
    sql<
      Omit<FileMetadata, 'refusal'> & { refusal: RefusalCode | null }
    >`select ${columns}, f.state, f.sent_sha256, f.width, f.height,
      f.created_at, f.refusal from files.file f where f.id = ${id} and f.owner_account = ${ctx.actor.account}`,
  )
  if (found === undefined) return fail('notFound')
  return { ...found, refusal: found.refusal === null ? null : { code: found.refusal, words: refusals[found.refusal] } }
}

/**
 * A file that the caller sent and may now put somewhere. 404 for that of anybody else; 422 while it is being checked, or with the
 * reason when it was refused. The row stays locked until the transaction ends, so it is not swept away meanwhile.
 */
export async function getUsableFile(ctx: Context, id: string): Promise<FileRow> {
  const found = await find(
    ctx.tx,
    sql<FileRow & { state: FileMetadata['state']; refusal: RefusalCode | null }>`select ${columns}, f.state, f.refusal
      from files.file f where f.id = ${id} and f.owner_account = ${ctx.actor.account} for key share`,
  )
  if (found === undefined) return fail('notFound')
  const { state, refusal, ...file } = found
  if (refusal !== null) throw refusalProblem(refusal)
  if (state !== 'accepted') throw new Problem('fileNotReady', filesProblems.fileNotReady, { retryAfterSeconds: 2 })
  return file
}

/**
 * The files of these ids that were accepted once, in this order; ids without one are left out. Who may see them is the caller's to
 * know; those that are blocked are there too, or people would miss a paper and not know why.
 */
export async function filesByIds(tx: Queries, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return []
  const found = await rows(
    tx,
    sql<FileRow>`select ${columns} from files.file f where f.id = any (${ids}::uuid[]) and f.sha256 is not null`,
  )
  const byId = new Map(found.map((file) => [file.id, file]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Keeps files for good, in the transaction that names them. `fileGone` (409) when one is no longer there: nothing names what is missing. */
export async function keepFiles(tx: Queries, ids: readonly string[]): Promise<void> {
  const unique = [...new Set(ids)]
  if (unique.length === 0) return
  // From behind a subquery the number of ids is no reason to plan anew each time.
  const kept = await run(
    tx,
    sql`update files.file f set kept_at = coalesce(kept_at, now()) from unnest((select ${unique}::uuid[])) as g (id)
      where f.id = g.id and f.state = 'accepted'`,
  )
  if (kept < unique.length) throw new Problem('fileGone', filesProblems.fileGone)
}

/** What the sender of a refused file is told: the code of the refusal and what to do. */
export const refusalProblem = (code: RefusalCode): Problem =>
  new Problem(code, { status: 422, message: refusals[code] })
