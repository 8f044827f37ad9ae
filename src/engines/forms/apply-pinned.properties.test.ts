import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyPinned } from './apply-pinned.ts'
import { parseAnswers } from './parse-answers.ts'
import { changedPaths } from './paths.ts'
import { clubForm } from './samples/club.ts'
import { answersFor, sampleForms } from './samples/inputs.ts'
import { sampleLookups } from './samples/lists.ts'
import type { Facts } from '#values/condition.ts'

describe('a supplement', () => {
  test('never changes what is not pinned', () => {
    const both = sampleForms.chain((form) => fc.tuple(fc.constant(form), answersFor(form), answersFor(form)))
    fc.assert(
      fc.property(both, fc.array(fc.nat(), { maxLength: 3 }), ([form, one, other], picks) => {
        const before = parseAnswers(form, one, sampleLookups).answers
        const after = parseAnswers(form, other, sampleLookups).answers
        const paths = [...new Set([...changedPaths({}, before), ...changedPaths({}, after)])]
        const pins = picks.map((pick) => paths[pick % Math.max(paths.length, 1)] ?? 'text')
        const merged = applyPinned(form, before, after, pins)
        const given = new Set(changedPaths({}, before))
        for (const path of changedPaths(before, merged)) {
          if (given.has(path)) expect(pins.some((pin) => path === pin || path.startsWith(`${pin}.`))).toBe(true)
        }
        expect(applyPinned(form, before, after, [])).toEqual(before)
      }),
      { numRuns: 300 },
    )
  })

  test('of everything gives the new answers, where the old ones showed the same questions', () => {
    fc.assert(
      fc.property(answersFor(clubForm), answersFor(clubForm), (one, other) => {
        const before = parseAnswers(clubForm, one, sampleLookups).answers
        const after = parseAnswers(clubForm, other, sampleLookups).answers
        const merged: Facts = applyPinned(
          clubForm,
          before,
          after,
          clubForm.pages.flatMap((page) => page.fields.map(({ id }) => id)),
        )
        expect(parseAnswers(clubForm, merged, sampleLookups).answers).toEqual(after)
      }),
      { numRuns: 200 },
    )
  })
})
