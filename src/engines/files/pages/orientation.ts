import { writeOrientation } from '../check/exif.ts'

/** How a stored picture is turned (to the right, in degrees) and mirrored until it is seen as it was taken. */
export interface Held {
  readonly turn: 0 | 90 | 180 | 270
  readonly isMirrored: boolean
}

/** The eight ways of EXIF; mirrored first, then turned. */
const ways: Readonly<Record<number, Held>> = {
  2: { turn: 0, isMirrored: true },
  3: { turn: 180, isMirrored: false },
  4: { turn: 180, isMirrored: true },
  5: { turn: 270, isMirrored: true },
  6: { turn: 90, isMirrored: false },
  7: { turn: 90, isMirrored: true },
  8: { turn: 270, isMirrored: false },
}

/** The check keeps nothing of EXIF but this block, near the head of a file. */
const block = writeOrientation(1).subarray(0, 18)
const headBytes = 1024 * 1024

/** How a picture that passed the check was held. */
export function orientationIn(bytes: Buffer): Held {
  const at = bytes.subarray(0, headBytes).indexOf(block)
  const value = at < 0 ? 1 : bytes.readUInt16BE(at + block.length)
  return ways[value] ?? { turn: 0, isMirrored: false }
}
