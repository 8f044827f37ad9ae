import { Problem } from '#values/errors.ts'
import { filesProblems } from './contract.ts'
import { cleanName } from './file-name.ts'
import type { Checksum } from './upload-folder.ts'

/** https://tus.io/protocols/resumable-upload, version 1.0.0 */
export const tusVersion = '1.0.0'

export const tusOffer = {
  'Tus-Version': tusVersion,
  'Tus-Extension': 'creation,creation-with-upload,termination,checksum,expiration',
  'Tus-Checksum-Algorithm': 'sha256,sha1',
}

export const badRequest = (path: string): never => {
  throw new Problem('uploadRequest', filesProblems.uploadRequest, {
    places: [{ path, message: { vi: 'Thiếu hoặc không đúng.', en: 'Missing or not right.' } }],
  })
}

/** A whole number of a header; none or a made-up one is the sender's mistake. */
export function readCount(headers: Headers, name: string): number {
  const text = headers.get(name) ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : badRequest(name)
}

/** `filename` and, if the sender knows it, `sha256` of the whole in hexadecimal: keys with values in base64, with commas between. */
export function readMetadata(headers: Headers): { name: string; sentSha256: string | null } {
  const values = new Map<string, string>()
  for (const pair of (headers.get('upload-metadata') ?? '').slice(0, 4096).split(',')) {
    const [key, value = ''] = pair.trim().split(' ', 2)
    if (key) values.set(key, Buffer.from(value, 'base64').toString('utf8'))
  }
  const sha256 = values.get('sha256')?.toLowerCase()
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256)) badRequest('Upload-Metadata')
  return { name: cleanName(values.get('filename') ?? values.get('name') ?? ''), sentSha256: sha256 ?? null }
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
