import type { TimeLimit } from '../declare.ts'

/** A time limit as forms print it: `05 ngày làm việc`. */
export function limitText({ amount, unit }: Pick<TimeLimit, 'amount' | 'unit'>): string {
  const number = String(amount).padStart(2, '0')
  if (unit === 'within-day') return 'Trong ngày làm việc'
  if (unit === 'working-hour') return `${number} giờ làm việc`
  return unit === 'calendar-day' ? `${number} ngày` : `${number} ngày làm việc`
}
