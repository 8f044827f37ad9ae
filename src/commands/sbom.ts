import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from './command.ts'

/** What npm writes of one package at its place. */
interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

export const readLock = (): Lock =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8')) as Lock

export const sbomCommand: Command = {
  name: 'sbom',
  summary: 'Danh mục phần mềm thành phần (CycloneDX). What the platform is made of, with licences.',
  usage: ['sbom', '', 'CycloneDX 1.6 in JSON from package-lock.json; the same lock gives the same bytes.'],
  async run(args, out) {
    parseArgs({ args: [...args] })
    const bill = describeParts(readLock())
    out.say(bill, [JSON.stringify(bill, null, 2)])
    return 0
  },
}

const nameOf = (place: string): string => place.split('node_modules/').at(-1) ?? place

const purlOf = (place: string, version: string): string => `pkg:npm/${nameOf(place).replace('@', '%40')}@${version}`

/** Every package of a lock with version, licence, digest and what it needs. Without times and chance. */
export function describeParts({ packages }: Lock) {
  const { '': own = {}, ...others } = packages
  const places = Object.entries(others).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const self = purlOf('lien-thong', own.version ?? '')
  const components = places.map(([place, { version = '', license, integrity, dev, optional }]) => ({
    type: 'library',
    // The same version may lie in several places; each is a part.
    'bom-ref': place,
    name: nameOf(place),
    version,
    // Optional ones are those of another machine; what only builds and tests is not delivered.
    scope: dev ? 'excluded' : optional ? 'optional' : 'required',
    ...(integrity === undefined ? {} : { hashes: [digestOf(integrity)] }),
    ...(license === undefined ? {} : { licenses: [licenceOf(license)] }),
    purl: purlOf(place, version),
  }))
  const needsOf = (place: string, { dependencies = {}, optionalDependencies = {} }: LockedPackage) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .flatMap((name) => findPlace(packages, place, name) ?? [])
      .toSorted()
  const content = {
    metadata: {
      component: {
        type: 'application',
        'bom-ref': self,
        name: 'lien-thong',
        version: own.version,
        licenses: [licenceOf(own.license ?? '')],
      },
    },
    components,
    dependencies: [
      { ref: self, dependsOn: needsOf('', own) },
      ...places.map(([place, one]) => ({ ref: place, dependsOn: needsOf(place, one) })),
    ],
  }
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  // A UUID of its content, version 8 (RFC 9562): one bill, one number.
  const serial = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${serial}`,
    version: 1,
    ...content,
  }
}

/** An SPDX id, or an expression of several. */
const licenceOf = (license: string) =>
  / (AND|OR) /.test(license) ? { expression: license.replace(/^\((.*)\)$/, '$1') } : { license: { id: license } }

/** As npm writes it (`sha512-base64`) into what CycloneDX takes. */
function digestOf(integrity: string) {
  const [algorithm = '', digest = ''] = integrity.split('-', 2)
  return { alg: algorithm.toUpperCase().replace('SHA', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }
}

/** Where Node finds it from there: the nearest `node_modules` upwards. */
function findPlace(packages: Lock['packages'], from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (packages[place] !== undefined) return place
    if (at === '') return undefined
  }
}
