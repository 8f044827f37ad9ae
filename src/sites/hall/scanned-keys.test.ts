import { expect, it } from 'vitest'
import { readScan } from './card.ts'
import { createScanReader } from './scanned-keys.ts'

/** What scanners press: with the ends they are sold with, through input methods, and between what people press. */

const card = '024050001234|123456789|Ngô Thị Vui|08031950|Nữ|Thôn Hạ, Nghĩa Hưng, Lạng Giang, Bắc Giang|01012022'
const now = new Date('2026-11-27T03:00:00Z')

interface Press {
  readonly key: string
  readonly altKey?: boolean
  readonly after?: number
}

/** Presses keys five milliseconds apart, or `after` so many. */
function pressed(keys: readonly (string | Press)[]): (string | undefined)[] {
  const reader = createScanReader()
  let timeStamp = 1000
  return keys.flatMap((one) => {
    const { key, altKey = false, after = 5 } = typeof one === 'string' ? { key: one } : one
    timeStamp += after
    const read = reader.read({ key, altKey, ctrlKey: false, metaKey: false, timeStamp })
    return read === undefined ? [] : [read]
  })
}

/** Each letter as a key of its own. */
const keysOf = (text: string): string[] => Array.from(text)

it.each(['Enter', 'Tab'])('a code that a scanner ends with %s is whole', (end) =>
  expect(pressed([...keysOf(card), end])).toEqual([card]),
)

it('a letter that is taken back to be written with its tone is not there twice', () => {
  const mangled = 'Ngo'.split('').concat(['Backspace', 'ô'])
  expect(pressed([...mangled, ...keysOf(' Thị Vui'), 'Enter'])).toEqual(['Ngô Thị Vui'])
})

it('a card whose letters with marks are written by number is read without these letters', () => {
  const byNumber = (number: string): Press[] => [
    { key: 'Alt', altKey: true },
    ...number.split('').map((key) => ({ key, altKey: true })),
  ]
  const [read] = pressed([
    ...keysOf('024050001234|123456789|Ng'),
    ...byNumber('0244'),
    ...keysOf(' Th'),
    ...byNumber('7883'),
    ...keysOf(' Vui|08031950|N'),
    ...byNumber('7919'),
    ...keysOf('|Thon Ha, Nghia Hung, Lang Giang, Bac Giang|01012022'),
    'Tab',
  ])
  expect(readScan(read ?? '', now)).toEqual({ kind: 'card', masked: 'N*** T*** V***', isElderly: true })
})

it('what somebody pressed before, and a press alone, are no part of a scan', () => {
  expect(pressed(['x', 'y', { key: 'D', after: 900 }, ...keysOf('L-7K3M9QXA'), 'Enter', 'Enter'])).toEqual([
    'DL-7K3M9QXA',
  ])
  expect(pressed(['Tab', 'Enter', ...keysOf('0037'), 'Enter'])).toEqual([])
})

it('a finger that rests on a key ends', () => {
  expect(pressed([...keysOf('7'.repeat(5000)), 'Enter']).map((text) => text?.length)).toEqual([601])
})
