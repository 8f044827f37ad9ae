import type { Queries } from '#kernel/database/connect.ts'
import { json, rows, run, sql, write } from '#kernel/database/query.ts'
import type { Step } from '#engines/workflow/declare.ts'
import type { Proposal } from '#engines/workflow/index.ts'
import type { servicesProblems } from '../contract/problems.ts'

export interface Member {
  readonly name: string
  readonly body: string
  readonly opinion: string
}

/** As it was called, and what was written of it. */
export interface Meeting {
  readonly step: string
  readonly heldAt: Date
  readonly place: string
  readonly calledBy: string
  readonly members: readonly Member[] | null
  readonly findings: string | null
  readonly conclusion: 'met' | 'not-met' | null
  readonly keptBy: string | null
  readonly keptAt: Date | null
}

export const meetingsOf = (tx: Queries, dossierId: string): Promise<Meeting[]> =>
  rows(
    tx,
    sql<Meeting>`select step, held_at, place, called_by, members, findings, conclusion, kept_by, kept_at
      from services.meeting where dossier_id = ${dossierId} order by called_at, step`,
  )

export interface Call {
  readonly dossierId: string
  readonly step: string
  readonly heldAt: Date
  readonly place: string
  readonly by: string
  readonly at: Date
}

/** Called, or put off to another time; minutes of an earlier one are no longer those of this. */
export const writeCall = (tx: Queries, { dossierId, step, heldAt, place, by, at }: Call): Promise<void> =>
  write(
    tx,
    sql`insert into services.meeting (dossier_id, step, held_at, place, called_by, called_at)
      values (${dossierId}, ${step}, ${heldAt}, ${place}, ${by}, ${at})
      on conflict (dossier_id, step) do update set held_at = excluded.held_at, place = excluded.place, called_by = excluded.called_by,
        called_at = excluded.called_at, members = null, findings = null, conclusion = null, kept_by = null, kept_at = null`,
  )

export interface Minutes {
  readonly dossierId: string
  readonly step: string
  readonly members: readonly Member[]
  readonly findings: string
  readonly conclusion: 'met' | 'not-met'
  readonly by: string
  readonly at: Date
}

/** Answers how many meetings there were that have begun by now: 0 or 1. */
export const writeMinutes = (tx: Queries, minutes: Minutes): Promise<number> =>
  run(
    tx,
    sql`update services.meeting set members = ${json(minutes.members)}, findings = ${minutes.findings},
        conclusion = ${minutes.conclusion}, kept_by = ${minutes.by}, kept_at = ${minutes.at}
      where dossier_id = ${minutes.dossierId} and step = ${minutes.step} and held_at <= ${minutes.at}`,
  )

/**
 * Why a step that needs a council or an inspection cannot be left with this proposal, as the code of a problem: there are no minutes,
 * or they say otherwise. Undefined: it can be left.
 */
export function whyNotMet(
  step: Pick<Step, 'meets'> | undefined,
  meeting: Meeting | undefined,
  proposal: Proposal | undefined,
): keyof typeof servicesProblems | undefined {
  if (step?.meets === undefined) return undefined
  if (meeting === undefined || meeting.conclusion === null) return 'noMinutes'
  return meeting.conclusion === 'not-met' && proposal !== 'refuse' ? 'minutesAgainst' : undefined
}
