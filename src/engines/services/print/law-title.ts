/** Longest mark first: a joint circular bears the mark of a circular too. */
const kinds: readonly (readonly [string, string])[] = [
  ['TTLT', 'Thông tư liên tịch'],
  ['NĐ-CP', 'Nghị định'],
  ['UBTVQH', 'Nghị quyết'],
  ['NQ', 'Nghị quyết'],
  ['QĐ', 'Quyết định'],
  ['TT', 'Thông tư'],
  ['QH', 'Luật'],
]

/** A document as papers name it, by the mark in its number: `12/2017/TT-BGTVT` → `Thông tư số 12/2017/TT-BGTVT`. What bears none stays as it is. */
export function lawTitle(law: string): string {
  const [, mark] = /^\d+\/\d{4}\/(\S+)$/u.exec(law.trim()) ?? []
  const kind = mark === undefined ? undefined : kinds.find(([start]) => mark.startsWith(start))
  return kind === undefined ? law : `${kind[1]} số ${law}`
}
