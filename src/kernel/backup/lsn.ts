/** Places in the write-ahead log (WAL) of PostgreSQL, and its files. */

/** `16/B374D848` as a number. */
export function parseLsn(text: string): bigint {
  const [high = '', low = ''] = text.split('/')
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}

export const showLsn = (lsn: bigint): string =>
  `${(lsn >> 32n).toString(16).toUpperCase()}/${(lsn & 0xffff_ffffn).toString(16).toUpperCase()}`

const hex8 = (value: bigint): string => value.toString(16).toUpperCase().padStart(8, '0')

/** The file that PostgreSQL keeps a place in: timeline and number of the segment, in 24 digits. */
export function segmentFile(timeline: number, lsn: bigint, segmentBytes: number): string {
  const perId = 0x1_0000_0000n / BigInt(segmentBytes)
  const number = lsn / BigInt(segmentBytes)
  return `${hex8(BigInt(timeline))}${hex8(number / perId)}${hex8(number % perId)}`
}

export const startOfSegment = (lsn: bigint, segmentBytes: number): bigint => lsn - (lsn % BigInt(segmentBytes))

/** Microseconds since 2000-01-01, as PostgreSQL counts. */
export const instantOfWire = (micros: bigint): Date => new Date(Number(micros / 1000n) + Date.UTC(2000, 0, 1))
