import { typeOf, type Field } from './field-types/index.ts'
import type { Posted } from './post.ts'

/**
 * The posted answers of these fields as a tree, by declared names only: `birthDate`, `applicant.fullName`,
 * `children.0.name`. A name that no field has is never looked at, so it cannot reach anything. Rows follow each other,
 * or keep their numbers where only some of them were sent.
 */
export function postedFields(
  fields: readonly Field[],
  post: Posted,
  rows: 'follow' | 'numbered' = 'follow',
  prefix = '',
): Record<string, unknown> {
  const tree: Record<string, unknown> = {}
  for (const field of fields) {
    const value = postedField(field, post, rows, `${prefix}${field.id}`)
    if (value !== undefined) tree[field.id] = value
  }
  return tree
}

function postedField(field: Field, post: Posted, rows: 'follow' | 'numbered', name: string): unknown {
  const type = typeOf(field)
  if (type.shape === 'leaf') return type.fromPost(field, post, name)
  if (type.shape === 'record') {
    const parts = postedFields(type.parts(field), post, rows, `${name}.`)
    return Object.keys(parts).length === 0 ? undefined : parts
  }
  if (type.shape !== 'rows') return undefined
  const { max } = type.limits(field)
  const sent = post.rowsOf(name).filter((row) => rows === 'follow' || row < max)
  if (sent.length === 0) return undefined
  const numbers =
    rows === 'follow' ? sent.slice(0, max + 1) : Array.from({ length: (sent.at(-1) ?? -1) + 1 }, (_, at) => at)
  return numbers.map((row) => postedFields(type.parts(field), post, rows, `${name}.${row}.`))
}
