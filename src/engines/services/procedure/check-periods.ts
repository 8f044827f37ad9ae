import type { Condition } from '#values/condition.ts'
import type { Period, PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { finding, type Finding } from '#engines/workflow/declare.ts'

/** A row of a limit or of one fee, and where it stands in the declaration. */
interface Row extends Period {
  readonly when?: Condition | undefined
  readonly path: string
}

/**
 * Whether the ordinary rows of one limit or one fee follow each other day by day from a day on: of two that hold at once only the first
 * would count, and between two that leave days free nothing would. Before the first and after the last there may be none.
 */
export function checkPeriods(rows: readonly Row[], on?: PlainDate): Finding[] {
  const isAhead = ({ to }: Period) => on === undefined || to === undefined || to > on
  const ordinary = rows.filter((row) => row.when === undefined && isAhead(row))
  return [
    ...ordinary.flatMap((row, at) => {
      const earlier = ordinary.slice(0, at).find((one) => isBefore(one.from, row.to) && isBefore(row.from, one.to))
      return earlier === undefined ? [] : [overlaps(row, earlier, on)]
    }),
    ...gapsIn(ordinary, on),
  ]
}

/** Whether a first day comes before a last one, which is not included; either may be open. */
const isBefore = (from: PlainDate | undefined, to: PlainDate | undefined): boolean =>
  from === undefined || to === undefined || from < to

function gapsIn(rows: readonly Row[], on: PlainDate | undefined): Finding[] {
  const inOrder = rows.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  return inOrder.flatMap((row, at) => {
    const before = inOrder.slice(0, at)
    const ends = before.map(({ to }) => to)
    if (row.from === undefined || ends.length === 0 || ends.includes(undefined)) return []
    const end = (ends as PlainDate[]).reduce((last, one) => (one > last ? one : last))
    return end < row.from && (on === undefined || row.from > on) ? [gap(row, end, row.from)] : []
  })
}

function overlaps(row: Row, earlier: Row, on: PlainDate | undefined): Finding {
  const starts = [row.from, earlier.from, on].filter((day) => day !== undefined)
  if (starts.length === 0 || (row.to === undefined && earlier.to === undefined && row.from === undefined))
    return finding(
      row.path,
      'dòng này không có điều kiện “Chỉ khi” mà đứng sau dòng thường, nên không bao giờ được tính; ghi điều kiện, hoặc ghi ngày cho từng dòng',
      'this row has no condition and stands after the ordinary one, so it never counts; say when, or from which day each counts',
    )
  const day = showDate(starts.reduce((last, one) => (one > last ? one : last)))
  return finding(
    row.path,
    `từ ${day} dòng này và một dòng thường ở trên cùng áp dụng, chỉ dòng trên được tính; cho dòng trên hết hiệu lực trước ngày dòng này bắt đầu, hoặc ghi điều kiện “Chỉ khi”`,
    `from ${day} this row and an ordinary one above hold at once and only that one counts; let it end when this begins, or say when`,
  )
}

const gap = ({ path }: Row, end: PlainDate, from: PlainDate): Finding =>
  finding(
    path,
    `từ ${showDate(end)} đến trước ${showDate(from)} không có dòng nào áp dụng; nối ngày của dòng trước với ngày bắt đầu của dòng này`,
    `from ${showDate(end)} up to ${showDate(from)} no row holds; let the one before last until this begins`,
  )
