import type { Json } from '#values/layers.ts'
import type { Words } from '#values/words.ts'
import { editDeclaration } from './edit-declaration.ts'
import type { DraftFinding } from './check-draft.ts'
import { elementAt, sayWhere } from './elements/element-kinds.ts'
import { positionsOf } from './merge-declarations.ts'
import { saySaid } from './say-said.ts'
import type { KeptConflict, ProcedureDraft } from './procedure-draft.ts'

/** The conflicts of a draft as people read them: where, what each side says, which was chosen. */
export const viewConflicts = ({ declaration, conflicts }: Pick<ProcedureDraft, 'declaration' | 'conflicts'>) =>
  conflicts.map((conflict) => ({
    where: whereOf(declaration, conflict),
    ours: shown(declaration, conflict, 'ours'),
    theirs: shown(declaration, conflict, 'theirs'),
    chosen: conflict.chosen ?? null,
    from: conflict.from ?? null,
  }))

function whereOf(declaration: Json, { path }: KeptConflict): Words {
  const where = sayWhere(declaration, positionsOf(declaration, path) ?? path)
  return path.endsWith('.en') ? { vi: `${where.vi} (tiếng Anh)`, en: `${where.en} (English)` } : where
}

/** What one side says there, in short; of an element what the other side says otherwise. */
function shown(declaration: Json, conflict: KeptConflict, side: 'ours' | 'theirs'): string | null {
  const said = conflict[side]
  if (said === undefined) return null
  const path = positionsOf(declaration, conflict.path) ?? conflict.path
  const text = saySaid(declaration, path, said, conflict[side === 'ours' ? 'theirs' : 'ours'])
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}

const longestShown = 300

const undecided = ({ from }: KeptConflict): Words => ({
  vi: `${from === undefined ? 'bản gốc' : `bản ${from}`} cũng đổi chỗ này; chọn giữ bản nào ở cột trái`,
  en: `${from === undefined ? 'the upgrade' : `version ${from}`} changed this too; choose which to keep at the left`,
})

/** Conflicts that nobody has decided keep a draft from being sent. */
export const conflictFindings = ({
  declaration,
  conflicts,
}: Pick<ProcedureDraft, 'declaration' | 'conflicts'>): DraftFinding[] =>
  conflicts
    .filter(({ chosen }) => chosen === undefined)
    .map((conflict) => {
      const path = positionsOf(declaration, conflict.path) ?? ''
      const { kind, element } = elementAt(path)
      return {
        weight: 'error',
        path,
        section: kind.section,
        element,
        where: whereOf(declaration, conflict),
        words: undecided(conflict),
      }
    })

/** The declaration with one side of a conflict; undefined where that place is there no more. */
export function chosenIn(declaration: Json, conflict: KeptConflict, take: 'ours' | 'theirs'): Json | undefined {
  const path = positionsOf(declaration, conflict.path)
  const value = conflict[take]
  if (path !== undefined)
    return editDeclaration(declaration, [value === undefined ? { do: 'remove', path } : { do: 'set', path, value }])
  return value === undefined ? declaration : broughtBack(declaration, conflict.path, value)
}

/** What ours took away comes back at the end of its list, or under its key. */
function broughtBack(declaration: Json, path: string, value: Json): Json | undefined {
  const keys = path.split('.')
  const list = keys.length === 1 ? '' : positionsOf(declaration, keys.slice(0, -1).join('.'))
  if (list === undefined) return undefined
  const key = keys.at(-1) as string
  const isMember = typeof value === 'object' && value !== null && ('id' in value || 'value' in value)
  return isMember && list !== ''
    ? editDeclaration(declaration, [{ do: 'add', path: list, value }])
    : editDeclaration(declaration, [{ do: 'set', path: list === '' ? key : `${list}.${key}`, value }])
}
