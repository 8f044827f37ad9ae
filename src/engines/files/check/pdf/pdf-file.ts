import { refuse } from '../refused.ts'
import { filtersOf, unpack } from './filters.ts'
import { scanObjects, readObjectAt, type IndirectObject } from './objects.ts'
import { isDictionary, isReference, isSpace, ValueReader, type Dictionary, type Value } from './values.ts'
import { readXref, type Xref } from './xref.ts'

/** A PDF taken apart: everything that any reader could come to see. */
export interface PdfFile {
  readonly objects: readonly IndirectObject[]
  /** Objects that stand packed in streams. */
  readonly packed: readonly { readonly number: number; readonly value: Value }[]
  readonly trailers: readonly Dictionary[]
  readonly resolve: (value: Value | undefined) => Value | undefined
}

/** Most that one stream of objects may unpack to; all of them are counted with the other streams. */
const maxPacked = 64 * 1024 * 1024

/** Share of wrong places in tables that readers put up with. */
const mostMissed = 0.1

export function readPdf(bytes: Buffer, text: string, startOfTables: number): PdfFile {
  const xref = readXref(bytes, text, startOfTables)
  const scanned = scanObjects(bytes, text, (number) => {
    const place = xref.offsets.get(number)
    const value =
      place === undefined ? undefined : readObjectAt(bytes, text, skipSpace(bytes, place), () => undefined)?.value
    return typeof value === 'number' ? value : undefined
  })
  // Some programs miss a place or two. When many are missed, bytes are missing or were changed on the way.
  const missed = [...xref.places].filter((place) => !scanned.has(skipSpace(bytes, place))).length
  if (missed > xref.places.size * mostMissed) refuse('damaged', `${missed} places without object`)

  const direct = latest(bytes, xref, scanned)
  const packed = new Map<number, Value>()
  const resolve = (value: Value | undefined): Value | undefined => {
    let found = value
    for (let step = 0; isReference(found) && step < 20; step += 1)
      found = direct.get(found.number)?.value ?? packed.get(found.number)
    return found
  }
  // Its inside could not be looked through, and whoever handles the dossier may not be able to open it.
  if (xref.trailers.some((trailer) => (resolve(trailer.entries.get('/Encrypt')) ?? null) !== null)) refuse('locked')
  const all = holdersOf(xref, scanned, direct, resolve).flatMap((holder) => unpackObjects(holder, resolve))
  for (const one of all) packed.set(one.number, one.value)
  return { objects: [...scanned.values()], packed: all, trailers: xref.trailers, resolve }
}

function skipSpace(bytes: Buffer, from: number): number {
  let at = from
  while (isSpace(bytes[at])) at += 1
  return at
}

/** By number, what the newest table names; what no table names, as it stands last in the file. */
function latest(bytes: Buffer, xref: Xref, scanned: ReadonlyMap<number, IndirectObject>): Map<number, IndirectObject> {
  const found = new Map<number, IndirectObject>()
  for (const object of scanned.values()) if (!xref.packed.has(object.number)) found.set(object.number, object)
  for (const [number, place] of xref.offsets) {
    const object = scanned.get(skipSpace(bytes, place))
    if (object?.number === number) found.set(number, object)
  }
  return found
}

/** Every stream that says that it holds objects, and every one that a table says holds some. */
function holdersOf(
  xref: Xref,
  scanned: ReadonlyMap<number, IndirectObject>,
  direct: ReadonlyMap<number, IndirectObject>,
  resolve: PdfFile['resolve'],
): IndirectObject[] {
  const says = [...scanned.values()].filter(
    (one) => isDictionary(one.value) && resolve(one.value.entries.get('/Type')) === '/ObjStm',
  )
  const named = [...new Set(xref.packed.values())].map(
    (number) => direct.get(number) ?? refuse('damaged', 'no stream of objects'),
  )
  return [...new Set([...says, ...named])]
}

function unpackObjects(
  { value, stream }: IndirectObject,
  resolve: PdfFile['resolve'],
): { number: number; value: Value }[] {
  if (!isDictionary(value) || stream === undefined) return refuse('damaged', 'stream of objects')
  const unpacked = unpack(stream, filtersOf(value, resolve), maxPacked)
  const first = resolve(value.entries.get('/First'))
  const count = resolve(value.entries.get('/N'))
  if (typeof first !== 'number' || typeof count !== 'number') return refuse('damaged', 'stream of objects')
  const numbers = new ValueReader(unpacked.subarray(0, first), 0)
  const found: { number: number; value: Value }[] = []
  for (let index = 0; index < count; index += 1) {
    const number = numbers.read()
    const place = numbers.read()
    if (typeof number !== 'number' || typeof place !== 'number') return refuse('damaged', 'stream of objects')
    found.push({ number, value: new ValueReader(unpacked, first + place).read() })
  }
  return found
}
