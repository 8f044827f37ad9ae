import { fold, tidy } from '#values/text.ts'
import type { Words } from '#values/words.ts'
import type { ReorganizationPlan } from './plan.ts'
import { readTable } from './read-table.ts'

/** An administrative unit as it stands before the change. */
export interface KnownArea {
  readonly code: string
  readonly tier: string
  readonly name: string
  readonly parentCode: string | null
}

/** A row that was not taken, and why. */
export interface Unread {
  /** As in the file, the title line is 1. */
  readonly line: number
  readonly text: string
  readonly reason: Words
}

export interface AreaTable {
  readonly areas: ReorganizationPlan['areas']
  readonly openedAreas: ReorganizationPlan['openedAreas']
  /** Rows that say that nothing changes. */
  readonly same: number
  readonly unread: readonly Unread[]
}

interface Row {
  readonly line: number
  readonly text: string
  readonly from: string
  readonly fromName: string
  readonly to: string
  readonly toName: string
  readonly share: number | undefined
}

/**
 * Reads a table that says of each administrative unit which one holds it from now on: `code2020, code2025, fullName2025, geometryShare`,
 * the older year becomes the newer, or `mã cũ, mã mới, tên mới, tỷ lệ`. Of one that is divided there are several rows. What cannot be
 * understood, or contradicts what is known, is set aside with its reason.
 */
export function readAreaTable(text: string, known: ReadonlyMap<string, KnownArea>): AreaTable {
  const { titles, lines } = readTable(text)
  const columns = columnsOf(titles)
  if (columns === undefined) return { areas: [], openedAreas: [], same: 0, unread: [noColumns(titles.join(', '))] }
  const unread: Unread[] = []
  const rows: Row[] = []
  const names = new Map<string, string>()
  const refuse = ({ line, text: said }: Row, vi: string, en: string) =>
    void unread.push({ line, text: said, reason: { vi, en } })

  for (const { line, cells } of lines) {
    const cell = (at: number | undefined) => (at === undefined ? '' : tidy(cells[at] ?? ''))
    const shareText = cell(columns.share)
    const row: Row = {
      line,
      text: cells.join(', '),
      from: cell(columns.from),
      fromName: cell(columns.fromName),
      to: cell(columns.to),
      toName: cell(columns.toName),
      share: shareText === '' ? undefined : shareOf(shareText),
    }
    const area = known.get(row.from)
    const name = names.get(row.to)
    if (!isCode(row.from) || !isCode(row.to)) refuse(row, 'mã phải là 2 đến 5 chữ số', 'a code is 2 to 5 digits')
    else if (area === undefined)
      refuse(row, `trước ngày này không có đơn vị mã ${row.from}`, `there is no ${row.from} before that day`)
    else if (row.fromName !== '' && fold(row.fromName) !== fold(area.name))
      refuse(row, `${row.from} đang là ${area.name}, không phải ${row.fromName}`, `${row.from} is ${area.name}`)
    else if (Number.isNaN(row.share))
      refuse(row, `tỷ lệ “${shareText}” không phải từ 0 đến 1`, `the share “${shareText}” is not between 0 and 1`)
    else if (rows.some(({ from, to }) => from === row.from && to === row.to))
      refuse(row, `đã có dòng ${row.from} thành ${row.to}`, `${row.from} into ${row.to} stands there already`)
    else if (row.toName === '' && !known.has(row.to))
      refuse(row, `${row.to} là mã mới mà chưa có tên`, `${row.to} is new and has no name`)
    else if (name !== undefined && row.toName !== '' && fold(name) !== fold(row.toName))
      refuse(row, `${row.to} ở dòng trước tên là ${name}`, `${row.to} is called ${name} above`)
    else {
      rows.push(row)
      if (row.toName !== '' && name === undefined) names.set(row.to, row.toName)
    }
  }

  const into = Map.groupBy(rows, ({ from }) => from)
  for (const [from, parts] of into) {
    const sum = parts.reduce((total, { share }) => total + (share ?? 0), 0)
    if (parts.length === 1 || sum <= mostOfAll) continue
    into.delete(from)
    for (const part of parts)
      refuse(part, `tỷ lệ của ${from} cộng lại quá 1`, `the shares of ${from} add up to more than 1`)
  }
  const read = [...into.values()].flat()
  const stays = ([from, parts]: [string, readonly Row[]]) => parts.length === 1 && parts[0]?.to === from
  return {
    areas: [...into]
      .filter((one) => !stays(one))
      .map(([from, parts]) => ({
        from,
        into: parts.map(({ to, share }) => ({ area: to, ...(share !== undefined && { share }) })),
      })),
    openedAreas: [...Map.groupBy(read, ({ to }) => to)].flatMap(([code, parts]) => opened(code, parts)),
    same: [...into].filter(([from, parts]) => stays([from, parts]) && opened(from, parts).length === 0).length,
    unread: unread.toSorted((a, b) => a.line - b.line),
  }

  /** What is called otherwise from now on, or is new: of the tier and in the place of what it is made of. */
  function opened(code: string, parts: readonly Row[]): ReorganizationPlan['openedAreas'] {
    const name = names.get(code)
    const before = known.get(code) ?? known.get(parts[0]?.from ?? '')
    if (name === undefined || before === undefined || known.get(code)?.name === name) return []
    return [{ code, tier: before.tier, name, ...(before.parentCode !== null && { parent: before.parentCode }) }]
  }
}

/** Shares are measured on maps: their sum is a little off. */
const mostOfAll = 1.02

const isCode = (text: string): boolean => /^\d{2,5}$/.test(text)

/** `0.983`, `0,983` or `98,3%`; NaN for anything else. */
function shareOf(text: string): number {
  const found = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text)
  const share = Number(found?.[1]?.replace(',', '.')) / (found?.[2] === '%' ? 100 : 1)
  return share <= 1 ? share : Number.NaN
}

interface Columns {
  readonly from: number
  readonly fromName: number | undefined
  readonly to: number
  readonly toName: number | undefined
  readonly share: number | undefined
}

/** Two columns of codes, told apart by their years or as old and new; undefined where there are no two. */
function columnsOf(titles: readonly string[]): Columns | undefined {
  const plain = titles.map((title) => fold(title).replaceAll(' ', ''))
  const at = (...wanted: string[]) => {
    const found = plain.findIndex((title) => wanted.includes(title))
    return found < 0 ? undefined : found
  }
  const years = plain.flatMap((title) => /^code(\d{4})$/.exec(title)?.[1] ?? []).toSorted()
  const [older, newer] = years.length === 2 ? years : []
  const from = at(`code${older}`, 'macu')
  const to = at(`code${newer}`, 'mamoi')
  if (from === undefined || to === undefined) return undefined
  return {
    from,
    to,
    fromName: at(`fullname${older}`, 'tencu'),
    toName: at(`fullname${newer}`, 'tenmoi'),
    share: at('geometryshare', 'share', 'tyle'),
  }
}

const noColumns = (text: string): Unread => ({
  line: 1,
  text,
  reason: {
    vi: 'dòng tiêu đề phải có hai cột mã, như code2020 và code2025, hoặc “mã cũ” và “mã mới”',
    en: 'the first line must name two columns of codes, such as code2020 and code2025',
  },
})
