import { expect, test } from 'vitest'
import { z } from 'zod'
import { placesOf } from './invalid-input.ts'

const Input = z.strictObject({
  number: z.string().regex(/^\d{12}$/, { error: 'Số định danh có 12 chữ số · 12 digits' }),
  code: z.string().regex(/^[A-Z]+$/),
  count: z.number().max(5),
  reason: z.string().min(3).max(9),
  post: z.uuid(),
  day: z.string().refine(() => false, { error: 'Không phải ngày · Not a date' }),
})
const said = (input: unknown) => {
  const { error } = Input.safeParse(input)
  return Object.fromEntries(placesOf(error as z.ZodError).map(({ path, message }) => [path, message]))
}

test('what a contract says itself is said in each language', () => {
  const { number, day } = said({ number: 'x', code: 'A', count: 1, day: 'y' })
  expect(number).toEqual({ vi: 'Số định danh có 12 chữ số', en: '12 digits' })
  expect(day).toEqual({ vi: 'Không phải ngày', en: 'Not a date' })
})

test('nobody is shown a pattern', () => {
  expect(said({ number: '012345678901', code: '?', count: 1, day: 'y' })['code']).toEqual({
    vi: 'Chưa đúng dạng.',
    en: 'Not in the right form.',
  })
})

test('what people type or choose is spoken of in people’s words', () => {
  const short = said({ reason: '', post: '' })
  expect([short['reason']?.vi, short['post']?.vi]).toEqual(['Viết ít nhất 3 chữ cái.', 'Chưa chọn.'])
  expect(said({ reason: '0123456789' })['reason']?.en).toBe('Too long: at most 9 characters.')
})

test('everything else is said by Zod, in both languages and without the value', () => {
  const { count, code } = said({ number: '012345678901', code: 7, count: 123456, day: 'y' })
  expect(count?.vi).not.toBe(count?.en)
  expect(code?.vi).not.toBe(code?.en)
  expect(JSON.stringify([count, code])).not.toContain('123456')
})
