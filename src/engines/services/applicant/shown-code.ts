import { find, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { servicesProblems } from '../contract/problems.ts'
import { isOwn } from '../dossier/dossier-access.ts'
import { countWrongLookUp, waitBeforeLookUp } from '../public/look-up-brake.ts'

interface Receipt {
  readonly code: string
  readonly phoneEnd: string
}

/**
 * Opens one dossier of a counter to an account that nobody vouches for: it is its person's, and whoever holds the account shows the code
 * of the receipt and the end of the phone number that was given there. One answer for all that does not fit; guesses wait.
 */
export async function showCode(ctx: Context, { code, phoneEnd }: Receipt) {
  const wait = waitBeforeLookUp(ctx, code)
  if (wait > 0) throw new Problem('lookUpWait', servicesProblems.lookUpWait, { retryAfterSeconds: wait })
  const shown = await find(
    ctx.tx,
    // Not the phone of the profile: whoever opened the account wrote that.
    sql<{ id: string }>`select d.id from services.dossier d
      where d.code = ${code} and d.lookup_fact = ${phoneEnd} and ${isOwn(ctx.actor.person as string)}`,
  )
  if (shown === undefined) {
    countWrongLookUp(ctx, code)
    fail('notFound')
  }
  await run(
    ctx.tx,
    sql`insert into services.shown_code (account_id, dossier_id, shown_at)
      values (${ctx.actor.account}, ${shown.id}, ${ctx.now()}) on conflict do nothing`,
  )
  ctx.note({ objectType: 'dossier', objectId: shown.id, subjects: [ctx.actor.person as string] })
  return { id: shown.id }
}
