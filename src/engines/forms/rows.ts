import { isObject } from './level.ts'
import type { Posted } from './post.ts'

/** What a submit button asked for instead of going on: `add:children`, `remove:children.1`. */
export type RowCommand = { readonly add: string } | { readonly remove: string; readonly row: number }

/** The row command in a post; undefined if the button pressed was another. */
export function rowCommandIn(post: Posted): RowCommand | undefined {
  for (const name of post.names()) {
    const [, add, remove, row] = /^(?:add:(\w{1,60})|remove:(\w{1,60})\.(\d{1,5}))$/.exec(name) ?? []
    if (add !== undefined) return { add }
    if (remove !== undefined) return { remove, row: Number(row) }
  }
  return undefined
}

/** Adds an empty row or takes one out, in what was posted, before it is read; rows are named by their numbers in the post. */
export function changeRows(tree: Record<string, unknown>, command: RowCommand, post: Posted): void {
  const name = 'add' in command ? command.add : command.remove
  const rows = Object.hasOwn(tree, name) && Array.isArray(tree[name]) ? (tree[name] as unknown[]).filter(isObject) : []
  const numbers = post.rowsOf(name)
  if ('add' in command) tree[name] = [...rows, {}]
  else tree[name] = rows.filter((_, index) => numbers[index] !== command.row)
}
