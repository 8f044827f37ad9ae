import { expect, test } from 'vitest'
import { Phone } from './phone.ts'

test.each([
  ['0912345678', true],
  ['02043855123', true],
  ['0204385512', true],
  ['0012345678', false],
  ['0112345678', false],
  ['09123456789', false],
  ['912345678', false],
  ['09123abc78', false],
])('%s is a number that somebody can be called at: %s', (text, is) => {
  expect(Phone.safeParse(text).success).toBe(is)
})
