import {
  blockKinds,
  editsOf,
  elementAt,
  newElement,
  readAt,
  removalOf,
  type BlockKind,
  type Edit,
} from '#engines/services/contract.ts'
import type { Json } from '#values/layers.ts'
import { textOf } from '../../form-text.ts'
import { addsId, controlId, rowId } from './editor-address.ts'
import { typedIn } from './typed-element.ts'

/** What a form of the editor asks for: changes, and which element is open afterwards. */
export interface Asked {
  readonly edits: readonly Edit[]
  readonly open: string
  /** The place of the page that is looked at next; the controls of what is open where none is said. */
  readonly at?: string
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
  if (act === 'remove') return { edits: [removalOf(declaration, open)], ...besides(declaration, open) }
  if (act === 'move') {
    const by = rest[0] === '-1' ? -1 : 1
    return { edits: [...typed, { do: 'move', path: open, by }], open: moved(open, by) }
  }
  // What these do stands in what was typed already.
  if (act === 'condition' || act === 'case')
    return { edits: typed, open, at: controlId((rest[1] ?? '').replace(/\.\d.*$/, '')) }
  return { edits: typed, open }
}

/**
 * What one is led to when an element is taken away: that which takes its place in the list, else the one before, else where the next is
 * added; open is what held it.
 */
function besides(declaration: Json, path: string): Pick<Asked, 'open' | 'at'> {
  const keys = path.split('.')
  const list = keys.slice(0, -1).join('.')
  const holder = keys.slice(0, -2).join('.')
  const said = readAt(declaration, list)
  const all = Object.keys(said ?? {})
  const at = all.indexOf(keys.at(-1) ?? '')
  const left = all.toSpliced(at, 1)
  const beside = left[Math.min(at, left.length - 1)]
  // Those of a list move up; those of a record keep their keys.
  const key = Array.isArray(said) && beside !== undefined ? String(Math.min(at, left.length - 1)) : beside
  return {
    open: elementAt(holder).element === holder ? holder : '',
    at: key === undefined ? addsId(list) : rowId(`${list}.${key}`),
  }
}

/** Where an element of a list stands after it was moved, if there was room; one of a record keeps its key. */
function moved(path: string, by: -1 | 1): string {
  const keys = path.split('.')
  const at = Number(keys.at(-1))
  return Number.isInteger(at) ? [...keys.slice(0, -1), String(Math.max(0, at + by))].join('.') : path
}
