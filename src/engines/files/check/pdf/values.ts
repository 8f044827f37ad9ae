import { refuse } from '../refused.ts'

/** An object of a PDF. Names are strings beginning with `/`; the content of strings is never needed. */
export type Value = null | boolean | number | `/${string}` | Value[] | Dictionary | Reference | Text | Keyword

export interface Dictionary {
  readonly kind: 'dictionary'
  readonly entries: ReadonlyMap<string, Value>
}

export interface Reference {
  readonly kind: 'reference'
  readonly number: number
}

interface Text {
  readonly kind: 'text'
}

export interface Keyword {
  readonly kind: 'keyword'
  readonly word: string
}

const text: Text = { kind: 'text' }

const isKind = <Kind extends Exclude<Value, null | boolean | number | string | Value[]>['kind']>(
  value: Value | undefined,
  kind: Kind,
) => typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === kind

export const isDictionary = (value: Value | undefined): value is Dictionary => isKind(value, 'dictionary')
export const isReference = (value: Value | undefined): value is Reference => isKind(value, 'reference')
export const isWord = (value: Value | undefined, word: string): boolean =>
  isKind(value, 'keyword') && (value as Keyword).word === word

const maxDepth = 100

/** Counted over the process, which checks one file. */
const maxValues = 5_000_000
let read = 0

export const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0

const delimiters = new Set(Buffer.from('()<>[]{}/%'))
const isRegular = (byte: number | undefined): boolean => byte !== undefined && !isSpace(byte) && !delimiters.has(byte)

/** Reads values one after the other. A malformed one throws; the position is then anywhere. */
export class ValueReader {
  readonly bytes: Buffer
  at: number

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes
    this.at = at
  }

  skipSpace(): void {
    const { bytes } = this
    for (;;) {
      if (isSpace(bytes[this.at])) this.at += 1
      else if (bytes[this.at] === 0x25) this.skipComment()
      else return
    }
  }

  read(depth = 0): Value {
    if (depth > maxDepth) refuse('unsafeArchive', 'PDF nested too deeply')
    read += 1
    if (read > maxValues) refuse('tooLargeInside', 'PDF values')
    this.skipSpace()
    const byte = this.bytes[this.at]
    if (byte === 0x2f) return this.readName()
    if (byte === 0x28) return this.readText()
    if (byte === 0x5b) return this.readArray(depth)
    if (byte === 0x3c) return this.bytes[this.at + 1] === 0x3c ? this.readDictionary(depth) : this.readHex()
    return this.readWord()
  }

  private skipComment(): void {
    while (this.at < this.bytes.length && this.bytes[this.at] !== 0x0a && this.bytes[this.at] !== 0x0d) this.at += 1
  }

  /** `#xx` stands for a byte: `/J#53` is `/JS`. */
  private readName(): `/${string}` {
    const name = this.take(this.at + 1)
    return `/${name.replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))}`
  }

  private take(from: number): string {
    this.at = from
    while (isRegular(this.bytes[this.at])) this.at += 1
    return this.bytes.toString('latin1', from, this.at)
  }

  private readText(): Text {
    let open = 0
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at]
      if (byte === 0x5c) this.at += 1
      else if (byte === 0x28) open += 1
      else if (byte === 0x29) open -= 1
      if (open === 0 && byte === 0x29) {
        this.at += 1
        return text
      }
    }
    return refuse('damaged', 'open string')
  }

  private readHex(): Text {
    const end = this.bytes.indexOf(0x3e, this.at)
    if (end < 0) refuse('damaged', 'open string')
    this.at = end + 1
    return text
  }

  private readArray(depth: number): Value[] {
    this.at += 1
    const values: Value[] = []
    for (;;) {
      this.skipSpace()
      if (this.bytes[this.at] === 0x5d) {
        this.at += 1
        return values
      }
      values.push(this.read(depth + 1))
    }
  }

  private readDictionary(depth: number): Dictionary {
    this.at += 2
    const entries = new Map<string, Value>()
    for (;;) {
      this.skipSpace()
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) {
        this.at += 2
        return { kind: 'dictionary', entries }
      }
      if (this.bytes[this.at] !== 0x2f) refuse('damaged', 'dictionary')
      const name = this.readName()
      // Readers differ in which of two equal keys counts; both are looked at under names of their own.
      entries.set(entries.has(name) ? `${name} ${entries.size}` : name, this.read(depth + 1))
    }
  }

  private readWord(): Value {
    const word = this.take(this.at)
    if (word === '') refuse('damaged', 'no value')
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return this.readNumber(word)
    if (word === 'true' || word === 'false') return word === 'true'
    return word === 'null' ? null : { kind: 'keyword', word }
  }

  /** A whole number may be the first part of a reference, `12 0 R`. */
  private readNumber(word: string): Value {
    const after = this.at
    if (/^\d{1,10}$/.test(word)) {
      this.skipSpace()
      const generation = this.take(this.at)
      this.skipSpace()
      if (/^\d{1,5}$/.test(generation) && this.take(this.at) === 'R') return { kind: 'reference', number: Number(word) }
      this.at = after
    }
    return Number(word)
  }
}
