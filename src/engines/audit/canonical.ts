import { storableText } from '#values/storable-text.ts'
import { sha256 } from './sha256.ts'

/**
 * The leaf of an entry, version 1:
 *
 *     personal = SHA-256(salt ‖ canonical(personal part))
 *     leaf     = SHA-256(0x00 ‖ 0x01 ‖ canonical(public part with "personal": hex of the above))
 *
 * 0x00 marks a leaf (RFC 9162), 0x01 is this version; canonical is RFC 8785 in UTF-8. Parts leave out what is empty. A later
 * version gets another number and leaves this one readable: old leaves are never made again.
 */
export const leafVersion = 1

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** JSON with sorted keys and without spaces (RFC 8785). Takes only what {@link toJson} makes. */
export function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const object = value as { readonly [key: string]: Json }
  const members = Object.keys(object)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(object[key] as Json)}`)
  return `{${members.join(',')}}`
}

/** What remains of a value in the database and back: plain JSON, absent members left out. Throws on cycles and bigint. */
export function toJson(value: unknown): Json {
  if (typeof value === 'string') return storableText(value)
  const text = JSON.stringify(value)
  if (text === undefined) return null
  return clean(JSON.parse(text) as Json)
}

function clean(value: Json): Json {
  if (typeof value === 'string') return storableText(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(clean)
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [storableText(key), clean(member)]))
}

/** Digest of the personal part; the salt keeps it from being guessed. */
export function personalDigest(salt: Buffer, part: string): Buffer {
  const bytes = Buffer.allocUnsafe(salt.length + Buffer.byteLength(part))
  salt.copy(bytes)
  bytes.write(part, salt.length)
  return sha256(bytes)
}

/** The bytes under a leaf without its 0x00: the version, then canonical JSON. */
export const leafBytes = (publicPart: string): Buffer => Buffer.from(String.fromCharCode(leafVersion) + publicPart)

/** The leaf over a canonical public part; both marks are single bytes in UTF-8 too. */
export const leafDigest = (publicPart: string): Buffer => sha256(String.fromCharCode(0, leafVersion) + publicPart)
