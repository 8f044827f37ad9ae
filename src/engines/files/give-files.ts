import { run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'

/** Gives what one account sent to another account. */
export async function giveFiles(tx: Queries, from: string, to: string): Promise<void> {
  await run(tx, sql`update files.file set owner_account = ${to} where owner_account = ${from}`)
  await run(tx, sql`update files.upload set owner_account = ${to} where owner_account = ${from}`)
}
