import { z } from 'zod'
import { PlainDate } from '#values/plain-date.ts'
import { choicesOf, type ReadingId } from './readings.ts'
import { indicatorIds, type IndicatorId } from './indicator-words.ts'

/** Those that the decision counts; `once` is counted beside it. */
export const pointedIndicators = indicatorIds.filter((id) => id !== 'once')

const atMostTwoDecimals = (value: number) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-9

const Points = z.strictObject({
  indicator: z.enum(pointedIndicators),
  /** All that can be had. */
  points: z
    .number()
    .positive()
    .max(1000)
    .refine(atMostTwoDecimals, { error: 'Điểm có nhiều nhất hai chữ số thập phân. At most two decimals.' }),
  /** The share, in percent, from which all of them are had. */
  fullAt: z.number().positive().max(100),
})

const Grade = z.strictObject({ name: z.string().trim().min(2).max(40), from: z.number().min(0).max(1000) })

const isEachOnce = <Value>(values: readonly Value[]) => new Set(values).size === values.length

const reading = <Id extends ReadingId>(id: Id) => z.enum(choicesOf(id))

export const ScaleRules = z.strictObject({
  points: z
    .array(Points)
    .min(1, { error: 'Ghi điểm của ít nhất một chỉ số. Say the points of one indicator at least.' })
    .refine((all) => isEachOnce(all.map(({ indicator }) => indicator)), {
      error: 'Mỗi chỉ số ghi điểm một lần. Each indicator once.',
    }),
  grades: z
    .array(Grade)
    .max(10)
    .refine((all) => isEachOnce(all.map(({ from }) => from)), {
      error: 'Mỗi mức xếp loại có điểm thấp nhất riêng. Each grade begins at points of its own.',
    }),
  readings: z.strictObject({
    reported: reading('reported'),
    due: reading('due'),
    payable: reading('payable'),
    complaints: reading('complaints'),
    below: reading('below'),
    missing: reading('missing'),
  } satisfies Record<ReadingId, unknown>),
})
export type ScaleRules = z.output<typeof ScaleRules>

/** The document that says so, and from when it holds. */
export const scaleSource = {
  document: z.string().trim().min(3).max(60),
  signedOn: PlainDate,
  effectiveFrom: PlainDate,
}

/** From which share all points are had, as far as the formulas of Decision 766/QĐ-TTg are confirmed; a proposal of the form only. */
export const knownThresholds: Readonly<Partial<Record<IndicatorId, number>>> = {
  '3.1': 80,
  '3.3': 50,
  '3.5': 80,
  '3.6': 80,
  '4.2': 80,
  '4.3': 80,
  '5.4': 90,
}
