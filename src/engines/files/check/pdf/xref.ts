import { refuse } from '../refused.ts'
import { filtersOf, unpack } from './filters.ts'
import { readObjectAt } from './objects.ts'
import { isDictionary, isSpace, isWord, ValueReader, type Dictionary } from './values.ts'

/** Where a file's own tables say that its objects are; newest first, older ones only fill in. */
export interface Xref {
  readonly offsets: Map<number, number>
  /** Objects inside other streams: number → the stream's number. */
  readonly packed: Map<number, number>
  /** Every place that any table names. */
  readonly places: Set<number>
  readonly trailers: Dictionary[]
}

const maxSections = 1000
const maxTable = 64 * 1024 * 1024

/** Follows the chain of tables from the place that the end of the file names; a broken chain is a damaged file. */
export function readXref(bytes: Buffer, text: string, start: number): Xref {
  const xref: Xref = { offsets: new Map(), packed: new Map(), places: new Set(), trailers: [] }
  const seen = new Set<number>()
  const waiting = [start]
  while (waiting.length > 0) {
    const at = waiting.shift() as number
    if (seen.has(at)) continue
    seen.add(at)
    if (seen.size > maxSections) refuse('damaged', 'too many tables')
    const trailer = readSection(bytes, text, at, xref)
    xref.trailers.push(trailer)
    for (const key of ['/XRefStm', '/Prev']) {
      const next = trailer.entries.get(key)
      if (typeof next === 'number') waiting.push(next)
    }
  }
  return xref
}

function readSection(bytes: Buffer, text: string, from: number, xref: Xref): Dictionary {
  let at = from
  while (isSpace(bytes[at])) at += 1
  return text.startsWith('xref', at) ? readTable(bytes, text, at + 4, xref) : readStream(bytes, text, at, xref)
}

const subsection = /[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]*/y
const entry = /[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+([nf])/y

function readTable(bytes: Buffer, text: string, from: number, xref: Xref): Dictionary {
  let at = from
  for (;;) {
    subsection.lastIndex = at
    const head = subsection.exec(text)
    if (head === null) break
    at = subsection.lastIndex
    for (let index = 0; index < Number(head[2]); index += 1) {
      entry.lastIndex = at
      const line = entry.exec(text) ?? refuse('damaged', 'table')
      at = entry.lastIndex
      // Writers that do not know the word "free" name the place 0.
      if (line[3] === 'n' && Number(line[1]) > 0) name(xref, Number(head[1]) + index, Number(line[1]))
    }
  }
  const reader = new ValueReader(bytes, at)
  if (!isWord(reader.read(), 'trailer')) refuse('damaged', 'trailer')
  const trailer = reader.read()
  return isDictionary(trailer) ? trailer : refuse('damaged', 'trailer')
}

function name(xref: Xref, number: number, place: number): void {
  xref.places.add(place)
  if (!xref.offsets.has(number) && !xref.packed.has(number)) xref.offsets.set(number, place)
}

function readStream(bytes: Buffer, text: string, at: number, xref: Xref): Dictionary {
  const object = readObjectAt(bytes, text, at, () => undefined)
  if (object?.stream === undefined || !isDictionary(object.value)) return refuse('damaged', 'table')
  const { entries } = object.value
  if (entries.get('/Type') !== '/XRef') refuse('damaged', 'table')
  const widths = numbers(entries.get('/W'))
  if (widths.length !== 3 || widths.some((width) => width > 8) || widths[1] === 0) refuse('damaged', 'table')
  const [first, second, third] = widths as [number, number, number]
  // Tables are read before any object can be looked up, so their filters stand in their own dictionary.
  const rows = unpack(
    object.stream,
    filtersOf(object.value, (value) => value),
    maxTable,
  )
  const spans = entries.has('/Index') ? numbers(entries.get('/Index')) : [0, Number(entries.get('/Size') ?? 0)]
  let row = 0
  for (let span = 0; span + 1 < spans.length; span += 2) {
    for (let index = 0; index < (spans[span + 1] as number); index += 1, row += first + second + third) {
      if (row + first + second + third > rows.length) return object.value
      const kind = first === 0 ? 1 : field(rows, row, first)
      const number = (spans[span] as number) + index
      const value = field(rows, row + first, second)
      if (kind === 1 && value > 0) name(xref, number, value)
      if (kind === 2 && !xref.offsets.has(number) && !xref.packed.has(number)) xref.packed.set(number, value)
    }
  }
  return object.value
}

const field = (rows: Buffer, at: number, width: number): number => {
  let value = 0
  for (let index = 0; index < width; index += 1) value = value * 256 + (rows[at + index] as number)
  return value
}

const numbers = (value: unknown): number[] =>
  Array.isArray(value) && value.every((one) => Number.isSafeInteger(one) && one >= 0)
    ? value
    : refuse('damaged', 'table')
