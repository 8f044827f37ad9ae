import type { OperationMeta } from './operation.ts'

/** What may wait least comes first; when there is too much to do, the last are turned away first. */
export const urgencies = ['filing', 'work', 'lookup', 'public', 'export'] as const

/**
 * `filing`: what people hand in, receipts, signing in. `work`: what officials decide and sign, and exchange with other systems.
 * `lookup`: looking up, searching, lists. `public`: pages and figures that are the same for everyone. `export`: exports and reports.
 */
export type Urgency = (typeof urgencies)[number]

/** The urgency of an operation: the one it declares, or what follows from its kind and from who may call it. */
export function urgencyOf({ urgency, kind, permission, cachedSeconds, answersFile }: OperationMeta): Urgency {
  if (urgency !== undefined) return urgency
  if (permission === 'device') return 'work'
  if (kind === 'write') return handsIn.has(permission) ? 'filing' : 'work'
  if (answersFile !== undefined && /csv|sheet|geo\+json|plain/.test(answersFile)) return 'export'
  return cachedSeconds === undefined ? 'lookup' : 'public'
}

const handsIn = new Set(['anyone', 'signed-in', 'own-account', 'citizen'])
