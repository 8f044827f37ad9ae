import { expect, test } from 'vitest'
import { countPoints } from './points.ts'
import { usualReadings } from './readings.ts'
import type { ScaleRules } from './scale-shape.ts'
import type { IndicatorId } from './indicator-words.ts'

const rules = (more: Partial<ScaleRules['readings']> = {}): ScaleRules => ({
  points: [
    { indicator: '2.1', points: 20, fullAt: 100 },
    { indicator: '3.1', points: 12, fullAt: 80 },
    { indicator: '4.3', points: 8, fullAt: 80 },
  ],
  grades: [
    { name: 'Trung bình', from: 20 },
    { name: 'Tốt', from: 32 },
  ],
  readings: { ...usualReadings, ...more },
})
const shares = (...given: (readonly [IndicatorId, number | null])[]) => new Map(given)

test('from the threshold on all points are had, at it and beyond it alike', () => {
  const had = (share: number) => countPoints(shares(['3.1', share]), rules()).of.get('3.1')!.points
  expect([had(0.8), had(4 / 5), had(1), had(0.56 / 0.7)]).toEqual([12, 12, 12, 12])
  expect(had(0.799)).toBeLessThan(12)
})

test('below it points go with the share, of the threshold or of the whole, as is set', () => {
  const had = (below: 'toward' | 'share') => countPoints(shares(['3.1', 0.4]), rules({ below })).of.get('3.1')!.points
  expect([had('toward'), had('share')]).toEqual([6, 4.8])
})

test('an indicator without a figure has no points; the total counts it or leaves it out, as is set', () => {
  const given = shares(['2.1', 0.9], ['3.1', 0.8], ['4.3', null])
  expect(countPoints(given, rules({ missing: 'none' })).total).toEqual({
    points: 30,
    most: 40,
    without: ['4.3'],
    onScale: 30,
    grade: 'Trung bình',
  })
  expect(countPoints(given, rules({ missing: 'left-out' })).total).toEqual({
    points: 30,
    most: 32,
    without: ['4.3'],
    onScale: 37.5,
    grade: 'Tốt',
  })
})

test('there is no grade below the lowest, nor where nothing has a figure', () => {
  expect(countPoints(shares(['2.1', 0.5]), rules()).total.grade).toBeNull()
  const nothing = countPoints(shares(), { ...rules({ missing: 'left-out' }), grades: [{ name: 'Yếu', from: 0 }] })
  expect(nothing.total).toMatchObject({ points: 0, most: 0, onScale: 0, grade: null })
})
