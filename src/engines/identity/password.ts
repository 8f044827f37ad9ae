import { hash, verify } from '@node-rs/argon2'

// OWASP password storage: Argon2id, 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Argon2id hash with its parameters and salt. Runs off the event loop. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost)

// A fixed hash of a random text, so that an unknown login costs the same time as a wrong password.
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Zm9yIG5vYm9keSwgbmV2ZXIgbWF0Y2hlcyBhbnkgcGFzcw'

/** Whether the password fits; an absent hash takes the same work and never fits. */
export async function passwordFits(password: string, stored: string | null | undefined): Promise<boolean> {
  const fits = await verify(stored ?? nobodysHash, password.normalize('NFC')).catch(() => false)
  return fits && stored !== null && stored !== undefined
}

/** Words an attacker tries first here: the place, the years, the keyboard. */
const tooCommon = [
  'bacgiang',
  'password',
  'matkhau',
  'quantri',
  'lienthong',
  '12345678',
  'qwerty',
  'abc123',
  // The demo's, which stands in its documentation.
  'mocuaxemtinhmau',
  '11111111',
  '00000000',
]

/**
 * What is wrong with a new password, or undefined: at least 12 characters (8 would need a second factor, ASVS V6.2), at most
 * 128, not one of the common words with digits around it, not a few letters again and again, not the login itself. No composition rules.
 */
export function passwordFault(password: string, login: string) {
  if (password.length < 12)
    return {
      vi: 'Mật khẩu cần ít nhất 12 ký tự. Một câu ngắn dễ nhớ là tốt nhất.',
      en: 'Use at least 12 characters. A short sentence is best.',
    }
  if (password.length > 128) return { vi: 'Mật khẩu dài quá 128 ký tự.', en: 'Longer than 128 characters.' }
  const plain = password.toLowerCase().replace(/[^a-z0-9]/g, '')
  const core = plain.replace(/^\d+|\d+$/g, '')
  if (
    core.length < 4 ||
    new Set(core).size < 4 ||
    tooCommon.some((word) => core === word || plain === word) ||
    plain.includes(login.toLowerCase())
  ) {
    return { vi: 'Mật khẩu này dễ đoán. Hãy chọn một câu khác.', en: 'Too easy to guess. Choose another sentence.' }
  }
  return undefined
}
