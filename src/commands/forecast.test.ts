import { describe, expect, it } from 'vitest'
import { promotionNotice } from '#engines/workflow/samples.ts'
import { mustAdvance } from '#engines/workflow/testing/walk.ts'
import { notStarted } from '#engines/workflow/index.ts'
import { forecast, type OpenWork, type Standing, type WorkPlace } from '#engines/reporting/warning/forecast.ts'
import { knownTimes, type MeasuredStep } from '#engines/reporting/warning/known-times.ts'
import { sayOfficeTime } from '#engines/reporting/warning/office-time.ts'
import { sayReason } from '#engines/reporting/warning/reason.ts'
import { stepTimeOf } from '#engines/reporting/warning/step-time.ts'

const hour = 60
const state = (['start', 'receive'] as const).reduce(
  (before, step) =>
    mustAdvance(promotionNotice, before, step === 'start' ? { action: 'start' } : { action: 'complete', step }, {})
      .state,
  notStarted,
)
const name = { vi: 'Thẩm định', en: 'Appraise' }
const appraising: OpenWork = {
  step: 'appraise',
  consult: null,
  stepName: name,
  unit: 'Phòng Quản lý thương mại',
  isElsewhere: false,
  taken: 0,
}
/** Ten took an hour more each: 1 to 10 hours, so 5 usually and 8 of the long ones. */
const spread = Array.from({ length: 10 }, (_, at) => (at + 1) * hour)
const measured = (step: string, minutes = spread, ownerId: string | null = 'sct'): MeasuredStep => ({
  procedureCode: 'km',
  step,
  ownerId,
  ...stepTimeOf(minutes)!,
})
const later = ['review', 'sign', 'issue']
const each = (ownerId: string | null = 'sct') => ['appraise', ...later].map((step) => measured(step, spread, ownerId))

function standing(left: number, more: Partial<OpenWork> = {}, times: readonly MeasuredStep[] = each()): Standing {
  const timeOf = knownTimes(times)({ procedureCode: 'km', ownerId: 'sct', process: promotionNotice })
  return { process: promotionNotice, state, facts: {}, left, work: [{ ...appraising, ...more }], timeOf }
}
const there: WorkPlace = { isAttended: true, ahead: 0, pace: 30 }
const kinds = (left: number, work: Partial<OpenWork> = {}, place: WorkPlace = there, times = each()) =>
  forecast(standing(left, work, times), [place]).reasons.map(({ kind }) => kind)

describe('whether a dossier will be late', () => {
  it('adds up what the steps left took others, and delivery does not count', () => {
    const seen = forecast(standing(100 * hour))
    expect(seen).toMatchObject({ usual: 20 * hour, long: 26 * hour, basis: 'body', measured: 10, isAtRisk: false })
  })

  it('is warned of when the usual time does not fit any more, to the minute', () => {
    expect(kinds(20 * hour)).toEqual([])
    expect(kinds(20 * hour - 1)).toEqual(['work-left'])
  })

  it('is warned of when the long time does not fit and there is a sign that it will be long', () => {
    const slow = { taken: 8 * hour }
    expect(kinds(21 * hour, { taken: 8 * hour - 1 })).toEqual([])
    expect(kinds(21 * hour, slow)).toEqual(['slow-step'])
    expect(kinds(25 * hour, { isElsewhere: true })).toEqual(['awaits-body'])
    expect(kinds(25 * hour, {}, { ...there, isAttended: false })).toEqual(['nobody'])
    expect(kinds(25 * hour, {}, { ...there, ahead: 50 })).toEqual(['queue'])
    expect(kinds(25 * hour, {}, { ...there, ahead: 49 })).toEqual([])
  })

  it('is not warned of by signs alone while there is time for all of it', () => {
    const all = { isAttended: false, ahead: 200, pace: 600 }
    expect(kinds(40 * hour, { taken: 9 * hour, isElsewhere: true }, all)).toEqual([])
  })

  it('says so where too few finished too little: nothing of queues, the hours allotted of steps', () => {
    expect(kinds(25 * hour, {}, { ...there, ahead: 200, pace: undefined })).toEqual([])
    const seen = forecast(standing(1000 * hour, {}, []))
    const { appraise, review, sign, issue } = promotionNotice.steps
    const allotted = [appraise, review, sign, issue].reduce((sum, step) => sum + step!.hours, 0)
    expect(seen).toMatchObject({ usual: allotted * hour, long: allotted * hour, basis: 'declared', measured: 0 })
    const over = { taken: appraise!.hours * hour + 1 }
    expect(kinds(allotted * hour - 1, over, there, [])).toEqual(['work-left', 'over-hours'])
  })

  it('goes by the same body, else by the same procedure anywhere', () => {
    const elsewhere = each(null).map((one) => ({ ...one, measured: 50, twentieths: one.twentieths.map(() => hour) }))
    expect(forecast(standing(1000 * hour, {}, elsewhere))).toMatchObject({ usual: 4 * hour, basis: 'procedure' })
    const mixed = [...elsewhere, ...each().slice(0, 2)]
    expect(forecast(standing(1000 * hour, {}, mixed))).toMatchObject({ usual: 12 * hour, basis: 'procedure' })
    expect(forecast(standing(1000 * hour, {}, [...elsewhere, ...each()]))).toMatchObject({ basis: 'body' })
  })

  it('is looked at again no later than time alone makes it another', () => {
    for (const left of [21, 25, 33, 60].map((hours) => hours * hour + 7))
      for (let taken = 0, rest = left; rest > 0;) {
        const now = forecast(standing(rest, { taken }), [there])
        if (now.isAtRisk) break
        const step = now.changesIn as number
        for (let on = 1; on < step && rest - on > 0; on++)
          expect(forecast(standing(rest - on, { taken: taken + on }), [there]).isAtRisk, `${left} ${taken}+${on}`).toBe(
            false,
          )
        taken += step
        rest -= step
      }
  })
})

describe('a reason', () => {
  it('is said with its figures, in hours and days of work', () => {
    const [reason] = forecast(standing(19 * hour)).reasons
    expect(sayReason(reason!)).toEqual({
      vi: 'Phần việc còn lại thường cần 2,5 ngày làm việc, nay chỉ còn 2,4 ngày làm việc',
      en: 'What is left usually takes 2.5 working days; 2.4 working days are left',
    })
    expect(sayReason({ kind: 'slow-step', step: name, taken: 90, long: 45 }).vi).toBe(
      'Bước “Thẩm định” đã 1,5 giờ làm việc, lâu hơn 80% hồ sơ cùng loại (45 phút)',
    )
    expect(sayReason({ kind: 'queue', unit: 'Phòng A', ahead: 12, takes: 960 }).en).toBe(
      '12 earlier pieces of work wait there (Phòng A); at the pace of the last 4 weeks they take 2 working days',
    )
    expect(sayOfficeTime(60).en).toBe('1 working hour')
  })
})
