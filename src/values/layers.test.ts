import { expect, test } from 'vitest'
import { layOver } from './layers.ts'

// A library: its opening hours and shelves, as the city says and as a branch changes it.
const library = {
  name: 'City library',
  open: { from: '8:00', to: '17:00' },
  closedOn: [6, 7],
  shelves: [
    { id: 'novels', rows: 12, note: 'ground floor' },
    { id: 'maps', rows: 3 },
  ],
}

test('a layer changes what it names and leaves the rest', () => {
  expect(layOver(library, { open: { to: '19:00' } })).toEqual({ ...library, open: { from: '8:00', to: '19:00' } })
  expect(layOver(library, {})).toEqual(library)
})

test('null takes away', () => {
  expect(layOver(library, { closedOn: null, open: { from: null } })).toEqual({
    name: 'City library',
    open: { to: '17:00' },
    shelves: library.shelves,
  })
})

test('members of a list are known by their id: changed, added last, or removed', () => {
  const over = {
    shelves: [
      { id: 'maps', removed: true },
      { id: 'comics', rows: 2 },
      { id: 'novels', rows: 14 },
    ],
  }
  expect(layOver(library, over)).toMatchObject({
    shelves: [
      { id: 'novels', rows: 14, note: 'ground floor' },
      { id: 'comics', rows: 2 },
    ],
  })
})

test('a list without ids, or with the same id twice, is replaced whole', () => {
  expect(layOver(library, { closedOn: [7] })).toMatchObject({ closedOn: [7] })
  const twice = [
    { id: 'fee', amount: 1 },
    { id: 'fee', amount: 2 },
  ]
  expect(layOver({ fees: twice }, { fees: [{ id: 'fee', amount: 3 }] })).toEqual({ fees: [{ id: 'fee', amount: 3 }] })
})

test('neither layer is changed, and what is laid over twice is the same as once', () => {
  const before = JSON.stringify(library)
  const over = {
    open: { to: '19:00' },
    shelves: [
      { id: 'comics', rows: 2 },
      { id: 'maps', removed: true },
    ],
  }
  const once = layOver(library, over)
  expect(layOver(once, over)).toEqual(once)
  expect(JSON.stringify(library)).toBe(before)
})
