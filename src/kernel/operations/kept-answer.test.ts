import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromKept, toKept } from './kept-answer.ts'

test('an answer that was kept is given again as it was, instants as instants', () => {
  const answer = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.date({ noInvalidDate: true }),
      fc.array(tie('value')),
      fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
    ),
  })).value
  fc.assert(
    fc.property(answer, (given) => {
      expect(fromKept(JSON.parse(toKept(given)))).toEqual(given)
    }),
  )
})

test('text that looks like an instant stays text', () => {
  expect(fromKept(JSON.parse(toKept({ at: '2026-11-26T08:00:00.000Z' })))).toEqual({ at: '2026-11-26T08:00:00.000Z' })
})
