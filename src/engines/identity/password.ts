import { hash, verify } from '@node-rs/argon2'
import { fold } from '#values/text.ts'
import type { AccountPolicy } from './account-policy.ts'
import { faultOfMake, passwordProfiles, type PasswordProfile } from './password-profile.ts'

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
  readonly hasFactor?: boolean
}

/**
 * Makes the rule for new passwords of a place, given the names of its areas and bodies. It answers what is wrong, or undefined: of
 * the length and make that the profile asks, not the login, not a few letters again and again, and more than common words, names of
 * the place, the owner's own name and digits around them.
 */
export function createPasswordRule(localNames: readonly string[], profile: PasswordProfile = passwordProfiles.asvs) {
  // What a name is called for stands before it: `Tỉnh Bắc Giang` is guessed as `Bắc Giang` too.
  const local = localNames.flatMap((name) => [name, name.replace(/^\S+ /, '')])
  const guessed = [...new Set([...tooCommon, ...local.map(lettersOf)])]
  return (password: string, { login, name, hasFactor = false }: PasswordOwner) => {
    const fault = faultOfMake(password, profile, hasFactor)
    if (fault !== undefined) return fault
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

const leaked = {
  vi: 'Mật khẩu này nằm trong danh sách đã lộ trên mạng. Hãy chọn một câu khác.',
  en: 'This password is on a list of leaked ones. Choose another sentence.',
}

export type PasswordCheck = ReturnType<typeof createPasswordCheck>

/** Looks at new passwords by the profile of the account's kind, and in the list of leaked ones, if there is one. */
export function createPasswordCheck(localNames: readonly string[], { profiles, breached }: AccountPolicy) {
  const rules = {
    staff: createPasswordRule(localNames, profiles.staff),
    citizen: createPasswordRule(localNames, profiles.citizen),
  }
  return async (password: string, owner: PasswordOwner & { readonly kind: 'staff' | 'citizen' }) =>
    rules[owner.kind](password, owner) ?? ((await breached?.has(password)) ? leaked : undefined)
}

/** What is left of a text when words are taken out, the longest first. */
const without = (words: readonly string[], text: string): string =>
  words
    .filter((word) => word !== '')
    .sort((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ''), text)
