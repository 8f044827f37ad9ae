import type { Config } from '#kernel/config.ts'
import { openBreachedPasswords, type BreachedPasswords } from './breached-passwords.ts'
import { passwordProfiles, type PasswordProfile } from './password-profile.ts'

/** What an installation asks of accounts. */
export interface AccountPolicy {
  readonly profiles: Readonly<Record<'staff' | 'citizen', PasswordProfile>>
  readonly breached: BreachedPasswords | undefined
  /** After so many days without signing in an official's account is disabled; 0 = never. */
  readonly unusedDays: number
  /** Who of the officials must have a second factor. */
  readonly secondFactor: 'off' | 'administrators' | 'everyone'
}

/** TCVN 14423 asks for both; the demo, whose password is public and whose officials are invented, for neither. */
const otherwise = {
  real: { unusedDays: 45, secondFactor: 'administrators' },
  demo: { unusedDays: 0, secondFactor: 'off' },
} as const

/** Reads what the configuration asks of accounts; throws one line where the list of leaked passwords is not there. */
export async function openAccountPolicy(config: Config, on: keyof typeof otherwise): Promise<AccountPolicy> {
  return {
    profiles: {
      staff: passwordProfiles[config.passwordProfiles.staff],
      citizen: passwordProfiles[config.passwordProfiles.citizen],
    },
    breached:
      config.breachedPasswords === undefined ? undefined : await openBreachedPasswords(config.breachedPasswords),
    unusedDays: config.unusedAccountDays ?? otherwise[on].unusedDays,
    secondFactor: config.secondFactorStaff ?? otherwise[on].secondFactor,
  }
}

/** Whoever may change the organisation, accounts, calendar or jobs, or read the trail. */
export const administers = (permissions: ReadonlyMap<string, unknown>): boolean =>
  [...permissions.keys()].some((permission) => permission.endsWith('.manage') || permission === 'audit.read')

const dayMs = 86_400_000

/** Whether a password of one who administers has been used for as long as its profile lets. */
export const isTooOld = ({ administratorsChangeAfterDays: days }: PasswordProfile, setAt: Date, at: Date): boolean =>
  days !== undefined && at.getTime() - setAt.getTime() > days * dayMs

export const unusedSince = ({ unusedDays }: AccountPolicy, at: Date): Date =>
  new Date(at.getTime() - unusedDays * dayMs)
