import { createHash } from 'node:crypto'
import { Problem, fail } from '#values/errors.ts'
import type { Queries } from '../database/connect.ts'
import { find, sql, write } from '../database/query.ts'
import type { Call } from './context.ts'
import { fromKept, toKept } from './kept-answer.ts'

const reusedKey = {
  status: 422,
  message: {
    vi: 'Khóa chống trùng này đã dùng cho một yêu cầu khác.',
    en: 'This idempotency key was used for another request.',
  },
} as const

/** RFC draft "Idempotency-Key": visible ASCII, bounded. */
const keyShape = /^[\x21-\x7e]{8,200}$/

/**
 * Takes the key for this transaction and answers what was answered before, if anything. Two calls at once wait for each
 * other on the key's lock, so the second one sees the first one's answer. Another request under the same key: 422.
 */
export async function findReplay(tx: Queries, call: Call, operation: string, input: unknown) {
  const key = call.idempotencyKey as string
  if (!keyShape.test(key))
    fail('invalidInput', {
      places: [
        {
          path: 'Idempotency-Key',
          message: { vi: 'Khóa phải có 8 đến 200 ký tự ASCII.', en: 'The key must be 8 to 200 ASCII characters.' },
        },
      ],
    })
  const scope = `${call.actor.account} ${operation} ${key}`
  // Two statements: the second must see what the holder of the lock committed meanwhile.
  await write(tx, sql`select pg_advisory_xact_lock(hashtextextended(${scope}, 0))`)
  const before = await find(
    tx,
    sql<{ requestDigest: Buffer; answer: unknown }>`select request_digest, answer from kernel.idempotency
      where account = ${call.actor.account} and operation = ${operation} and key = ${key}`,
  )
  if (before === undefined) return undefined
  if (!before.requestDigest.equals(digestOf(input))) throw new Problem('idempotencyKeyReused', reusedKey)
  return { answer: fromKept(before.answer) }
}

/** Keeps the answer with the transaction that gave it. */
export async function rememberAnswer(tx: Queries, call: Call, operation: string, input: unknown, answer: unknown) {
  await write(
    tx,
    sql`insert into kernel.idempotency (account, operation, key, request_digest, answer)
      values (${call.actor.account}, ${operation}, ${call.idempotencyKey}, ${digestOf(input)}, ${toKept(answer)}::jsonb)`,
  )
}

const digestOf = (input: unknown): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(input ?? null))
    .digest()
