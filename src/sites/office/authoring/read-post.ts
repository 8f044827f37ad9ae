import { blockKinds, editsOf, newElement, removalOf, type BlockKind, type Edit } from '#engines/services/contract.ts'
import type { Json } from '#values/layers.ts'
import { textOf } from '../../form-text.ts'
import { typedIn } from './typed-element.ts'

/** What a form of the editor asks for: changes, and which element is open afterwards. */
export interface Asked {
  readonly edits: readonly Edit[]
  readonly open: string
  /** The control in which a button was pressed, to be looked at again. */
  readonly control?: string
}

/** The changes that a posted form of the editor stands for; what was typed beside a button is kept with it. */
export function readPost(declaration: Json, form: FormData): Asked {
  const open = textOf(form, 'open')
  const typed = form.has('open') ? editsOf(declaration, open, typedIn(form)) : []
  const [act, ...rest] = textOf(form, 'do').split(' ')
  if (act === 'add') {
    const added = newElement(
      declaration,
      rest[0] ?? '',
      rest[1] !== undefined && rest[1] in blockKinds ? (rest[1] as BlockKind) : undefined,
    )
    return added === undefined ? { edits: typed, open } : { edits: [...typed, added.edit], open: added.path }
  }
  if (act === 'remove') return { edits: [removalOf(declaration, open)], open: '' }
  if (act === 'move') {
    const by = rest[0] === '-1' ? -1 : 1
    return { edits: [...typed, { do: 'move', path: open, by }], open: moved(open, by) }
  }
  // What these do stands in what was typed already.
  if (act === 'condition' || act === 'case')
    return { edits: typed, open, control: (rest[1] ?? '').replace(/\.\d.*$/, '') }
  return { edits: typed, open }
}

/** Where an element of a list stands after it was moved, if there was room; one of a record keeps its key. */
function moved(path: string, by: -1 | 1): string {
  const keys = path.split('.')
  const at = Number(keys.at(-1))
  return Number.isInteger(at) ? [...keys.slice(0, -1), String(Math.max(0, at + by))].join('.') : path
}
