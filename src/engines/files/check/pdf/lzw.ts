import { refuse } from '../refused.ts'

const clear = 256
const end = 257

/** Unpacks LZW as PDF and TIFF write it; `early` = codes grow one entry early, as they do unless the file says otherwise. */
export function unpackLzw(packed: Buffer, limit: number, early: boolean): Buffer {
  let out = Buffer.alloc(Math.min(limit, Math.max(4096, packed.length * 4)))
  let length = 0
  // Where each code's bytes stand in what came out already: an entry is the one before it and the byte that followed.
  const starts = new Int32Array(4097)
  const lengths = new Int32Array(4097)
  let next = 258
  let width = 9
  let bits = 0
  let held = 0
  let before: { start: number; length: number } | undefined

  const reserve = (size: number) => {
    if (length + size > limit) refuse('tooLargeInside', 'LZW')
    if (length + size <= out.length) return
    const grown = Buffer.alloc(Math.min(limit, Math.max(out.length * 2, length + size)))
    out.copy(grown, 0, 0, length)
    out = grown
  }

  for (const byte of packed) {
    bits = ((bits << 8) | byte) & 0xff_ffff
    held += 8
    if (held < width) continue
    held -= width
    const code = (bits >> held) & ((1 << width) - 1)
    if (code === end) break
    if (code === clear) {
      next = 258
      width = 9
      before = undefined
      continue
    }
    if (before && next < 4096) {
      starts[next] = before.start
      lengths[next] = before.length + 1
      next += 1
    }
    const start = length
    if (code < 256) {
      reserve(1)
      out[length++] = code
    } else {
      if (code >= next) return refuse('damaged', 'LZW')
      const size = lengths[code] as number
      reserve(size)
      // Byte by byte: an entry may reach into what is being written.
      for (let from = starts[code] as number, left = size; left > 0; left -= 1) out[length++] = out[from++] as number
    }
    before = { start, length: length - start }
    const full = next + 1 + (early ? 1 : 0)
    width = full > 2048 ? 12 : full > 1024 ? 11 : full > 512 ? 10 : 9
  }
  return out.subarray(0, length)
}
