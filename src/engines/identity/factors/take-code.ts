import type { Context } from '#kernel/operations/context.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'
import { forgetTries, takeTry } from '../tries.ts'
import { takeRecoveryCode } from './recovery-code.ts'
import { takeTotpCode } from './totp-factor.ts'

/** Takes a code of an account's app, or one of its recovery codes; guessed no faster than the brake lets. */
export async function takeCode(ctx: Context, secrets: Secrets, accountId: string, code: string): Promise<boolean> {
  await takeTry(ctx, 'factor', accountId)
  const digits = code.replaceAll(' ', '')
  const isTaken = /^\d{6}$/.test(digits)
    ? await takeTotpCode(ctx.tx, secrets, accountId, digits, ctx.now())
    : await takeRecoveryCode(ctx.tx, accountId, code)
  if (isTaken) await forgetTries(ctx, 'factor', accountId)
  return isTaken
}
