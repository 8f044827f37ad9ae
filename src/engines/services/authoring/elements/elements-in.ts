import type { Json } from '#values/layers.ts'
import { elementAt } from './element-kinds.ts'

/** The paths of everything in a declaration that can be opened, the facts (an empty path) first. */
export function elementsIn(declaration: Json): string[] {
  const found = ['']
  const walk = (value: Json, path: string) => {
    if (typeof value !== 'object' || value === null) return
    if (path !== '' && elementAt(path).element === path) found.push(path)
    for (const [key, one] of Object.entries(value)) walk(one as Json, path === '' ? key : `${path}.${key}`)
  }
  walk(declaration, '')
  return found
}
