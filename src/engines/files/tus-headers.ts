import { isUtf8 } from 'node:buffer'
import { badRequest } from './bad-request.ts'
import { cleanName } from './file-name.ts'
import { placeOf } from './sent-files.ts'
import type { Checksum } from './upload-folder.ts'

/** https://tus.io/protocols/resumable-upload, version 1.0.0 */
export const tusVersion = '1.0.0'

export const tusOffer = {
  'Tus-Version': tusVersion,
  'Tus-Extension': 'creation,creation-with-upload,termination,checksum,expiration',
  'Tus-Checksum-Algorithm': 'sha256,sha1',
}

/** A whole number of a header; none or a made-up one is the sender's mistake. */
export function readCount(headers: Headers, name: string): number {
  const text = headers.get(name) ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : badRequest(name)
}

/**
 * `filename`, where it goes (`attach`, the path of an operation, and `paper`), and, if the sender knows it, `sha256` of the whole in hexadecimal: keys with values in base64, with commas between. What
 * cannot be read so is the sender's mistake.
 */
export function readMetadata(headers: Headers): { name: string; sentSha256: string | null; goesTo: string | null } {
  const values = new Map<string, string>()
  const given = headers.get('upload-metadata') ?? ''
  if (given.length > 4096) badRequest('Upload-Metadata')
  for (const pair of given === '' ? [] : given.split(',')) {
    const [, key, value = ''] = /^([^\s,]+)(?: ([A-Za-z0-9+/]*={0,2}))?$/.exec(pair.trim()) ?? []
    if (key === undefined || values.has(key)) badRequest('Upload-Metadata')
    else values.set(key, decode(value))
  }
  const sha256 = values.get('sha256')?.toLowerCase()
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256)) badRequest('Upload-Metadata')
  const [attach, paper] = [values.get('attach'), values.get('paper')]
  return {
    name: cleanName(values.get('filename') ?? values.get('name') ?? ''),
    sentSha256: sha256 ?? null,
    goesTo: attach === undefined || paper === undefined ? null : placeOf(attach, paper),
  }
}

/** Text in base64 with its padding, in UTF-8. */
function decode(value: string): string {
  const bytes = Buffer.from(value, 'base64')
  return bytes.toString('base64') === value && isUtf8(bytes) ? bytes.toString('utf8') : badRequest('Upload-Metadata')
}

/** `Upload-Checksum: sha256 <base64>`; absent = the part is not checked by itself. */
export function readChecksum(headers: Headers): Checksum | undefined {
  const given = headers.get('upload-checksum')
  if (given === null) return undefined
  const [name, value] = given.trim().split(' ', 2)
  const algorithm =
    name === 'sha1' ? 'sha1' : name === 'sha256' || name === 'sha-256' ? 'sha256' : badRequest('Upload-Checksum')
  const digest = Buffer.from(value ?? '', 'base64')
  return digest.length === (algorithm === 'sha1' ? 20 : 32) ? { algorithm, digest } : badRequest('Upload-Checksum')
}
