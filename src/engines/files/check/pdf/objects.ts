import { isDictionary, isReference, isSpace, ValueReader, type Value } from './values.ts'

export interface IndirectObject {
  readonly number: number
  readonly start: number
  /** Where the next object may begin: for a stream already in its content. */
  readonly next: number
  readonly value: Value
  /** Packed content, for a stream. */
  readonly stream?: Buffer
}

/** Answers the length that a reference in a stream's dictionary stands for, if it can be found. */
export type LengthOf = (number: number) => number | undefined

const header = /(?<!\d)(\d{1,10})[\0\t\n\f\r ]{1,20}(\d{1,5})[\0\t\n\f\r ]{1,20}obj(?![a-zA-Z])/g
const headerHere = new RegExp(header.source, 'y')

/** The object that begins exactly there. */
export function readObjectAt(bytes: Buffer, text: string, at: number, lengthOf: LengthOf): IndirectObject | undefined {
  headerHere.lastIndex = at
  const match = headerHere.exec(text)
  return match === null ? undefined : readObject(bytes, at, headerHere.lastIndex, Number(match[1]), lengthOf)
}

/**
 * All objects that stand in the file, by their place, whether a table names them or not, also in the content of streams: what
 * is scanned is at least what a reader finds that follows a wrong table or, as all do with damaged files, looks for itself.
 * What cannot be read as an object is passed over.
 */
export function scanObjects(bytes: Buffer, text: string, lengthOf: LengthOf): Map<number, IndirectObject> {
  const found = new Map<number, IndirectObject>()
  header.lastIndex = 0
  for (let match = header.exec(text); match !== null; match = header.exec(text)) {
    const object = readObject(bytes, match.index, match.index + match[0].length, Number(match[1]), lengthOf)
    if (object === undefined) continue
    found.set(object.start, object)
    header.lastIndex = object.next
  }
  return found
}

function readObject(
  bytes: Buffer,
  start: number,
  from: number,
  number: number,
  lengthOf: LengthOf,
): IndirectObject | undefined {
  const reader = new ValueReader(bytes, from)
  let value: Value
  try {
    value = reader.read()
  } catch (error) {
    // Too deep or too many is a refusal of the file; malformed is only not an object.
    if (error instanceof Error && 'code' in error && error.code !== 'damaged') throw error
    return undefined
  }
  reader.skipSpace()
  if (!isDictionary(value) || !bytes.subarray(reader.at, reader.at + 6).equals(streamWord))
    return { number, start, next: reader.at, value }
  const data = lineEnd(bytes, reader.at + 6)
  const declared = value.entries.get('/Length')
  const length = isReference(declared) ? lengthOf(declared.number) : typeof declared === 'number' ? declared : undefined
  const end = length !== undefined && endsAt(bytes, data + length) ? data + length : bytes.indexOf(endWord, data)
  return end < 0 ? undefined : { number, start, next: data, value, stream: bytes.subarray(data, end) }
}

const streamWord = Buffer.from('stream')
const endWord = Buffer.from('endstream')

function lineEnd(bytes: Buffer, at: number): number {
  let next = at
  while (bytes[next] === 0x20) next += 1
  if (bytes[next] === 0x0d) next += 1
  return bytes[next] === 0x0a ? next + 1 : next
}

/** Whether `endstream` stands there, after a line end at most. */
function endsAt(bytes: Buffer, at: number): boolean {
  if (!Number.isSafeInteger(at) || at > bytes.length) return false
  let next = at
  while (next < at + 4 && isSpace(bytes[next])) next += 1
  return bytes.subarray(next, next + endWord.length).equals(endWord)
}
