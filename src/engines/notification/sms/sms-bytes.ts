import { septetsOf } from './gsm-7.ts'
import type { SmsEncoding, SplitSms } from './split-sms.ts'

/** The value of `data_coding` (SMPP 3.4 § 5.2.19). */
export const dataCoding: Readonly<Record<SmsEncoding, number>> = { 'gsm-7': 0, 'ucs-2': 8 }

/** One part as the centre gets it: septets one a byte, as SMPP has them, or UTF-16 with the high byte first. */
export function bytesOf(text: string, encoding: SmsEncoding): Buffer {
  if (encoding === 'ucs-2') return Buffer.from(text, 'utf16le').swap16()
  return Buffer.from(Array.from(text).flatMap((sign) => septetsOf(sign) ?? []))
}

/** The bytes of a part with the header that joins it to the others: concatenation with an 8-bit reference. */
export function partBytes({ parts, encoding }: SplitSms, part: number, reference: number): Buffer {
  const text = bytesOf(parts[part - 1] as string, encoding)
  if (parts.length === 1) return text
  return Buffer.concat([Buffer.of(5, 0, 3, reference, parts.length, part), text])
}
