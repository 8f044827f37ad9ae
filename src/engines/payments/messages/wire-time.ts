import { minutesAt, dateAt } from '#values/plain-date.ts'

/** An instant as the platform writes it, in Viet Nam time: `yyyyMMddHHmmss`. */
export function wireTime(at: Date): string {
  const minutes = minutesAt(at)
  const parts = [Math.floor(minutes / 60), minutes % 60, at.getUTCSeconds()]
  return dateAt(at).replaceAll('-', '') + parts.map((part) => String(part).padStart(2, '0')).join('')
}

/** Reads such a time; undefined when it is none. */
export function readWireTime(text: string): Date | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? []
  if (year === undefined) return undefined
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}+07:00`)
  return Number.isNaN(at.getTime()) ? undefined : at
}
