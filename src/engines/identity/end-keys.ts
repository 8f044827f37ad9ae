import type { Context } from '#kernel/operations/context.ts'
import { setPassword } from './account.ts'
import { removeFactors } from './factors/own-factors.ts'
import { endSessionsOf } from './session.ts'

/** Takes away whatever opens an account: password, passkeys, codes, sessions. Whoever set them may be a stranger. */
export async function endKeys(ctx: Context, accountId: string): Promise<void> {
  await setPassword(ctx.tx, accountId, null, false, ctx.now())
  await removeFactors(ctx.tx, accountId)
  await endSessionsOf(ctx.tx, accountId, ctx.now())
}
