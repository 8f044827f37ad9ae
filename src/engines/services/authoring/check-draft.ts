import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Json } from '#values/layers.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import type { Role } from '#engines/directory/declare.ts'
import { readOrganization } from '#engines/directory/index.ts'
import type { CodeList } from '#engines/forms/declare.ts'
import { keep } from '#kernel/database/memory.ts'
import { Procedure } from '../declare.ts'
import { checkProcedure, type Declared } from '../procedure/check-procedure.ts'
import { readAt } from './edit-declaration.ts'
import { elementAt, listAt, sayWhere, type Section } from './elements/element-kinds.ts'
import { halfWritten } from './half-written.ts'
import { sayIssue } from './say-issue.ts'

/** Something in a draft to put right, or only to think of. */
export interface DraftFinding {
  readonly weight: 'error' | 'hint'
  /** In the declaration, as findings of `checkProcedure`. */
  readonly path: string
  readonly section: Section
  /** The element to open; empty for the facts. */
  readonly element: string
  readonly where: Words
  readonly words: Words
}

/** What a draft is checked against: the organisation and roles of this installation as they stand. */
export async function declaredNow(tx: Queries, codeLists: readonly CodeList[]): Promise<Declared> {
  const organization = await keep(tx, 'organization to check by', () =>
    readOrganization(tx, { id: 'here', name: 'here' }),
  )
  const roles = await rows(tx, sql<Role>`select function, title, permissions from directory.role order by function`)
  return { organization, roles, codeLists }
}

/** The procedure that a declaration says, and everything that keeps it from being published; none of it while it is not one. */
export function readDeclaration(declaration: Json, declared: Declared, on: PlainDate) {
  const begun = halfWritten(declaration)
  // Of a control that is half written nothing else is said: what is missing there comes first.
  const isBegun = (path: string) => begun.some((one) => path === one.path || path.startsWith(`${one.path}.`))
  const missing = begun.map(({ path, words }) => told(declaration, path, words))
  const read = Procedure.safeParse(declaration, { reportInput: true })
  if (read.success) {
    const found = checkProcedure(read.data, declared, on)
      .filter(({ path }) => !isBegun(path))
      .map(({ path, words }) => told(declaration, path, words))
    return { procedure: read.data, findings: [...missing, ...found, ...hintsOf(declaration)] }
  }
  const found = read.error.issues
    .map((issue) => ({ path: issue.path.map(String).join('.'), words: sayIssue(issue) }))
    .filter(({ path }) => !isBegun(path))
    .map(({ path, words }) => told(declaration, path, words))
  return { procedure: undefined, findings: [...onceEach([...missing, ...found]), ...hintsOf(declaration)] }
}

/** A finding with the element in which it lies, and the words for where that is. */
export function told(
  declaration: Json,
  path: string,
  words: Words,
  weight: DraftFinding['weight'] = 'error',
): DraftFinding {
  const { kind, element } = elementAt(path)
  const { section } = listAt(path) ?? kind
  return { weight, path, section, element, where: sayWhere(declaration, path), words }
}

/** Both languages of one empty text are one thing to fill in. */
function onceEach(found: readonly DraftFinding[]): DraftFinding[] {
  const key = ({ where, words }: DraftFinding) => `${where.vi}: ${words.vi}`
  return [...new Map(found.map((one) => [key(one), one])).values()]
}

/** What may stay as it is, but should be looked at: words that nobody put into English. */
function hintsOf(declaration: Json): DraftFinding[] {
  return wordsIn(declaration, '').map((at) =>
    told(declaration, at, { vi: 'chưa có bản tiếng Anh; dịch ở ô bên dưới', en: 'is not in English yet' }, 'hint'),
  )
}

function wordsIn(value: Json, path: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { vi, en } = value as { vi?: Json; en?: Json }
  if (typeof vi === 'string' && vi !== '' && vi === en && /[^\u0020-\u007e]/.test(vi)) return [path]
  return Object.entries(value).flatMap(([key, one]) => wordsIn(one as Json, path === '' ? key : `${path}.${key}`))
}

/** Whether anything keeps it from being published. */
export const hasErrors = (findings: readonly DraftFinding[]): boolean =>
  findings.some(({ weight }) => weight === 'error')

/** What the procedure of a declaration is called, as far as that can be read. */
export function nameIn(declaration: Json): Words {
  const said = (path: string) => {
    const text = readAt(declaration, path)
    return typeof text === 'string' ? text : ''
  }
  const vi = said('name.vi') || said('code')
  return { vi, en: said('name.en') || vi }
}
