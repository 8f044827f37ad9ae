import { constants, inflateSync } from 'node:zlib'
import { countInflated } from '../inflate.ts'
import { refuse } from '../refused.ts'
import { unpackLzw } from './lzw.ts'
import { isDictionary, type Dictionary, type Value } from './values.ts'

/** One step of unpacking a stream. */
export interface Filter {
  readonly name: string
  readonly settings: Readonly<Record<string, number>>
}

/** More steps than any program writes. */
const maxFilters = 4

/** The steps of a stream's dictionary; `resolve` looks references up. */
export function filtersOf({ entries }: Dictionary, resolve: (value: Value | undefined) => Value | undefined): Filter[] {
  const names = [resolve(entries.get('/Filter')) ?? []].flat()
  const settings = [resolve(entries.get('/DecodeParms') ?? entries.get('/DP')) ?? []].flat()
  return names.map((name, index) => {
    const given = resolve(name)
    return {
      name: typeof given === 'string' ? (full[given] ?? given) : '?',
      settings: settingsOf(resolve(settings[index])),
    }
  })
}

function settingsOf(value: Value | undefined): Record<string, number> {
  const found: Record<string, number> = {}
  if (!isDictionary(value)) return found
  for (const [key, one] of value.entries) if (typeof one === 'number') found[key.slice(1)] = one
  return found
}

const full: Readonly<Record<string, string>> = {
  '/Fl': '/FlateDecode',
  '/LZW': '/LZWDecode',
  '/RL': '/RunLengthDecode',
  '/A85': '/ASCII85Decode',
  '/AHx': '/ASCIIHexDecode',
}

/** Unpacks a stream whose content is looked at; what cannot be unpacked whole is not taken. */
export function unpack(packed: Buffer, filters: readonly Filter[], limit: number): Buffer {
  if (filters.length > maxFilters) refuse('tooLargeInside', 'chain of filters')
  return filters.reduce(
    (bytes, filter) => unpackOne(bytes, filter, limit) ?? refuse('damaged', `filter ${filter.name}`),
    packed,
  )
}

/** How much comes out of a stream, without looking at it; stops beyond the limit. Image formats are not unpacked. */
export async function countUnpacked(packed: Buffer, filters: readonly Filter[], limit: number): Promise<number> {
  if (filters.length > maxFilters) refuse('tooLargeInside', 'chain of filters')
  let bytes = packed
  for (const [index, filter] of filters.entries()) {
    if (filter.name === '/FlateDecode' && index === filters.length - 1)
      return (await countInflated([bytes], limit)).size
    let next: Buffer | undefined
    try {
      next = unpackOne(bytes, filter, limit)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'damaged') return bytes.length
      throw error
    }
    if (next === undefined) return bytes.length
    bytes = next
  }
  return bytes.length
}

function unpackOne(bytes: Buffer, { name, settings }: Filter, limit: number): Buffer | undefined {
  if (name === '/FlateDecode') return unpredict(inflate(bytes, limit), settings)
  if (name === '/LZWDecode') return unpredict(unpackLzw(bytes, limit, settings['EarlyChange'] !== 0), settings)
  if (name === '/RunLengthDecode') return unpackRuns(bytes, limit)
  if (name === '/ASCIIHexDecode')
    return Buffer.from(
      bytes
        .toString('latin1')
        .split('>', 1)[0]
        ?.replaceAll(/[^0-9a-fA-F]/g, '') ?? '',
      'hex',
    )
  if (name === '/ASCII85Decode') return unpack85(bytes)
  return undefined
}

function inflate(bytes: Buffer, limit: number): Buffer {
  try {
    // Many programs cut the check sum off; what came out before is what readers see.
    return inflateSync(bytes, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    return refuse((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLargeInside' : 'damaged', 'Flate')
  }
}

/** Undoes the prediction of rows that PNG filters do; other predictions are those of pictures. */
function unpredict(bytes: Buffer, settings: Filter['settings']): Buffer {
  if ((settings['Predictor'] ?? 1) < 10) return bytes
  const samples = ((settings['Colors'] ?? 1) * (settings['BitsPerComponent'] ?? 8)) / 8
  const step = Math.max(1, Math.ceil(samples))
  const width = Math.ceil((settings['Columns'] ?? 1) * samples)
  if (!(width > 0 && width < 1_000_000)) refuse('damaged', 'predictor')
  const rows = Math.floor(bytes.length / (width + 1))
  const out = Buffer.alloc(rows * width)
  for (let row = 0; row < rows; row += 1) {
    const from = row * (width + 1)
    const to = row * width
    for (let index = 0; index < width; index += 1) {
      const left = index < step ? 0 : (out[to + index - step] as number)
      const up = row === 0 ? 0 : (out[to + index - width] as number)
      const corner = row === 0 || index < step ? 0 : (out[to + index - width - step] as number)
      out[to + index] = (bytes[from + 1 + index] as number) + guess(bytes[from] as number, left, up, corner)
    }
  }
  return out
}

function guess(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  if (kind !== 4) return 0
  const estimate = left + up - corner
  const [dl, du, dc] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)]
  return dl <= du && dl <= dc ? left : du <= dc ? up : corner
}

function unpackRuns(bytes: Buffer, limit: number): Buffer {
  const parts: Buffer[] = []
  let size = 0
  for (let at = 0; at < bytes.length && bytes[at] !== 128;) {
    const length = bytes[at] as number
    const part = length < 128 ? bytes.subarray(at + 1, at + 2 + length) : Buffer.alloc(257 - length, bytes[at + 1])
    at += length < 128 ? length + 2 : 2
    size += part.length
    if (size > limit) refuse('tooLargeInside', 'runs')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function unpack85(bytes: Buffer): Buffer {
  let zeros = 0
  for (const byte of bytes) if (byte === letterZ) zeros += 1
  const out = Buffer.alloc(Math.ceil(bytes.length * 0.8) + zeros * 4 + 8)
  let length = 0
  let value = 0
  let digits = 0
  const put = (bytesOfGroup: number) => {
    out.writeUInt32BE(value % 2 ** 32, length)
    length += bytesOfGroup
    value = 0
    digits = 0
  }
  for (const byte of bytes) {
    if (byte === tilde) break
    if (byte === letterZ && digits === 0) length += 4
    if (byte < 0x21 || byte > 0x75) continue
    value = value * 85 + byte - 0x21
    digits += 1
    if (digits === 5) put(4)
  }
  const left = digits
  for (; digits > 0 && digits < 5; digits += 1) value = value * 85 + 84
  if (left > 1) put(left - 1)
  return out.subarray(0, length)
}

const letterZ = 0x7a
const tilde = 0x7e
