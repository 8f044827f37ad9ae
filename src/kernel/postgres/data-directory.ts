import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { canEnter, type ServerUser } from './server-user.ts'

/** Where root keeps data whose own place is closed to the account of the server, such as anything below /root. */
const openPlace = '/var/lib/lien-thong'

/** Makes the folder if need be and returns its real path; throws when it is another account's or the copy of a link. */
export function findDataDirectory(directory: string): string {
  // Without a mode: it would close the parents too.
  mkdirSync(directory, { recursive: true })
  const place = realpathSync(directory)
  try {
    accessSync(place, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    const { uid } = statSync(place)
    const advice =
      'start Liên Thông as that account (or as root, if it ran as root before), or give the folder to this one'
    throw new Error(`${place} belongs to the account with the number ${uid}: ${advice}`, { cause })
  }
  checkLink(directory, place)
  return place
}

/**
 * Gives the folder to the account of the server and returns its real path. When that account cannot get there, the folder
 * becomes a link to one below /var/lib/lien-thong; a link, so that the data follows when the checkout is moved.
 */
export function openDataDirectory(place: string, user: ServerUser, log: (line: string) => void): string {
  own(place, user, 0o700)
  clearHalfMade(place)
  if (user.uid === undefined || canEnter(user, place)) return place
  const reason = `the account ${user.uid}, under which PostgreSQL runs, cannot enter ${place}`
  // Explicitly: under umask 077 the folder would be closed like the one it replaces.
  if (mkdirSync(openPlace, { recursive: true })) chmodSync(openPlace, 0o755)
  const target = mkdtempSync(join(openPlace, 'postgres-'))
  own(target, user, 0o700)
  if (readdirSync(place).length > 0 || !canEnter(user, target)) {
    rmdirSync(target)
    throw new Error(`${reason}: move it to a place open to everyone, such as ${openPlace}, and set DATA_DIRECTORY`)
  }
  writeFileSync(join(target, 'linked-from'), place)
  rmdirSync(place)
  symlinkSync(target, place)
  log(`${reason}: the database lies in ${target}`)
  return target
}

/** Gives one file or folder to the account of the server, if that is another one. */
export function own(path: string, { uid, gid }: ServerUser, mode: number): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
  chmodSync(path, mode)
}

/** An absent path for something that is made slowly and gets its true name when complete. */
export function halfMade(place: string, what: string): string {
  const path = join(place, `half-made-${process.pid}-${what}`)
  rmSync(path, { recursive: true, force: true })
  return path
}

function clearHalfMade(place: string): void {
  for (const name of readdirSync(place)) {
    const maker = /^half-made-(\d+)-/.exec(name)?.[1]
    if (maker && !statSync(`/proc/${maker}`, { throwIfNoEntry: false })) {
      rmSync(join(place, name), { recursive: true, force: true })
    }
  }
}

/** Two checkouts must not end on one database because somebody copied a folder with the link in it. */
function checkLink(directory: string, place: string): void {
  const link = join(realpathSync(dirname(resolve(directory))), basename(resolve(directory)))
  const note = join(place, 'linked-from')
  if (!lstatSync(link).isSymbolicLink() || !statSync(note, { throwIfNoEntry: false })) return
  const origin = readFileSync(note, 'utf8')
  if (origin === link) return
  if (statSync(origin, { throwIfNoEntry: false }) && realpathSync(origin) === place) {
    throw new Error(`${link} and ${origin} lead to the same data: remove ${link} to begin with an empty database`)
  }
  writeFileSync(note, link)
}
