import type { Condition } from '#values/condition.ts'
import { holdsOn, type Period, type PlainDate } from '#values/plain-date.ts'
import { finding, totalHours, type Finding } from '#engines/workflow/declare.ts'
import { checkPeriods } from './check-periods.ts'
import type { Procedure, TimeLimit } from './procedure-shape.ts'

/** A working day of state bodies (Labour Code 2019, art. 105); what a calendar says of one day does not matter here. */
const hoursOfDay = 8

/** Whether the internal hours keep within what the law gives, case by case, and whether every row can ever count. */
export function checkLimits(procedure: Procedure, on?: PlainDate): Finding[] {
  const inForce = (row: Period) => (on === undefined ? row.to === undefined : holdsOn(row, on))
  const limits = procedure.timeLimits.map((limit, index) => ({ limit, index })).filter(({ limit }) => inForce(limit))
  const special = limits.flatMap(({ limit }) => limit.when ?? [])
  const ordinary = limits.filter(({ limit }) => limit.when === undefined)
  const fees = procedure.fees.map((fee, index) => ({ ...fee, path: `fees.${index}` }))
  return [
    ...(ordinary.length > 0
      ? []
      : [finding('timeLimits', 'chưa có thời hạn cho trường hợp thường', 'no limit for the ordinary case')]),
    ...checkPeriods(
      procedure.timeLimits.map((limit, index) => ({ ...limit, path: `timeLimits.${index}` })),
      on,
    ),
    ...[...Map.groupBy(fees, ({ id }) => id).values()].flatMap((rows) => checkPeriods(rows, on)),
    ...limits.flatMap(({ limit, index }) => tooLong(procedure, limit, special, `timeLimits.${index}`)),
  ]
}

function tooLong({ process }: Procedure, limit: TimeLimit, special: readonly Condition[], path: string): Finding[] {
  if (process === undefined) return []
  // In its own case its condition is met; in the ordinary case none of the special ones is.
  const assumed = (condition: Condition): boolean | undefined => {
    const same = (other: Condition | undefined) => JSON.stringify(other) === JSON.stringify(condition)
    if (same(limit.when)) return true
    return limit.when === undefined && special.some(same) ? false : undefined
  }
  const [needed, given] = [totalHours(process, assumed), hoursIn(limit)]
  return needed <= given
    ? []
    : [
        finding(
          path,
          `các bước cần ${needed} giờ, thời hạn chỉ có ${given} giờ làm việc; bớt giờ, hoặc rẽ nhánh bằng đúng điều kiện của thời hạn`,
          `the steps take ${needed} hours, the limit gives ${given} working hours; take less, or branch by the very condition of the limit`,
        ),
      ]
}

/** Working hours that a limit surely holds: of seven calendar days at least five are worked, holidays apart. */
export function hoursIn({ amount, unit }: TimeLimit): number {
  if (unit === 'working-hour') return amount
  if (unit === 'calendar-day') return Math.floor((amount * 5) / 7) * hoursOfDay
  return amount * hoursOfDay
}
