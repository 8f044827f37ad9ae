import { hash, verify } from '@node-rs/argon2'
import { fold } from '#values/text.ts'

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

/** Words an attacker tries first wherever this runs: the product, the keyboard. Those of the place are declared. */
const tooCommon = [
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

/** Letters and digits alone, without marks: `Bắc Giang` and `bac.giang` are one guess. */
const lettersOf = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

export interface PasswordOwner {
  readonly login: string
  readonly name: string
}

export type PasswordRule = ReturnType<typeof createPasswordRule>

/**
 * Makes the rule for new passwords of a place, given the names of its areas and bodies. It answers what is wrong, or undefined: at
 * least 12 characters (8 would need a second factor, ASVS V6.2), at most 128, not the login, not a few letters again and again, and
 * more than common words, names of the place, the owner's own name and digits around them. No composition rules.
 */
export function createPasswordRule(localNames: readonly string[]) {
  // What a name is called for stands before it: `Tỉnh Bắc Giang` is guessed as `Bắc Giang` too.
  const local = localNames.flatMap((name) => [name, name.replace(/^\S+ /, '')])
  const guessed = [...new Set([...tooCommon, ...local.map(lettersOf)])]
  return (password: string, { login, name }: PasswordOwner) => {
    if (password.length < 12)
      return {
        vi: 'Mật khẩu cần ít nhất 12 ký tự. Một câu ngắn dễ nhớ là tốt nhất.',
        en: 'Use at least 12 characters. A short sentence is best.',
      }
    if (password.length > 128) return { vi: 'Mật khẩu dài quá 128 ký tự.', en: 'Longer than 128 characters.' }
    const letters = lettersOf(password)
    const words = [...guessed, lettersOf(name), ...name.split(' ').map(lettersOf)]
    if (
      letters.includes(lettersOf(login)) ||
      /^(.{1,7}?)\1+$/.test(letters) ||
      new Set(without(words, letters).replace(/^\d+|\d+$/g, '')).size < 4
    )
      return {
        vi: 'Mật khẩu này dễ đoán. Hãy chọn một câu khác, không ghép từ tên địa phương, tên cơ quan hay tên mình.',
        en: 'Too easy to guess. Choose another sentence, not one put together from names of places, offices or your own.',
      }
    return undefined
  }
}

/** What is left of a text when words are taken out, the longest first. */
const without = (words: readonly string[], text: string): string =>
  words
    .filter((word) => word !== '')
    .sort((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ''), text)
