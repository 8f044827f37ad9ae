import { expect, test } from 'vitest'
import { ask, named } from '../../samples/ask.ts'
import { sampleLookups } from '../../samples/lists.ts'
import { showField, showing } from '../../show-field.ts'
import type { YesNoField } from './yes-no.ts'

const field: YesNoField = { ...named, type: 'yes-no' }

test.each<[unknown, boolean]>([
  ['yes', true],
  ['Có', true],
  [true, true],
  ['on', true],
  ['no', false],
  ['không', false],
  [false, false],
])('yes or no reads %j as %s', (typed, value) => {
  expect(ask(field, typed)).toEqual({ value, says: [] })
})

test.each([['maybe'], [2], [{}], [['yes']]])('yes or no refuses %j', (typed) => {
  expect(ask(field, typed)).toEqual({ value: undefined, says: ['it: Không đọc được câu trả lời này. Xin điền lại.'] })
})

test('a statement to agree to needs a yes', () => {
  const agree: YesNoField = { ...field, mustBeYes: true }
  const says = ['it: Cần đồng ý thì mới đi tiếp được. Đọc rồi đánh dấu vào ô.']
  expect(ask(agree, undefined).says).toEqual(says)
  expect(ask(agree, 'no').says).toEqual(says)
  expect(ask(agree, 'yes').says).toEqual([])
})

test('yes or no is shown in the language of the reader', () => {
  expect(showField(field, false, showing('vi', sampleLookups))).toEqual(['Không'])
  expect(showField(field, true, showing('en', sampleLookups))).toEqual(['Yes'])
})
