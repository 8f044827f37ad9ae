import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTestDirectory } from '#kernel/testing/directory.ts'
import { findNativePackage, prepareBinaries } from './binaries.ts'
import { findDataDirectory, openDataDirectory } from './data-directory.ts'
import { chooseServerUser } from './server-user.ts'

const isRoot = process.getuid?.() === 0
const links = JSON.parse(readFileSync(join(findNativePackage(), 'native', 'pg-symlinks.json'), 'utf8')) as {
  target: string
}[]

/** Mode 0700 of this account: as root a place like /root, closed to the account of the server. */
let closed: string
let made: string[]

beforeEach(() => {
  closed = realpathSync(makeTestDirectory())
  made = [closed]
})

afterEach(() => {
  execFileSync('chmod', ['-R', 'u+rwX', closed])
  for (const path of made) rmSync(path, { recursive: true, force: true })
})

/** The package as npm leaves it when it runs no install scripts. */
function copyPackageWithoutLinks(): string {
  const copy = join(closed, 'package')
  // Hard links where possible: 60 MB less to write.
  execFileSync('/bin/sh', [
    '-c',
    'cp -rl "$0" "$1" 2>/dev/null || { rm -rf "$1"; cp -r "$0" "$1"; }',
    findNativePackage(),
    copy,
  ])
  for (const { target } of links) rmSync(join(copy, target), { force: true })
  return copy
}

const openIn = (directory: string, log: (line: string) => void = () => {}): string => {
  const place = findDataDirectory(directory)
  return openDataDirectory(place, chooseServerUser(place), log)
}

test('links that npm did not make are made where the package lies', () => {
  const nativePackage = copyPackageWithoutLinks()
  chmodSync(closed, 0o755)
  const place = mkdtempSync(join(closed, 'place-'))
  const { postgres } = prepareBinaries(place, chooseServerUser(place), nativePackage)
  expect(postgres).toBe(join(nativePackage, 'native', 'bin', 'postgres'))
  for (const { target } of links) expect(existsSync(join(nativePackage, target))).toBe(true)
})

test('programs that cannot be used where they lie are copied to the data once', () => {
  const nativePackage = copyPackageWithoutLinks()
  if (!isRoot) chmodSync(join(nativePackage, 'native', 'lib'), 0o555)
  const place = realpathSync(makeTestDirectory())
  made.push(place)
  chmodSync(place, 0o711)

  const user = chooseServerUser(place)
  const { initdb } = prepareBinaries(place, user, nativePackage)
  expect(dirname(dirname(dirname(initdb)))).toBe(place)
  for (const { target } of links)
    expect(existsSync(join(dirname(dirname(initdb)), target.replace('native/', '')))).toBe(true)
  const copied = statSync(initdb).ctimeMs
  prepareBinaries(place, user, nativePackage)
  expect(statSync(initdb).ctimeMs).toBe(copied)
})

test.runIf(isRoot)('data below a folder closed to the server goes to /var/lib/lien-thong and follows a move', () => {
  const lines: string[] = []
  const directory = join(closed, 'data', 'postgres')
  const place = openIn(directory, (line) => lines.push(line))
  made.push(place)
  expect(dirname(place)).toBe('/var/lib/lien-thong')
  expect(lines.join()).toContain(place)
  expect(openIn(directory)).toBe(place)

  renameSync(join(closed, 'data'), join(closed, 'moved'))
  expect(openIn(join(closed, 'moved', 'postgres'))).toBe(place)
})

test.runIf(isRoot)('the copy of such a link is refused, for two checkouts would share one database', () => {
  const directory = join(closed, 'postgres')
  const place = openIn(directory)
  made.push(place)
  symlinkSync(place, join(closed, 'copy'))
  expect(() => openIn(join(closed, 'copy'))).toThrow('lead to the same data')
  rmSync(directory)
  expect(openIn(join(closed, 'copy'))).toBe(place)
})

test.runIf(isRoot)('data that lies in a closed folder already stays, with advice what to do', () => {
  mkdirSync(join(closed, 'postgres', 'cluster'), { recursive: true })
  expect(() => openIn(join(closed, 'postgres'))).toThrow('set DATA_DIRECTORY')
})

test.runIf(!isRoot)('the folder of another account is refused with advice what to do', () => {
  expect(() => findDataDirectory('/root')).toThrow('belongs to the account with the number 0')
})
