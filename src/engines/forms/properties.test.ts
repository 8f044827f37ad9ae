import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { typeOf, type Field } from './field-types/index.ts'
import { parseAnswers, parseFields } from './parse-answers.ts'
import { parsePage } from './parse-page.ts'
import { changedPaths } from './paths.ts'
import { everyType } from './samples/every-type.ts'
import { answersFor, sampleForms, scalar } from './samples/inputs.ts'
import { sampleLookups } from './samples/lists.ts'
import { showField, showing } from './show-field.ts'
import { summaryOf } from './summary.ts'
import { visibleAnswers, visiblePages } from './visible.ts'

const view = showing('vi', sampleLookups, {}, true)

const formAndInput = sampleForms.chain((form) => fc.tuple(fc.constant(form), answersFor(form)))

describe('for anything whatever', () => {
  test('parsing, showing and asking for pages never throw, and give plain JSON', () => {
    fc.assert(
      fc.property(sampleForms, fc.oneof(fc.jsonValue(), fc.anything()), (form, input) => {
        const { answers, places } = parseAnswers(form, input, sampleLookups)
        expect(JSON.parse(JSON.stringify(answers))).toEqual(answers)
        expect(places.every(({ message }) => message.vi !== '' && message.en !== '')).toBe(true)
        summaryOf(form, answers, 'vi', sampleLookups)
        visiblePages(form, answers)
        parsePage(form, form.pages[0]!.id, answers, input, sampleLookups)
      }),
      { numRuns: 300 },
    )
  })

  test('a draft of any content can be summed up', () => {
    fc.assert(
      fc.property(
        sampleForms,
        fc.dictionary(
          fc.constantFrom('text', 'person', 'group', 'table', 'date', 'many', 'reason', 'players', 'items', 'yesNo'),
          fc.jsonValue(),
        ),
        (form, draft) => {
          expect(summaryOf(form, draft, 'en', sampleLookups)).toBeInstanceOf(Array)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('for answers of a form', () => {
  test('reading the answers that were read changes nothing', () => {
    fc.assert(
      fc.property(formAndInput, ([form, input]) => {
        const once = parseAnswers(form, input, sampleLookups)
        const twice = parseAnswers(form, once.answers, sampleLookups)
        expect(twice.answers).toEqual(once.answers)
      }),
      { numRuns: 300 },
    )
  })

  test('hidden fields never leak: everything kept, summed up or shown is visible', () => {
    fc.assert(
      fc.property(formAndInput, ([form, input]) => {
        const { answers } = parseAnswers(form, input, sampleLookups)
        expect(visibleAnswers(form, answers)).toEqual(answers)
        const shown = new Set(
          summaryOf(form, input, 'vi', sampleLookups).flatMap((page) =>
            page.rows.map(({ path }) => path.split('.')[0]),
          ),
        )
        const visible = visibleAnswers(form, input)
        for (const field of form.pages.flatMap((page) => page.fields)) {
          if (Object.hasOwn(input, field.id) && !Object.hasOwn(visible, field.id))
            expect(shown.has(field.id)).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('what is hidden has no influence', () => {
    fc.assert(
      fc.property(answersFor(everyType), fc.string(), (input, secret) => {
        const hidden = { ...input, yesNo: false, secret, secretOfSecret: secret, group: [{ text: 'open', secret }] }
        expect(JSON.stringify(parseAnswers(everyType, hidden, sampleLookups))).toBe(
          JSON.stringify(
            parseAnswers(everyType, { ...hidden, secret: 'x', secretOfSecret: 'y', group: [] }, sampleLookups),
          ),
        )
      }),
      { numRuns: 100 },
    )
  })

  test('what is shown reads as the same value again', () => {
    const leaves = everyType.pages[0]!.fields.filter((field) => typeOf(field).shape === 'leaf')
    fc.assert(
      fc.property(fc.constantFrom(...leaves), scalar, (field, input) => {
        const { answers, places } = parseFields([field], { [field.id]: input }, sampleLookups)
        if (places.length > 0 || answers[field.id] === undefined) return
        const lines = showField(field, answers[field.id], view)
        const again = Array.isArray(answers[field.id]) ? lines : lines.join('\n')
        expect(parseFields([field], { [field.id]: again }, sampleLookups)).toEqual({ answers, places: [] })
      }),
      { numRuns: 2_000 },
    )
  })

  test('numbers, dates and money survive being shown', () => {
    const [number, money, date] = ['number', 'money', 'date'].map((id) =>
      everyType.pages[0]!.fields.find((field) => field.id === id)!,
    )
    const same = (field: Field, value: unknown): void => {
      expect(
        parseFields([field], { [field.id]: showField(field, value, view)[0] }, sampleLookups).answers[field.id],
      ).toBe(value)
    }
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 999 }), (whole, part) =>
        same(number!, Number(`${whole}.${String(part).padStart(3, '0')}`) || 0),
      ),
    )
    fc.assert(fc.property(fc.integer({ min: 0, max: 9e15 }), (amount) => same(money!, amount)))
    fc.assert(
      fc.property(fc.date({ min: new Date('1850-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (at) =>
        same(date!, at.toISOString().slice(0, 10)),
      ),
    )
  })
})

test('the paths that differ are none for equal answers, and lead to the differences otherwise', () => {
  fc.assert(
    fc.property(formAndInput, ([form, input]) => {
      const { answers } = parseAnswers(form, input, sampleLookups)
      expect(changedPaths(answers, JSON.parse(JSON.stringify(answers)))).toEqual([])
      const differs = changedPaths({}, answers).length > 0
      expect(differs).toBe(Object.keys(answers).length > 0)
    }),
    { numRuns: 200 },
  )
})
