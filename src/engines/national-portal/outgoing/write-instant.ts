import { dateAt, minutesAt } from '#values/plain-date.ts'

const two = (number: number): string => String(number).padStart(2, '0')

/** `yyyyMMddHHmmss` in Viet Nam, as the national portal writes instants; nothing for none. */
export function writeDate(at: Date | null): string {
  if (at === null) return ''
  const minutes = minutesAt(at)
  return `${dateAt(at).replaceAll('-', '')}${two(Math.floor(minutes / 60))}${two(minutes % 60)}${two(at.getUTCSeconds())}`
}

/** The same of an instant that comes as text. */
export const writeInstant = (at: string | null): string => writeDate(at === null ? null : new Date(at))
