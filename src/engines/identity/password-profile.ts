import type { Words } from '#values/words.ts'

/**
 * What a new password must be like, beyond not being easy to guess, and how long it may be used. National profiles ask for classes of
 * characters, change and history; ASVS V6.2.5 and V6.2.10 forbid just these. Which one counts is chosen for each kind of account
 * (docs/decisions/0007).
 */
export interface PasswordProfile {
  /** The shortest that is taken: beside a second factor, and alone. */
  readonly least: { readonly withFactor: number; readonly alone: number }
  /** Alone, it needs letters of both cases, digits and signs. */
  readonly classesAlone: boolean
  /** After so many days those who administer have to change theirs. */
  readonly administratorsChangeAfterDays: number | undefined
  /** So many of the last ones are not taken again. */
  readonly remembers: number
}

export const passwordProfiles = {
  /** OWASP ASVS 5.0 V6.2, whatever stands beside it: length instead of rules. */
  asvs: {
    least: { withFactor: 12, alone: 12 },
    classesAlone: false,
    administratorsChangeAfterDays: undefined,
    remembers: 0,
  },
  /** TCVN 14423 on accounts of systems of level 3. Two months are counted as sixty days. */
  tcvn: {
    least: { withFactor: 8, alone: 14 },
    classesAlone: true,
    administratorsChangeAfterDays: 60,
    remembers: 10,
  },
} as const satisfies Record<string, PasswordProfile>

export type PasswordProfileName = keyof typeof passwordProfiles

const leastOf = ({ least }: PasswordProfile, hasFactor: boolean): number => (hasFactor ? least.withFactor : least.alone)

/** What stands beside the field of a new password. */
export function wordsOf(profile: PasswordProfile, hasFactor: boolean): Words {
  const least = leastOf(profile, hasFactor)
  const [vi, en] =
    profile.classesAlone && !hasFactor
      ? [', có chữ thường, chữ hoa, chữ số và dấu', ', with small and capital letters, digits and signs']
      : ['', '']
  return {
    vi: `Ít nhất ${least} ký tự${vi}. Một câu ngắn dễ nhớ là tốt nhất.`,
    en: `At least ${least} characters${en}. A short sentence is best.`,
  }
}

const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u]

/** What is wrong with the length or the make of a password. */
export function faultOfMake(password: string, profile: PasswordProfile, hasFactor: boolean): Words | undefined {
  const needed = leastOf(profile, hasFactor)
  if (password.length < needed)
    return {
      vi: `Mật khẩu cần ít nhất ${needed} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`,
      en: `Use at least ${needed} characters. A short sentence is best.`,
    }
  if (password.length > 128) return { vi: 'Mật khẩu dài quá 128 ký tự.', en: 'Longer than 128 characters.' }
  if (profile.classesAlone && !hasFactor && !classes.every((one) => one.test(password)))
    return {
      vi: 'Mật khẩu cần có chữ thường, chữ hoa, chữ số và dấu; hoặc thêm đăng nhập hai bước.',
      en: 'It needs small and capital letters, digits and signs; or add two-step sign-in.',
    }
  return undefined
}
