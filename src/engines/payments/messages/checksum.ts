import { createHash, timingSafeEqual } from 'node:crypto'
import type { PaymentPlatform } from '#kernel/payment-platform.ts'

type Keys = Pick<PaymentPlatform, 'secret' | 'messages'>

/** `MaXacThuc`: SHA-256 in hex of the values of these fields, in this order, joined with `|` and followed by the secret. */
export function checksumOf(message: Readonly<Record<string, unknown>>, fields: readonly string[], keys: Keys): string {
  const values = fields.map((field) => textOf(message[field])).join('|')
  return createHash('sha256').update(`${values}${keys.messages.beforeSecret}${keys.secret}`).digest('hex')
}

/** Whether something is an answer of the platform: it bears the checksum that only it and we can make; either case of hex. */
export function isAuthentic(said: unknown, keys: Keys): said is Readonly<Record<string, unknown>> {
  return typeof said === 'object' && said !== null && isSigned(said as Readonly<Record<string, unknown>>, keys)
}

function isSigned(message: Readonly<Record<string, unknown>>, keys: Keys): boolean {
  const said = message['MaXacThuc']
  const ours = Buffer.from(checksumOf(message, keys.messages.answerFields, keys))
  const theirs = Buffer.from(typeof said === 'string' ? said.toLowerCase() : '')
  return theirs.length === ours.length && timingSafeEqual(theirs, ours)
}

/** Of what a field may hold; anything else stands for nothing. */
const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
