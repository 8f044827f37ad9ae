import { find, get, run, sql } from '#kernel/database/query.ts'
import type { Database, Queries } from '#kernel/database/connect.ts'
import { fail, Problem } from '#values/errors.ts'
import type { Allowance } from '#values/brake.ts'
import { leftOf, oneMoreUsed, type Used } from '#values/quota.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import { filesProblems } from './contract.ts'
import type { UploadLimits } from './upload-limits.ts'
import { isWaiting } from './waiting.ts'

/** A file on its way in. */
export interface Upload {
  /** Also that of the file to be. */
  readonly id: string
  readonly ownerAccount: string
  readonly name: string
  /** Declared size, in bytes. */
  readonly length: number
  /** Digest that the sender gave for the whole. */
  readonly sentSha256: string | null
  /** Where it is put once it is accepted: the path of an operation and the paper, if the sender said. */
  readonly goesTo?: string | null
  readonly verifiedTo: number | null
  readonly createdAt: Date
  readonly endedAt: Date | null
}

/** Who may send files: people, not programs, which bring theirs with their messages. */
export function senderOf(actor: Actor): Actor & { kind: 'citizen' | 'staff' } {
  if (actor.kind === 'nobody') return fail('notSignedIn')
  if (actor.mustAddFactor) return fail('mustAddFactor')
  if (actor.kind !== 'citizen' && actor.kind !== 'staff') return fail('forbidden')
  return actor as Actor & { kind: 'citizen' | 'staff' }
}

export type NewUpload = Pick<Upload, 'id' | 'name' | 'length' | 'sentSha256' | 'goesTo'>

/**
 * Begins an upload within the account's bounds: `uploadTooLarge` (413), `tooManyUploads` (429); answers how many more may follow.
 * Two at once are counted one after the other.
 */
export async function createUpload(
  db: Database,
  actor: Actor,
  upload: NewUpload,
  limits: UploadLimits,
  at: Date,
): Promise<Allowance> {
  const { kind, account } = senderOf(actor)
  if (upload.length > limits.maxBytes) throw new Problem('uploadTooLarge', filesProblems.uploadTooLarge)
  const quota = { free: limits.perHour[kind], withinSeconds: 3600 }
  return db.transaction(async (tx) => {
    await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`files.upload ${account}`}, 0))`)
    const { waiting, ...recent } = await usageOf(tx, account, at)
    const left = leftOf(quota, recent, at)
    // No room for these bytes is no upload left either, until some were used or swept.
    const full = waiting + upload.length > limits.waitingBytes[kind]
    if (full || left.remaining === 0) {
      const allowance = full ? { ...left, remaining: 0, resetSeconds: 600 } : left
      throw new Problem('tooManyUploads', filesProblems.tooManyUploads, {
        allowance,
        retryAfterSeconds: allowance.resetSeconds,
      })
    }
    await run(
      tx,
      sql`insert into files.upload (id, owner_account, name, length, sent_sha256, goes_to, created_at)
        values (${upload.id}, ${account}, ${upload.name}, ${upload.length}, ${upload.sentSha256}, ${upload.goesTo ?? null}, ${at})`,
    )
    return leftOf(quota, oneMoreUsed(recent, at), at)
  })
}

const usageOf = (tx: Queries, account: string, at: Date) =>
  get(
    tx,
    sql<Used & { waiting: number }>`select
      ((select coalesce(sum(length), 0) from files.upload where owner_account = ${account} and ended_at is null)
        + (select coalesce(sum(size), 0) from files.file where owner_account = ${account} and kept_at is null and state = 'accepted'))::bigint as waiting,
      recent.count, recent.first_at
      from (select count(*)::int, min(created_at) as first_at from files.upload
        where owner_account = ${account} and created_at > ${at}::timestamptz - interval '1 hour') recent`,
  )

/** One's own upload; of anybody else's nothing is said, not even that it exists. */
export async function getUpload(
  on: Queries,
  actor: Actor,
  id: string,
  limits: UploadLimits,
  at: Date,
): Promise<Upload> {
  const { account } = senderOf(actor)
  const found = await find(
    on,
    sql<
      Upload & { isWaiting: boolean }
    >`select id, owner_account, name, length, sent_sha256, verified_to, created_at, ended_at,
        ${isWaiting} as is_waiting
      from files.upload u where id = ${id} and owner_account = ${account}`,
  )
  if (found === undefined) return fail('notFound')
  const longest = found.isWaiting ? limits.waits : limits.lifetime
  if (found.endedAt === null && found.createdAt.getTime() + longest < at.getTime()) {
    throw new Problem('uploadExpired', filesProblems.uploadExpired)
  }
  return found
}

/** From here on bytes count only when their check sum was right; undefined = all that came count. */
export const verifyFrom = (on: Queries, id: string, offset: number | undefined): Promise<number> =>
  run(on, sql`update files.upload set verified_to = ${offset ?? null} where id = ${id}`)

/** A form does not say how large its file is until it has come. */
export const setLength = (on: Queries, id: string, length: number): Promise<number> =>
  run(on, sql`update files.upload set length = ${length} where id = ${id}`)

/** Done or given up; the row stays a day, so that it is counted. */
export const endUpload = (on: Queries, id: string, at: Date): Promise<number> =>
  run(on, sql`update files.upload set ended_at = ${at} where id = ${id} and ended_at is null`)
