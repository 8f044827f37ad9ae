import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '#values/layers.ts'
import { Field } from '#engines/forms/declare.ts'
import { boundAsked, boundOf } from './date-bound.ts'
import { formulaOf, formulaRows } from './formula-rows.ts'
import { lawRows, lawsOf } from './law-rows.ts'
import { memberSaid, memberSource } from './member-sources.ts'
import { nextOf, nextRows } from './next-rows.ts'

const path = fc.constantFrom('copies', 'items.amount', 'from', 'applicant.birthDate')
const day = fc.constantFrom('2020-01-01', '2026-11-27')
const date = fc.oneof(fc.constant('today'), path)
const number = fc.oneof(fc.integer({ min: -9999, max: 9_999_999 }), fc.constantFrom(0.5, 12.25, 0.125, 1234.567))
const operand = fc.oneof(path, number)
const list = { list: fc.constantFrom('openings', 'rates') }

const formula: fc.Arbitrary<Json> = fc.oneof(
  fc.array(operand, { minLength: 1, maxLength: 4 }).map((sum) => ({ sum })),
  fc.tuple(operand, operand).map((difference) => ({ difference })),
  fc.array(operand, { minLength: 2, maxLength: 4 }).map((product) => ({ product })),
  path.map((count) => ({ count })),
  fc
    .record({ from: date, to: date, inclusive: fc.constant(true) }, { requiredKeys: ['from', 'to'] })
    .map((days) => ({ days })),
  fc.record({ birth: path, on: date }).map((age) => ({ age })),
  fc.record({ date, days: fc.integer({ min: -9999, max: 9999 }) }).map((plusDays) => ({ plusDays })),
  fc
    .record({ ...list, code: fc.constant('e4'), on: date }, { requiredKeys: ['list', 'code'] })
    .map((listed) => ({ listed })),
  fc.record({ ...list, chosen: path, on: date }, { requiredKeys: ['list', 'chosen'] }).map((listed) => ({ listed })),
)
const bound: fc.Arbitrary<Json> = fc.oneof(
  fc.constant('today'),
  day,
  fc.integer({ min: 1, max: 9999 }).map((today) => ({ today })),
  fc.integer({ min: -9999, max: -1 }).map((today) => ({ today })),
  fc.record({ field: path, days: fc.integer({ min: -9999, max: 9999 }) }, { requiredKeys: ['field'] }),
)
const law: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom('61/2018/NĐ-CP', '123/2015/NĐ-CP'),
  fc.record({ law: fc.constant('2/2020/NĐ-CP'), from: day, to: day }, { requiredKeys: ['law', 'to'] }),
)
const step = fc.constantFrom('look', 'sign', 'issue')
const steps = fc.oneof(step, fc.uniqueArray(step, { minLength: 2 }))
const next: fc.Arbitrary<Json> = fc.oneof(
  steps,
  fc.record({
    when: fc.array(
      fc.record({
        if: fc.constantFrom({ field: 'channel', is: 'online' }, { not: { field: 'proposal', is: 'refuse' } }),
        to: steps,
      }),
      { minLength: 1, maxLength: 3 },
    ),
    otherwise: steps,
  }),
)

const isField = (said: object) => Field.safeParse({ id: 'one', label: { vi: 'Một', en: 'One' }, ...said }).success

describe('what is asked for in pieces says the same again when it is put together', () => {
  it('a calculation', () => {
    fc.assert(
      fc.property(formula, (said) => {
        expect(isField({ type: 'computed', result: 'number', formula: said })).toBe(true)
        expect(formulaOf(formulaRows(said))).toEqual(said)
      }),
      { numRuns: 500 },
    )
  })

  it('the bound of a date', () => {
    fc.assert(
      fc.property(bound, (said) => {
        expect(isField({ type: 'date', notBefore: said })).toBe(true)
        expect(boundOf(boundAsked(said))).toEqual(said)
      }),
    )
  })

  it('the documents that it goes by', () => {
    fc.assert(
      fc.property(fc.array(law), (said) => {
        expect(lawsOf(lawRows(said))).toEqual(said)
      }),
    )
  })

  it('what follows a step', () => {
    fc.assert(
      fc.property(next, (said) => {
        // Without what stands, so that it is written anew.
        expect(nextOf(nextRows(said), [], undefined)).toEqual(said)
        expect(nextOf(nextRows(said), [], said)).toBe(said)
      }),
    )
  })

  it.each<[Json, string]>([
    ['shopArea', 'number'],
    [{ always: 'household' }, 'choice'],
    [{ always: false }, 'yes-no'],
    [{ always: 0.125 }, 'number'],
  ])('%j, which answers a question of a member', (said, type) => {
    expect(memberSaid(memberSource(said), type)).toEqual(said)
  })
})
