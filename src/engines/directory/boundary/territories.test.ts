import { expect, test } from 'vitest'
import { addDays, civil } from '#values/plain-date.ts'
import { followTerritories } from './territories.ts'

const day = civil('2025-07-01')
const move = (from: string, to: string) => ({ from, to, share: null })
const area = (code: string) => ({ code, tier: 'commune', name: code })
const heldSince = (codes: readonly string[], since = addDays(day, -300)) =>
  new Map(codes.map((code) => [code, since] as const))

/** Two communes merged into one of them, one divided, one that stays, all of a district that ends; one from elsewhere. */
const changes = {
  areaSuccessions: [
    move('A', 'A'),
    move('B', 'A'),
    move('C', 'C'),
    move('C', 'N'),
    move('D', 'N'),
    move('S', 'S'),
    move('213', 'A'),
    move('213', 'C'),
    move('213', 'N'),
    move('213', 'S'),
  ],
  endedAreas: ['B', 'D', '213'],
  openedAreas: ['A', 'C', 'N', 'E'].map(area),
}
const all = ['A', 'B', 'C', 'D', 'S', '213']
const areas = new Map(all.map((code) => [code, { parent: code === '213' ? '24' : '213' }] as const))

test('a merged area is its parts, one that gets a part of another is missing, and what stays keeps its boundary', () => {
  expect(followTerritories(changes, areas, heldSince(all), day)).toEqual({
    moves: changes.areaSuccessions.slice(0, 5),
    ending: ['B', 'D', '213', 'A', 'C'],
    joined: [{ code: 'A', parts: ['A', 'B'] }],
    missing: ['C', 'N', 'E'],
  })
})

test('an area that takes others in and is not named itself keeps its own ground', () => {
  const swallowed = { areaSuccessions: [move('B', 'A')], endedAreas: ['B'], openedAreas: [] }
  expect(followTerritories(swallowed, areas, heldSince(all), day)).toMatchObject({
    ending: ['B', 'A'],
    joined: [{ code: 'A', parts: ['B', 'A'] }],
    missing: [],
  })
})

test('an area under which ground comes from elsewhere grows, and its boundary is missing', () => {
  const joining = { areaSuccessions: [], endedAreas: [], openedAreas: [{ ...area('E'), parent: '213' }] }
  expect(followTerritories(joining, areas, heldSince(all), day)).toMatchObject({
    ending: ['213'],
    joined: [],
    missing: ['E', '213'],
  })
})

test('of parts that are not all known nothing is put together', () => {
  const { joined, missing } = followTerritories(changes, areas, heldSince(['A', 'C']), day)
  expect([joined, missing]).toEqual([[], ['A', 'C', 'N', 'E']])
})

test('a boundary that was drawn for the very day stays', () => {
  const held = new Map([...heldSince(all), ...heldSince(['A', 'C', 'E'], day)])
  expect(followTerritories(changes, areas, held, day)).toMatchObject({
    ending: ['B', 'D', '213'],
    joined: [],
    missing: ['N'],
  })
})
