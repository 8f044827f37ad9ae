import fc from 'fast-check'
import { expect, test } from 'vitest'
import { civil, minutesAt } from '#values/plain-date.ts'
import { slotsOn } from './slots.ts'

const day = civil('2026-11-25')

test('times lie whole within office hours and never overlap', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 300 }))
  fc.assert(
    fc.property(span, span, fc.integer({ min: 5, max: 120 }), ([start, long], [pause, later], minutes) => {
      const spans = [
        { start, end: start + long },
        { start: start + long + pause, end: Math.min(1439, start + long + pause + later) },
      ].filter(({ start: from, end }) => end > from)
      const times = slotsOn(day, spans, minutes).map((at) => minutesAt(at))
      for (const [order, at] of times.entries()) {
        expect(spans.some((one) => at >= one.start && at + minutes <= one.end)).toBe(true)
        if (order > 0) expect(at - times[order - 1]!).toBeGreaterThanOrEqual(minutes)
      }
    }),
  )
})

test('an ordinary day has eight in the morning and eight in the afternoon', () => {
  expect(
    slotsOn(
      day,
      [
        { start: 450, end: 690 },
        { start: 780, end: 1020 },
      ],
      30,
    ),
  ).toHaveLength(16)
})
