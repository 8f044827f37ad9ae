import { refuse } from '../refused.ts'
import type { PdfFile } from './pdf-file.ts'
import { isDictionary, isReference, type Dictionary, type Value } from './values.ts'

const maxDepth = 100
const maxPages = 50_000

/** Pages that the tree really has, whatever it says of their number. */
export function countPages(file: PdfFile): number {
  const root = file.trailers.map((trailer) => file.resolve(trailer.entries.get('/Root'))).find(isDictionary)
  const tree = file.resolve(root?.entries.get('/Pages'))
  if (!isDictionary(tree)) return refuse('damaged', 'pages')
  const seen = new Set<number>()

  const count = (node: Dictionary, depth: number): number => {
    if (depth > maxDepth) refuse('unsafeArchive', 'tree of pages')
    const kids = file.resolve(node.entries.get('/Kids'))
    if (!Array.isArray(kids)) return 1
    let pages = 0
    for (const kid of kids) {
      if (isSeen(kid)) refuse('unsafeArchive', 'tree of pages')
      const child = file.resolve(kid)
      if (isDictionary(child)) pages += count(child, depth + 1)
      if (pages > maxPages) refuse('tooLargeInside', 'pages')
    }
    return pages
  }

  const isSeen = (kid: Value): boolean => {
    if (!isReference(kid)) return false
    if (seen.has(kid.number)) return true
    seen.add(kid.number)
    return false
  }

  return count(tree, 0) || refuse('damaged', 'pages')
}
