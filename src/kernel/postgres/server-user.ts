import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The account PostgreSQL runs under; spreads into the options of `child_process`. Empty = the account of this process. */
export interface ServerUser {
  readonly uid?: number
  readonly gid?: number
}

/** What PostgreSQL and initdb get to see: variables such as PGPORT or LD_LIBRARY_PATH of the caller would change them. */
export const serverEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' }

/**
 * Chooses the account for a data place: PostgreSQL refuses root. As root it is the owner of the place or of the nearest
 * folder above that is not root's (so `sudo npm start` in the home of a person runs as that person), else `lien-thong` if
 * the host has that account, else `nobody`.
 */
export function chooseServerUser(place: string): ServerUser {
  if (process.getuid?.() !== 0) return {}
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const owner = String(ownerOf(place))
  // initdb looks its account up, so a bare number (a bind mount from another host) does not serve.
  const account =
    accounts.find(([, , uid]) => uid === owner && uid !== '0') ??
    accounts.find(([name]) => name === 'lien-thong') ??
    accounts.find(([name]) => name === 'nobody')
  if (!account) throw new Error('PostgreSQL does not run as root: create an account with `useradd --system lien-thong`')
  return { uid: Number(account[2]), gid: Number(account[3]) }
}

/** Says whether the account can go into the folder; its own rights may be fine while a folder above is closed to it. */
export function canEnter(user: ServerUser, directory: string): boolean {
  const options = { ...user, env: serverEnvironment, cwd: '/', stdio: 'ignore' } as const
  return spawnSync('/bin/sh', ['-c', 'cd -- "$0"', directory], options).status === 0
}

function ownerOf(place: string): number {
  const owner = statSync(place, { throwIfNoEntry: false })?.uid
  return owner || place === '/' ? (owner ?? 0) : ownerOf(dirname(place))
}

/** The major version of a `postgres`, such as 18. */
export function serverVersion(postgres: string, user: ServerUser): number {
  const { stdout } = spawnSync(postgres, ['--version'], { ...user, env: serverEnvironment, cwd: '/', encoding: 'utf8' })
  return Number(/(\d{1,4})\./.exec(stdout)?.[1])
}
