import { expect, test } from 'vitest'
import { keymap, keyOf, moveHint } from './keymap.ts'

const press = (key: string, more: Partial<Parameters<typeof keyOf>[0]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

test('no key of the office does two things', () => {
  const keys = Object.values(keymap).flatMap((entry) => entry.keys as readonly string[])
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})

test('a key that begins a pair does nothing alone', () => {
  const keys = Object.values(keymap).flatMap((entry) => entry.keys as readonly string[])
  const beginnings = keys.filter((key) => /^\w \w$/.test(key)).map((key) => key[0])
  expect(keys.filter((key) => beginnings.includes(key))).toEqual([])
})

test('the digit row of a Vietnamese layout, which gives letters, is read as digits', () => {
  expect(keyOf(press('ă', { code: 'Digit1' }))).toBe('1')
})

test('Ctrl and Command are the same', () => {
  expect(keyOf(press('K', { ctrlKey: true }))).toBe('ctrl k')
  expect(keyOf(press('k', { metaKey: true }))).toBe('ctrl k')
})

test('a question mark is what is typed, whatever key it lies on', () => {
  expect(keyOf(press('?', { code: 'Slash', shiftKey: true }))).toBe('?')
})

test('both ways through a list are one hint', () => {
  expect(moveHint('vi')).toEqual({ caps: ['J', 'K'], text: 'xuống, lên' })
})
