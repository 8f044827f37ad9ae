import type { Queries } from '#kernel/database/connect.ts'
import { find, rows, run, sql } from '#kernel/database/query.ts'
import { Problem } from '#values/errors.ts'
import { auditProblems } from './contract.ts'
import { hashLength, type Hash } from './merkle.ts'
import { readSeals, type Seal } from './seal.ts'

/** Where the trail begins in this database: what was sealed up to there lies in archives. */
export interface Beginning {
  readonly seal: Seal
  /** Leaves behind the last complete subtree of 256. */
  readonly leaves: readonly Hash[]
}

/** Undefined = all of the trail is here. */
export async function findBeginning(on: Queries): Promise<Beginning | undefined> {
  const found = await find(
    on,
    sql<{ seal: number; leaves: Buffer }>`select seal, leaves from audit.beginning order by seal desc limit 1`,
  )
  if (!found) return undefined
  const [seal] = await readSeals(on, sql`number = ${found.seal}`)
  // A key refers to it.
  if (!seal) throw archived()
  const leaves = Array.from({ length: found.leaves.length / hashLength }, (_, at) =>
    found.leaves.subarray(at * hashLength, (at + 1) * hashLength),
  )
  return { seal, leaves }
}

/** What a part that leaves says in the trail, as the facts of this entry. */
export const archiveOperation = 'audit.archivePart'

/** Needs the owner's connection. */
export const insertBeginning = (
  tx: Queries,
  { seal, leaves }: { readonly seal: number; readonly leaves: readonly Hash[] },
  part: string,
): Promise<number> =>
  run(
    tx,
    sql`insert into audit.beginning (seal, leaves, part, at) values (${seal}, ${Buffer.concat(leaves)}, ${part}, now())
      on conflict (seal) do nothing`,
  )

/** Whether the trail itself says that it begins behind this seal. */
export const isBeginningRecorded = async (on: Queries, seal: number): Promise<boolean> =>
  (
    await rows(
      on,
      sql`select from audit.entry where operation = ${archiveOperation} and outcome = 'done'
        and objects && array[${`audit.seal:${seal}`}] limit 1`,
    )
  ).length > 0

/** What is asked for is no longer in the database. */
export const archived = (): Problem => new Problem('archived', auditProblems.archived)
