import { createHash } from 'node:crypto'
import { Problem, fail } from '#values/errors.ts'
import type { Queries } from '../database/connect.ts'
import { find, sql, write } from '../database/query.ts'
import type { Call } from './context.ts'
import { fromKept, toKept } from './kept-answer.ts'

export const reusedKey = {
  status: 422,
  message: {
    vi: 'Khóa chống trùng này đã dùng cho một yêu cầu khác.',
    en: 'This idempotency key was used for another request.',
  },
} as const

export type KeyedCall = Call & { readonly idempotencyKey: string }

/** RFC draft "Idempotency-Key": visible ASCII, bounded. */
const keyShape = /^[\x21-\x7e]{8,200}$/

/** Refuses a key that nobody could have meant. */
export function checkKey(key: string): void {
  if (keyShape.test(key)) return
  fail('invalidInput', {
    places: [
      {
        path: 'Idempotency-Key',
        message: { vi: 'Khóa phải có 8 đến 200 ký tự ASCII.', en: 'The key must be 8 to 200 ASCII characters.' },
      },
    ],
  })
}

/**
 * Takes the key for this transaction, before anything else. Of two calls at once the second waits here until the first is over.
 * Where the key was used before, the transaction fails with what `isUsedKey` knows.
 */
export const takeKey = (tx: Queries, call: KeyedCall, operation: string, input: unknown): Promise<void> =>
  write(
    tx,
    sql`insert into kernel.idempotency (account, operation, key, request_digest)
      values (${call.actor.account}, ${operation}, ${call.idempotencyKey}, ${digestOf(input)})`,
  )

/** Keeps the answer with the transaction that gave it. */
export const rememberAnswer = (tx: Queries, call: KeyedCall, operation: string, answer: unknown): Promise<void> =>
  write(tx, sql`update kernel.idempotency set answer = ${toKept(answer)}::jsonb where ${taken(call, operation)}`)

/** The key of a refusal that is committed is free again. */
export const freeKey = (tx: Queries, call: KeyedCall, operation: string): Promise<void> =>
  write(tx, sql`delete from kernel.idempotency where ${taken(call, operation)}`)

/** Whether a transaction failed because its key was used. */
export const isUsedKey = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'constraint' in error && error.constraint === 'idempotency_pk'

/** What was answered under the key; another request under it: 422. Undefined when it was forgotten meanwhile. */
export async function findReplay(on: Queries, call: KeyedCall, operation: string, input: unknown) {
  const before = await find(
    on,
    sql<{ requestDigest: Buffer; answer: unknown }>`select request_digest, answer from kernel.idempotency
      where ${taken(call, operation)}`,
  )
  if (before === undefined) return undefined
  if (!before.requestDigest.equals(digestOf(input))) throw new Problem('idempotencyKeyReused', reusedKey)
  return { answer: fromKept(before.answer) }
}

const taken = (call: KeyedCall, operation: string) =>
  sql`account = ${call.actor.account} and operation = ${operation} and key = ${call.idempotencyKey}`

const digestOf = (input: unknown): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(input ?? null))
    .digest()
