import { expect, test } from 'vitest'
import { expandOrganization } from '#engines/directory/expand-organization.ts'
import type { CatalogueEntry } from '#engines/services/declare.ts'
import { civil, holdsOn, isPlainDate } from '#values/plain-date.ts'
import { catalogue } from './bac-giang/catalogue.ts'
import { organCodes } from './bac-giang/organ-codes.demo.ts'
import { organization } from './bac-giang/organization.ts'
import { roles } from './bac-giang/roles.ts'

const expanded = expandOrganization(organization, organCodes)
const codesOn = (date: string) =>
  new Set(expanded.units.filter((unit) => holdsOn(unit, civil(date))).map(({ code }) => code))
const areasOn = (date: string, tier: string) =>
  expanded.areas.filter((area) => area.tier === tier && holdsOn(area, civil(date))).map(({ code }) => code)
const agenciesOf = (level: string, date: string) =>
  level === 'province' ? [''] : areasOn(date, level).map((area) => `${area}.`)

test('the catalogue holds the 118 procedures of the three levels of 2020', () => {
  const counts = Map.groupBy(catalogue, ({ level }) => level)
  expect(Object.fromEntries([...counts].map(([level, entries]) => [level, entries.length]))).toEqual({
    commune: 31,
    district: 36,
    province: 51,
  })
})

test('every sector is declared in the folder of its name, and offered by the province', () => {
  const files = import.meta.glob<{ catalogue: CatalogueEntry[] }>(['./*/catalogue.ts', '!./bac-giang/*'], {
    eager: true,
  })
  const declared = Object.entries(files).flatMap(([path, file]) => file.catalogue.map((entry) => ({ path, entry })))
  expect(declared.filter(({ path, entry }) => path !== `./${entry.sector}/catalogue.ts`)).toEqual([])
  expect(declared.filter(({ entry }) => !catalogue.includes(entry))).toEqual([])
})

test('every code is there once', () => {
  const codes = catalogue.map((entry) => entry.code ?? entry.localCode)
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([])
  expect(codes.filter((code) => code?.startsWith('BG.'))).toHaveLength(5)
})

test('every declaration of the province is plain data', () => {
  for (const declared of [organization, organCodes, roles, catalogue]) {
    expect(JSON.parse(JSON.stringify(declared))).toEqual(declared)
  }
})

test('in every agency of its level, before and after the merger of communes, a procedure has a unit that does it', () => {
  const orphans = ['2019-12-31', '2020-11-24'].flatMap((date) => {
    const units = codesOn(date)
    const has = (agency: string, { owner, alternateOwner }: CatalogueEntry) =>
      units.has(agency + owner) || (alternateOwner !== undefined && units.has(agency + alternateOwner))
    return catalogue.flatMap((entry) =>
      agenciesOf(entry.level, date).flatMap((agency) =>
        has(agency, entry) ? [] : [`${entry.name.vi}: ${agency}${entry.owner}`],
      ),
    )
  })
  expect(orphans).toEqual([])
})

test('every date of the catalogue exists', () => {
  const dates = catalogue.flatMap(({ timeLimits, fees, onlineLevel, effective = {} }) =>
    [...timeLimits, ...fees, ...onlineLevel, effective]
      .flatMap(({ from, to }) => [from, to])
      .filter((date) => date !== undefined),
  )
  expect(dates.filter((date) => !isPlainDate(date))).toEqual([])
  expect(dates.length).toBeGreaterThan(0)
})

test('driving licences and criminal records end with the move to the police', () => {
  const offered = (date: string) => catalogue.filter(({ effective = {} }) => holdsOn(effective, civil(date))).length
  expect(offered('2025-02-28')).toBe(118)
  expect(offered('2025-03-01')).toBe(113)
})

test('the merger of 2020 left 209 of 230 communes, each ended one with a successor of that day', () => {
  expect(areasOn('2019-12-31', 'commune')).toHaveLength(230)
  expect(areasOn('2020-01-01', 'commune')).toHaveLength(209)
  const after = new Set(areasOn('2020-01-01', 'commune'))
  const ended = areasOn('2019-12-31', 'commune').filter((code) => !after.has(code))
  const successors = ended.map((code) => expanded.areas.find((area) => area.code === code)?.into ?? [])
  expect(successors.filter((into) => into.length !== 1 || !into.every((code) => after.has(code)))).toEqual([])
  expect(ended).toHaveLength(21)
})

test('every body that receives dossiers has an identifier of its own', () => {
  const bodies = expanded.units.filter(({ kind }) => kind === 'peoples-committee' || kind === 'department')
  expect(bodies.filter(({ organCode }) => organCode === undefined)).toEqual([])
  const bearers = Map.groupBy(bodies, ({ organCode }) => organCode)
  expect([...bearers.values()].filter((units) => new Set(units.map(({ code }) => code)).size > 1)).toEqual([])
})

test('no function of a post is declared twice', () => {
  const functions = roles.map((role) => role.function)
  expect(new Set(functions).size).toBe(functions.length)
})
