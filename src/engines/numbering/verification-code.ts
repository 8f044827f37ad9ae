import { randomBytes } from 'node:crypto'

/** What a paper is verified by: 80 random bits in letters and digits that cannot be mistaken for each other. */
export function newVerificationCode(): string {
  const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  return Array.from(randomBytes(16), (byte) => alphabet[byte % 32]).join('')
}
