import { septetsOf } from './gsm-7.ts'

/** How a short message travels: 7-bit signs of the GSM alphabet, or two bytes a unit where one sign is not in it. */
export type SmsEncoding = 'gsm-7' | 'ucs-2'

export interface SplitSms {
  readonly encoding: SmsEncoding
  /** One text a part, in order; each is paid for. */
  readonly parts: readonly string[]
  /** Septets, or units of UTF-16, of the whole. */
  readonly units: number
}

/** Units of one that stands alone, and of a part that bears a header of six bytes (3GPP TS 23.040 § 9.2.3.24.1). */
const room = { 'gsm-7': { alone: 160, joined: 153 }, 'ucs-2': { alone: 70, joined: 67 } } as const

/** The header numbers parts in one byte; centres take fewer. */
export const mostParts = 10

/** Cuts a text into parts; a sign of two septets or two units is never cut in two. */
export function splitSms(text: string): SplitSms {
  const signs = Array.from(text)
  const encoding: SmsEncoding = signs.every((sign) => septetsOf(sign) !== undefined) ? 'gsm-7' : 'ucs-2'
  const widthOf = (sign: string) => (encoding === 'gsm-7' ? (septetsOf(sign)?.length ?? 0) : sign.length)
  const units = signs.reduce((sum, sign) => sum + widthOf(sign), 0)
  const { alone, joined } = room[encoding]
  if (units <= alone) return { encoding, parts: [text], units }
  const parts = ['']
  let left: number = joined
  for (const sign of signs) {
    const width = widthOf(sign)
    if (width > left) {
      parts.push('')
      left = joined
    }
    parts[parts.length - 1] += sign
    left -= width
  }
  return { encoding, parts, units }
}
