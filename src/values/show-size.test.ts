import { expect, test } from 'vitest'
import { showSize } from './show-size.ts'

test('sizes are said by thousands, with a comma, never as nothing', () => {
  expect([0, 1, 999, 340_200, 1_400_000, 2_000_000, 120_000_000_000].map(showSize)).toEqual([
    '1 KB',
    '1 KB',
    '1 KB',
    '341 KB',
    '1,4 MB',
    '2 MB',
    '120 GB',
  ])
})
