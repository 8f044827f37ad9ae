import { createHash, randomBytes } from 'node:crypto'

/** Without letters and digits that are taken for each other (Crockford): read out on the phone and typed from a note. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Twelve signs, 60 bits: the one thing by which its sender finds it again. */
export const makeLookUpCode = (): string =>
  Array.from(randomBytes(12), (byte) => alphabet[byte % alphabet.length]).join('')

/** What is kept of it. */
export const digestOfCode = (lookUpCode: string): Buffer => createHash('sha256').update(lookUpCode).digest()
