import { createHash } from 'node:crypto'
import type { NationalProfile } from '../declare.ts'

type Fields = Readonly<Record<string, unknown>>

/** What a filing says: of the addresses of its files nothing that stands behind `?`, for a proof that is made anew at each asking is no change. */
export function contentOf(raw: Fields, { filed }: Pick<NationalProfile, 'filed'>): Fields {
  const files = raw[filed.files]
  return Array.isArray(files)
    ? { ...raw, [filed.files]: files.map((file) => withoutProof(file, filed.file.address)) }
    : raw
}

/** By which a filing is known to say what it said before, in whatever order. */
export const contentDigest = (raw: Fields, profile: Pick<NationalProfile, 'filed'>): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(contentOf(raw, profile))))
    .digest('hex')

const isFields = (one: unknown): one is Fields => typeof one === 'object' && one !== null && !Array.isArray(one)

const withoutProof = (file: unknown, address: string): unknown =>
  isFields(file) && typeof file[address] === 'string' ? { ...file, [address]: file[address].split('?', 1)[0] } : file

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isFields(value)) return value
  return Object.keys(value)
    .toSorted()
    .map((name) => [name, inOrder(value[name])])
}
