import { userInfo } from 'node:os'
import type { Database } from '#kernel/database/connect.ts'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import { createLog } from '#kernel/log.ts'
import type { Context } from '#kernel/operations/context.ts'
import { recordAudit } from '#engines/audit/index.ts'

/** The same as from the screen, by the platform itself and in one transaction with its audit, which says who sat at the shell. */
export async function asPlatform<Done extends { readonly id: string }>(
  db: Database,
  objectType: string,
  requestId: string,
  work: (ctx: Context) => Promise<Done>,
): Promise<Done> {
  let done: Done | undefined
  const parts = { db, log: createLog('silent'), now: () => new Date(), record: recordAudit }
  await runInBackground(parts, { requestId }, async (ctx) => {
    done = await work(ctx)
    ctx.note({ objectType, objectId: done.id, facts: { operator: userInfo().username } })
  })
  return done as Done
}
