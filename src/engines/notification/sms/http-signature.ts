import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { SmsHttp } from '#kernel/sms-gateway.ts'

/** What a provider is called with, or calls with, by name. */
export type Known = Readonly<Record<string, string>>

export const putInto = (text: string, known: Known): string =>
  text.replace(/\{([\w.]+)\}/g, (whole, name: string) => known[name] ?? whole)

/** A signature as a provider has it made; an HMAC is keyed with the password. */
export function sign(
  { algorithm, over, encoding }: NonNullable<SmsHttp['signature']>,
  known: Known,
  password: string,
): string {
  const text = putInto(over, known)
  return algorithm === 'hmac-sha256'
    ? createHmac('sha256', password).update(text).digest(encoding)
    : createHash(algorithm).update(text).digest(encoding)
}

/** The value at a path such as `data.id`, as text. */
export function textAt(answer: unknown, path: string): string {
  const value = path
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, key)
          ? (at as Record<string, unknown>)[key]
          : undefined,
      answer,
    )
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Compared in a time that tells nothing of where they differ. */
export function isSameText(given: string, own: string): boolean {
  const [one, other] = [given, own].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer]
  return own !== '' && timingSafeEqual(one, other)
}
