import { useState } from 'react'
import type { Files, Paper } from './PapersTable.tsx'
import type { Again } from './receive.ts'

/** The files that a posted form carries, by paper. */
export function filesIn(post: URLSearchParams | undefined): Files {
  const files: Record<string, string[]> = {}
  for (const [name, id] of post ?? [])
    if (name.startsWith('tep-')) files[name.slice(4)] = [...(files[name.slice(4)] ?? []), id]
  return files
}

/** Papers that only these answers ask for: the engine names them when they are missing. */
export const unknownPapers = (places: Again['places'], known: readonly Paper[]): Paper[] =>
  places
    .filter((place) => place.path.startsWith('papers.') && !known.some((paper) => `papers.${paper.id}` === place.path))
    .map((place) => ({
      id: place.path.slice('papers.'.length),
      name: { vi: place.message.vi.replace(/^Còn thiếu: /, ''), en: place.message.en.replace(/^Missing: /, '') },
      form: 'either',
      required: true,
      generated: false,
      maxFiles: 5,
      accept: ['image', 'pdf'],
    }))

/** A paper once asked for stays on the screen, with what was given for it, also when nothing is missing any more. */
export function useKept(papers: readonly Paper[]): readonly Paper[] {
  const [kept, setKept] = useState(papers)
  const fresh = papers.filter((paper) => !kept.some((one) => one.id === paper.id))
  if (fresh.length > 0) setKept([...kept, ...fresh])
  return [...kept, ...fresh]
}
