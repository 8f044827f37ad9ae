import type { Words } from '#values/words.ts'

const hour = 60
/** A working day of state bodies (Labour Code 2019, art. 105). */
const day = 8 * hour

/** Office minutes as people say them: minutes, hours, from a day on days. */
export function sayOfficeTime(minutes: number): Words {
  if (minutes < hour) return { vi: `${minutes} phút`, en: minutes === 1 ? '1 minute' : `${minutes} minutes` }
  const isShort = minutes < day
  const amount = (minutes / (isShort ? hour : day)).toFixed(1).replace('.0', '')
  const unit = isShort ? { vi: 'giờ', en: 'working hour' } : { vi: 'ngày', en: 'working day' }
  return {
    vi: `${amount.replace('.', ',')} ${unit.vi} làm việc`,
    en: `${amount} ${unit.en}${amount === '1' ? '' : 's'}`,
  }
}
