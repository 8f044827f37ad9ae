import { textIn } from '../client/text-in.ts'
import type { Cause } from '../declare.ts'

/** One field of a record as the two sides have it. */
export interface ComparedField {
  readonly field: string
  readonly ours: string
  readonly theirs: string
  readonly isSame: boolean
}

/** In the order in which they are read, each with what it means when it differs. None is personal: what differs is kept and shown. */
const compared = [
  ['TrangThaiHoSo', 'status-differs'],
  ['DanhSachGiayToKetQua', 'result-missing'],
  ['NgayTiepNhan', 'date-differs'],
  ['NgayHenTra', 'date-differs'],
  ['NgayKetThucXuLy', 'date-differs'],
  ['NgayTra', 'date-differs'],
  ['MaTTHC', 'value-differs'],
  ['KenhThucHien', 'value-differs'],
  ['DonViXuLy', 'value-differs'],
  ['TaiLieuNop', 'value-differs'],
] as const satisfies readonly (readonly [string, Cause])[]

type Fields = Readonly<Record<string, unknown>>

/** A value as it is compared: of a list how much is in it. */
const shown = (fields: Fields, name: string): string =>
  Array.isArray(fields[name]) ? String(fields[name].length) : textIn(fields, name)

export interface Compared {
  readonly fields: readonly ComparedField[]
  readonly cause: Cause | null
}

/**
 * Compares what we would say with what the national portal holds, field by field. What it never says is not compared; nothing held at all
 * = it lost what it acknowledged.
 */
export function compareRecords(ours: Fields, theirs: Fields | undefined): Compared {
  const asked = compared.filter(([field]) => field in ours && (theirs === undefined || field in theirs))
  const fields = asked.map(([field]) => {
    const [own, held] = [shown(ours, field), theirs === undefined ? '' : shown(theirs, field)]
    return { field, ours: own, theirs: held, isSame: own === held }
  })
  const first = asked.find((_, at) => !fields[at]?.isSame)
  return { fields, cause: theirs === undefined ? 'lost' : (first?.[1] ?? null) }
}
