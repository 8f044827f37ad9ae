import type { Json } from '#values/layers.ts'
import { readAt } from '../edit-declaration.ts'
import { asTyped, numberTyped } from './number-typed.ts'

/** How a source begins that is always the same answer, and no question of the bundle. */
export const alwaysSame = '='

/**
 * Where a question of a member of a bundle is answered, as it is chosen on screen: by the question of the same data name (empty), by
 * another one of the bundle, or always the same, `=household`.
 */
export function memberSource(said: Json | undefined): string {
  if (typeof said === 'string') return said
  const always = said === undefined ? undefined : readAt(said, 'always')
  return always === undefined ? '' : `${alwaysSame}${asTyped(always)}`
}

/** What a source says in a declaration, the answer of the kind that the question has; undefined where the same data name answers. */
export function memberSaid(source: string, type: string): Json | undefined {
  if (!source.startsWith(alwaysSame)) return source === '' ? undefined : source
  const answer = source.slice(alwaysSame.length)
  if (type === 'yes-no') return { always: answer === 'true' }
  return { always: type === 'number' || type === 'money' ? (numberTyped(answer) ?? '') : answer }
}
