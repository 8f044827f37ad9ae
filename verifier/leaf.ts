import { hash } from 'node:crypto'

/** An entry as `audit export` writes it; bytes in hex. */
export interface Entry {
  readonly id: string
  readonly at: string
  readonly xid: number
  readonly account: string
  readonly operation: string
  readonly kind: string
  readonly outcome: string
  readonly requestId: string
  readonly postId: string | null
  readonly postTitle: string | null
  readonly unitId: string | null
  readonly unitName: string | null
  readonly objects: readonly string[] | null
  readonly actorName: string | null
  readonly onBehalf: string | null
  readonly purpose: string | null
  readonly address: string | null
  readonly subjects: readonly string[] | null
  /** Canonical JSON, as text. */
  readonly details: string | null
  readonly salt: string | null
  readonly erasedDigest: string | null
  readonly digest: string
}

/** Members in the order of RFC 8785, which sorts by UTF-16; one without a value is left out. */
const publicNames = [
  'account',
  'at',
  'id',
  'kind',
  'objects',
  'operation',
  'outcome',
  'personal',
  'postId',
  'postTitle',
  'requestId',
  'unitId',
  'unitName',
] as const
const personalNames = ['actorName', 'address', 'details', 'onBehalf', 'purpose', 'subjects'] as const

/** The leaf of what an entry says, in hex; undefined where its personal part is neither whole nor lawfully gone. */
export function leafOf(entry: Entry): string | undefined {
  const personal = personalDigestOf(entry)
  if (personal === undefined) return undefined
  let text = ''
  for (const name of publicNames) {
    const value = name === 'personal' ? personal : entry[name]
    if (value !== null) text += `,"${name}":${JSON.stringify(value)}`
  }
  // 0x00 marks a leaf (RFC 9162), 0x01 the version of this form.
  return hash('sha256', `\u0000\u0001{${text.slice(1)}}`)
}

function personalDigestOf(entry: Entry): string | undefined {
  let text = ''
  for (const name of personalNames) {
    const value = entry[name]
    if (value !== null) text += `,"${name}":${name === 'details' ? entry.details : JSON.stringify(value)}`
  }
  if (entry.erasedDigest !== null) return text === '' && entry.salt === null ? entry.erasedDigest : undefined
  if (entry.salt === null) return undefined
  return hash('sha256', Buffer.concat([Buffer.from(entry.salt, 'hex'), Buffer.from(`{${text.slice(1)}}`)]))
}

/** Milliseconds since 1970 that the id of an entry names: the first 48 bits of its UUIDv7. */
export const millisecondsOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
