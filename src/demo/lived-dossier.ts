import type { ProcessState } from '#engines/workflow/index.ts'
import type { DemoHolder, DemoUnit } from './province.ts'

export interface LivedTask {
  readonly step: string
  readonly kind: string
  readonly name: { readonly vi: string; readonly en: string }
  readonly consult?: string
  readonly unit: DemoUnit
  readonly holder: DemoHolder
  readonly openedAt: Date
  due: Date
  closedAt?: Date
  result?: string
}

export interface LivedEvent {
  readonly at: Date
  readonly kind: string
  readonly step?: string
  readonly by: { readonly name: string; readonly title?: string; readonly unit?: string }
  readonly words: { readonly vi: string; readonly en: string }
  readonly detail?: unknown
  readonly isPublic: boolean
}

/** What became of a dossier up to now: everything that the tables hold of it. */
export interface LivedDossier {
  state: ProcessState
  /** Where it stood, from when on, and when it was due then. */
  readonly moments: { readonly at: Date; readonly state: ProcessState; readonly deadline: Date }[]
  readonly tasks: LivedTask[]
  readonly events: LivedEvent[]
  readonly stops: { from: Date; to?: Date; ground: string }[]
  receivedAt?: Date
  deadline: Date
  promised?: Date
  finishedAt?: Date
  deliveredAt?: Date
  supplement?: {
    askedAt: Date
    by: string
    answeredAt?: Date
    days: number
    due: Date
    path: string
    label: string
    reason: string
  }
  /** When its result was drafted: as it went to whoever signs. */
  draftedAt?: Date
  issued?: { at: Date; signer: string }
}
