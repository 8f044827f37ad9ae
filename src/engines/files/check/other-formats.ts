import type { Kind } from './kinds.ts'
import { refuse } from './refused.ts'

/** As far into a file as browsers look for HTML and PDF readers for their head. */
const headSize = 1024

/** A ZIP reader finds its end record this far from the end at most: the record and the longest comment. */
const tailSize = 22 + 65_535

const markup = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|meta|\?php)/i

/** Refuses a file that a reader of another format could also take for its own. */
export function checkOtherFormats(bytes: Buffer, kind: Kind): void {
  const head = bytes.toString('latin1', 0, headSize)
  if (markup.test(head)) refuse('twoFormats', 'HTML')
  if (kind !== 'pdf' && head.includes('%PDF-')) refuse('twoFormats', 'PDF')
  if (kind !== 'office' && hasArchiveEnd(bytes)) refuse('twoFormats', 'ZIP')
}

function hasArchiveEnd(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - tailSize)
  return bytes.includes(Buffer.from('PK\x05\x06'), from)
}
