import { createHmac, timingSafeEqual } from 'node:crypto'

/** RFC 6238 as every authenticator app has it: SHA-1, 30 seconds, 6 digits. */
const stepSeconds = 30
const digits = 6

export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / stepSeconds)

/** The code of a time step (RFC 4226 §5.3). */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = (digest.at(-1) as number) & 0xf
  const number = (digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits
  return String(number).padStart(digits, '0')
}

/** The time step that a code belongs to, one step early or late included (§5.2); undefined where it fits none. */
export const stepOfCode = (secret: Buffer, code: string, at: Date): number | undefined =>
  /^\d{6}$/.test(code)
    ? [0, -1, 1].map((by) => stepAt(at) + by).find((step) => isEqual(codeOf(secret, step), code))
    : undefined

const isEqual = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other))

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 without padding (RFC 4648 §6), as authenticator apps take a secret. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What the QR code of an enrolment says (Google's key URI format). */
export const totpUri = (issuer: string, login: string, secret: string): string =>
  `otpauth://totp/${encodeURIComponent(`${issuer}:${login}`)}?${new URLSearchParams({ secret, issuer })}`.replaceAll(
    '+',
    '%20',
  )
