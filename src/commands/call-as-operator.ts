import { userInfo } from 'node:os'
import type { Database } from '#kernel/database/connect.ts'
import { createLog } from '#kernel/log.ts'
import { system, type Actor } from '#kernel/operations/actor.ts'
import type { AuditNote } from '#kernel/operations/context.ts'
import { runOperation, type AnyHandler } from '#kernel/operations/run-operation.ts'
import { say } from '#values/words.ts'
import { Problem } from '#values/errors.ts'
import { recordAudit } from '#engines/audit/index.ts'
import { identityContract } from '#engines/identity/contract.ts'

/** An operation of identity, and what handles it. */
export interface Operation {
  readonly name: keyof typeof identityContract
  readonly handler: AnyHandler
}

/** Whoever has the shell of an installation manages its accounts, and calls nothing else by that; having it is their proof. */
const operatorAt = (at: Date): Actor => ({
  ...system,
  permissions: new Map([['account.manage', 'all']]),
  proof: { at, byFactorAt: null, hasFactor: false, hasPasskey: false },
})

/**
 * Calls an operation from a shell, by the same runner as over HTTP, and the trail says who sat there. What is wrong with the input is
 * said in words, place by place.
 */
export async function callAsOperator(db: Database, { name, handler }: Operation, input: unknown): Promise<unknown> {
  const parts = { db, log: createLog('silent'), now: () => new Date(), record: recordAudit }
  const call = { actor: operatorAt(parts.now()), language: 'vi' as const, requestId: `command:${process.pid}` }
  const signed: AnyHandler = (ctx, given) => {
    const note = (one: AuditNote) => ctx.note({ ...one, facts: { ...one.facts, operator: userInfo().username } })
    return handler({ ...ctx, note }, given)
  }
  try {
    return (await runOperation(parts, `identity.${name}`, identityContract[name], signed, call, input)).value
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const places = error.places.map(({ path, message }) => `${path}: ${say(message, 'vi')}`)
    throw new Error([say(error.words, 'vi'), ...places].join('\n'), { cause: error })
  }
}
