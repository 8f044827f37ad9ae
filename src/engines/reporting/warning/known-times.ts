import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Process, StepId } from '#engines/workflow/index.ts'
import { declaredTime, stepTimeOf, type KnownTime, type StepTime } from './step-time.ts'

export interface MeasuredStep extends StepTime {
  readonly procedureCode: string
  readonly step: StepId
  /** The body that decides; null = all of them together. */
  readonly ownerId: string | null
}

/** What steps of one procedure took: each by body and in all, where enough was measured. */
export const measuredOf = (
  procedureCode: string,
  taken: readonly { readonly step: StepId; readonly ownerId: string; readonly minutes: number }[],
): MeasuredStep[] =>
  [...Map.groupBy(taken, ({ step }) => step)].flatMap(([step, all]) =>
    [[null, all] as const, ...Map.groupBy(all, ({ ownerId }) => ownerId)].flatMap(([ownerId, some]) => {
      const time = stepTimeOf(some.map(({ minutes }) => minutes))
      return time === undefined ? [] : [{ procedureCode, step, ownerId, ...time }]
    }),
  )

/** What the steps of a dossier take, by what is nearest to it. */
export type KnownTimes = (dossier: {
  readonly procedureCode: string
  readonly ownerId: string
  readonly process: Process
}) => (step: StepId) => KnownTime

/** Of the same body, else of the same procedure anywhere, else what the process allots. */
export function knownTimes(measured: readonly MeasuredStep[]): KnownTimes {
  const keyOf = (code: string, step: StepId, owner: string | null) => `${code} ${step} ${owner ?? ''}`
  const times = new Map<string, KnownTime>(
    measured.map(({ procedureCode, step, ownerId, ...time }) => [
      keyOf(procedureCode, step, ownerId),
      { ...time, basis: ownerId === null ? 'procedure' : 'body' },
    ]),
  )
  return ({ procedureCode, ownerId, process }) =>
    (step) =>
      times.get(keyOf(procedureCode, step, ownerId)) ??
      times.get(keyOf(procedureCode, step, null)) ??
      declaredTime(process.steps[step]?.hours ?? 0)
}

/** What was measured of these procedures, for these bodies. */
export const measuredSteps = (
  tx: Queries,
  procedures: readonly string[],
  owners: readonly string[],
): Promise<MeasuredStep[]> =>
  rows(
    tx,
    sql<MeasuredStep>`select procedure_code, step, owner_id, measured, twentieths from reporting.step_time
      where procedure_code = any(${procedures}) and (owner_id is null or owner_id = any(${owners}::uuid[]))`,
  )
