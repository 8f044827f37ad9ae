import { expect, test } from 'vitest'
import { civil, holdsOn } from '#values/plain-date.ts'
import { defineOrganCodes, defineOrganization } from './declare.ts'
import { expandOrganization } from './expand-organization.ts'

// A chess league: regions and clubs. Two clubs become one, and one region is renamed.
const league = defineOrganization({
  id: 'league',
  name: 'Chess league',
  areas: [
    { code: '10', tier: 'region', name: 'North Shore' },
    { code: '101', tier: 'club', name: 'Old Rook', parent: '10', to: '2020-01-01', into: ['102'] },
    { code: '102', tier: 'club', name: 'Young Rook', parent: '10', to: '2020-01-01' },
    { code: '102', tier: 'club', name: 'United Rook', parent: '10', from: '2020-01-01' },
    { code: '103', tier: 'club', name: 'Queen', parent: '10' },
  ],
  units: [{ code: 'BOARD', kind: 'peoples-committee', tier: 'region', name: 'Board', area: '10' }],
  patterns: [
    {
      eachArea: { tier: 'club' },
      units: [
        { code: 'CLUB-{area}', kind: 'peoples-committee', name: 'Board of {name}', parent: 'BOARD' },
        { code: '{area}.DESK', kind: 'one-stop', name: 'Desk', parent: 'CLUB-{area}' },
      ],
    },
    {
      eachArea: { tier: 'club', except: ['103'] },
      units: [{ code: '{area}.BAR', kind: 'division', name: 'Bar', parent: 'CLUB-{area}', from: '2020-06-01' }],
    },
    {
      eachArea: { tier: 'club', only: ['103'] },
      units: [{ code: '{parent}.{area}', kind: 'division', name: 'Library', parent: 'CLUB-{area}' }],
    },
  ],
})

const expanded = expandOrganization(league)
const on = (date: string) => expanded.units.filter((unit) => holdsOn(unit, civil(date))).map(({ code }) => code)

test('a pattern gives each area of the tier its units, named after the area inside a sentence', () => {
  expect(expanded.units.find(({ code }) => code === 'CLUB-103')).toEqual({
    code: 'CLUB-103',
    kind: 'peoples-committee',
    name: 'Board of queen',
    tier: 'club',
    parent: 'BOARD',
    area: '103',
  })
})

test('a unit lives as long as its area and its pattern both do', () => {
  expect(on('2019-12-31')).toEqual([
    'BOARD',
    'CLUB-101',
    '101.DESK',
    'CLUB-102',
    '102.DESK',
    'CLUB-103',
    '103.DESK',
    '10.103',
  ])
  expect(on('2020-06-01')).toEqual(['BOARD', 'CLUB-102', '102.DESK', 'CLUB-103', '103.DESK', '102.BAR', '10.103'])
})

test('a renamed area makes a new version of the units that bear its name, and of no other', () => {
  const versions = (code: string) =>
    expanded.units.filter((unit) => unit.code === code).map(({ name, from, to }) => ({ name, from, to }))
  expect(versions('CLUB-102')).toEqual([
    { name: 'Board of young Rook', to: '2020-01-01' },
    { name: 'Board of united Rook', from: '2020-01-01' },
  ])
  expect(versions('102.DESK')).toEqual([{ name: 'Desk' }])
})

test('what was expanded has no patterns, is plain data, and expands to itself', () => {
  expect(expanded.patterns).toBeUndefined()
  expect(JSON.parse(JSON.stringify(expanded))).toEqual(expanded)
  expect(expandOrganization(expanded)).toEqual(expanded)
})

test('identifiers given beside the organisation are put on every version of their unit', () => {
  const codes = defineOrganCodes({
    organization: 'league',
    status: 'sample',
    source: 'made up',
    codes: { 'CLUB-102': 'X.2' },
  })
  const marked = expandOrganization(league, codes).units.filter(({ organCode }) => organCode !== undefined)
  expect(marked.map(({ code, organCode }) => [code, organCode])).toEqual([
    ['CLUB-102', 'X.2'],
    ['CLUB-102', 'X.2'],
  ])
})

test('a unit of an unknown parent, of an unknown area, twice at one time, or with a stray identifier is refused by name', () => {
  const division = { kind: 'division', tier: 'club', name: 'Lost' } as const
  const refuse = (unit: object) => () =>
    expandOrganization({ ...league, units: [...league.units, { ...division, ...unit } as never] })
  expect(refuse({ code: 'LOST', parent: 'NOBODY' })).toThrow('LOST is part of NOBODY')
  expect(refuse({ code: 'LOST', area: '999' })).toThrow('LOST serves 999')
  expect(refuse({ code: 'CLUB-103' })).toThrow('CLUB-103 is there twice')
  // The club ended before the bar opened.
  expect(refuse({ code: 'LOST', parent: 'CLUB-101', from: '2020-01-01' })).toThrow('LOST is part of CLUB-101')
  const stray = defineOrganCodes({
    organization: 'league',
    status: 'sample',
    source: 'made up',
    codes: { NOBODY: 'X.1' },
  })
  expect(() => expandOrganization(league, stray)).toThrow('NOBODY has an identifier')
})
