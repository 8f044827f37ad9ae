import type { Database, Queries } from '#kernel/database/connect.ts'
import { get, sql } from '#kernel/database/query.ts'
import type { Log } from '#kernel/log.ts'
import { damaged, findLastSeal, readSeals, type Head } from '../seal.ts'
import { takeTurn } from '../take-turn.ts'
import { appendHeads, lastHeadIn } from './heads-file.ts'
import { headText, signText, type SignedHead } from './signed-head.ts'
import type { SigningKey } from './signing-key.ts'
import { findLastHead, insertHead, listKey } from './stored-heads.ts'

export interface HeadParts {
  readonly key: SigningKey
  /** Where heads are kept besides the database. */
  readonly file: string
}

/** One process signs at a time. */
const signing = 7_240_012

/** A little less than the minute between two heads: the clocks of two processes do not beat together. */
const freshMs = 50_000

/**
 * Signs the newest seal and keeps the head in the table and in the file. Answers undefined where nothing was sealed since the last
 * head, another process signs at this moment, or did less than a minute ago (`atOnce` does not mind). Never signs a tree that does not hold
 * every head that was signed before, as the table, the file and the caller (`known`) remember it: throws `trailDamaged`.
 */
export function signHead(
  db: Database,
  { key, file }: HeadParts,
  log: Log,
  { known, atOnce = false }: { readonly known?: Head | undefined; readonly atOnce?: boolean } = {},
): Promise<SignedHead | undefined> {
  return db.transaction(async (tx) => {
    if (!(await takeTurn(tx, signing, atOnce))) return undefined
    const last = await findLastHead(tx)
    const kept = await lastHeadIn(file)
    for (const head of [last, kept, known]) if (head !== undefined) await mustHold(tx, head)
    const seal = await findLastSeal(tx)
    const { now } = await get(tx, sql<{ now: Date }>`select date_trunc('milliseconds', clock_timestamp()) as now`)
    // A clock that was set back shall not keep the trail without heads until it has caught up.
    const isFresh = last !== undefined && Math.abs(now.getTime() - last.at.getTime()) < freshMs
    if (seal === undefined || seal.treeSize === last?.size || (isFresh && !atOnce)) return undefined
    const said = { size: seal.treeSize, root: seal.root, seal: seal.number, at: now }
    const head = { ...said, keyId: key.id, signature: signText(key.privateKey, headText(said)) }
    await listKey(tx, key)
    await insertHead(tx, head)
    // What a full disk refuses now is added with the next head.
    await appendHeads(tx, file).catch((error: unknown) =>
      log.error({ err: error, file }, 'the head of the audit trail could not be kept in the file'),
    )
    return head
  })
}

async function mustHold(tx: Queries, { size, root }: Head): Promise<void> {
  const [seal] = await readSeals(tx, sql`tree_size = ${size}`)
  if (!seal?.root.equals(root))
    throw damaged(
      `a head of ${size} entries was signed, and this trail does not have it: its end was cut off, or it is another trail`,
    )
}
