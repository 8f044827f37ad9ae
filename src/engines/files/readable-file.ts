import { find, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import type { Call } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { filesProblems } from './contract.ts'
import type { FileRow } from './file.ts'
import type { FileRoutesParts } from './file-routes.ts'

/** Whether an engine lets this actor read this file, as part of what, and whose data it is (ids of persons). */
export type MayRead = (
  db: Queries,
  actor: Actor,
  fileId: string,
  now: Date,
) => Promise<{ objectType: string; objectId: string; subjects: readonly string[] } | undefined>

export type Reading = 'files.downloadFile' | 'files.previewFile' | 'files.joinPages' | 'files.drawPage'

/**
 * A file for whoever sent it and whom a later engine admits; nobody else learns that it exists (404). What was kept as part of
 * something opens with that alone: who sent it at a counter may have lost sight of it since. What belongs to somebody is read only
 * after that was written into the audit trail.
 * @right
 */
export async function getReadable(
  { db, record, now, mayRead }: Pick<FileRoutesParts, 'db' | 'record' | 'now' | 'mayRead'>,
  call: Call,
  id: string,
  reading: Reading,
): Promise<FileRow> {
  if (call.actor.mustAddFactor) return fail('mustAddFactor')
  const file = await find(
    db,
    sql<
      FileRow & { ownerAccount: string; isKept: boolean }
    >`select id, name, size, media_type, sha256, pages, owner_account, kept_at is not null as is_kept, refusal is not null as is_blocked from files.file
      where id = ${id} and sha256 is not null`,
  )
  if (file === undefined) return fail('notFound')
  for (const guard of mayRead) {
    const admitted = await guard(db, call.actor, id, now())
    if (admitted === undefined) continue
    const { objectType, objectId, subjects } = admitted
    const notes = [{ objectType, objectId, subjects, facts: { file: id } }]
    const outcome = file.isBlocked ? 'refused' : 'done'
    await db.transaction((tx) => record(tx, { call, operation: reading, kind: 'read', outcome, at: now(), notes }))
    return unblocked(file)
  }
  const isOwn = call.actor.kind !== 'nobody' && file.ownerAccount === call.actor.account
  return isOwn && !file.isKept ? unblocked(file) : fail('notFound')
}

function unblocked(file: FileRow): FileRow {
  if (file.isBlocked) throw new Problem('fileBlocked', filesProblems.fileBlocked)
  return file
}
