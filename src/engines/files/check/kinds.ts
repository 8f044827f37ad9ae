import { refuse } from './refused.ts'

export type Kind = 'pdf' | 'jpeg' | 'png' | 'webp' | 'office'

const magic: readonly (readonly [Kind | 'oldOffice', number, string])[] = [
  ['pdf', 0, '255044462d'],
  ['jpeg', 0, 'ffd8ff'],
  ['png', 0, '89504e470d0a1a0a'],
  ['webp', 8, '57454250'],
  ['office', 0, '504b0304'],
  ['oldOffice', 0, 'd0cf11e0a1b11ae1'],
]

/** What a file is by its first bytes; what the name or the sender says does not count. */
export function kindOf(bytes: Buffer): Kind {
  for (const [kind, at, hex] of magic) {
    if (bytes.toString('hex', at, at + hex.length / 2) !== hex) continue
    if (kind === 'webp' && bytes.toString('latin1', 0, 4) !== 'RIFF') continue
    return kind === 'oldOffice' ? refuse('oldOffice') : kind
  }
  return refuse('typeNotAllowed')
}
