import { expect, it } from 'vitest'
import { amountInWords } from './amount-in-words.ts'

it.each([
  [0, 'Không đồng'],
  [200_000, 'Hai trăm nghìn đồng'],
  [15_000, 'Mười lăm nghìn đồng'],
  [1_005_021, 'Một triệu không trăm linh năm nghìn không trăm hai mươi mốt đồng'],
  [24_114, 'Hai mươi tư nghìn một trăm mười bốn đồng'],
  [3_000_000_000, 'Ba tỷ đồng'],
])('%i is written out as %s', (amount, words) => {
  expect(amountInWords(amount).vi).toBe(words)
})
