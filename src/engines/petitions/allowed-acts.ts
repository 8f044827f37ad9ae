import type { ActName } from './contract/office.ts'
import { isPublishedKind } from './kinds.ts'
import { isUnderReview, type Petition } from './petition.ts'

interface Standing {
  readonly now: Date
  /** How often it may be put off by its rule. */
  readonly extensions: number
  /** The caller answers in the name of the unit. */
  readonly approves: boolean
}

/** What may be done with a petition now by somebody who sees it: the same for the screen and for who does it. */
export function allowedActs(petition: Petition, { now, extensions, approves }: Standing): ActName[] {
  const { kind, status, supplementDue, proposedAt, mayPublish, publishedAt } = petition
  const merge: ActName[] = isPublishedKind(kind) ? ['merge'] : []
  const askMore: ActName[] = now <= supplementDue ? ['ask-more'] : []
  const again: ActName[] = kind === 'complaint' && petition.firstDecision === null ? ['as-second'] : []
  if (status === 'sent') return ['accept', 'refuse', 'assign', ...askMore, ...merge, ...again]
  if (status === 'waiting-sender') return ['accept', 'refuse']
  if (status === 'accepted')
    return [
      'assign',
      'save',
      'propose',
      ...askMore,
      ...merge,
      ...(petition.extensions < extensions ? (['extend'] as const) : []),
      ...(approves ? (['approve'] as const) : []),
      ...(approves && proposedAt !== null ? (['return'] as const) : []),
      ...(approves && publishedAt !== null ? (['withdraw'] as const) : []),
    ]
  if (status !== 'answered' || !approves || !isPublishedKind(kind)) return []
  const isShown = publishedAt !== null && !isUnderReview(petition)
  return [
    ...(mayPublish && !isShown ? (['publish'] as const) : []),
    ...(publishedAt !== null ? (['withdraw'] as const) : []),
  ]
}
