import { find, json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { validOn } from '#engines/directory/index.ts'
import type { StepMap } from '#engines/workflow/index.ts'

/** By the version whose process dossiers go by: at which step of the new one each goes on. */
export type StepMaps = Readonly<Record<string, StepMap>>

/** The steps of a draft that takes open dossiers too; undefined: it takes new ones only. */
export const findStepMaps = async (tx: Queries, draftId: string): Promise<StepMaps | undefined> =>
  (await find(tx, sql<{ steps: StepMaps }>`select steps from services.version_move where draft_id = ${draftId}`))?.steps

export const saveStepMaps = (tx: Queries, draftId: string, steps: StepMaps): Promise<number> =>
  run(
    tx,
    sql`insert into services.version_move (draft_id, steps) values (${draftId}, ${json(steps)})
      on conflict (draft_id) do update set steps = excluded.steps`,
  )

export const dropStepMaps = (tx: Queries, draftId: string): Promise<number> =>
  run(tx, sql`delete from services.version_move where draft_id = ${draftId}`)

/** A version that was published with a map of steps and counts today: it takes what is open by earlier ones. */
export interface VersionMove {
  readonly draftId: string
  readonly code: string
  readonly versionId: string
  readonly number: number
  readonly document: string
  readonly from: PlainDate
  readonly steps: StepMaps
}

const columns = sql`m.draft_id, d.code, d.version_id, v.number, d.document, d.effective_on as "from", m.steps`
const joined = (on: PlainDate) => sql`services.version_move m join services.procedure_draft d on d.id = m.draft_id
  join services.procedure_version v on v.id = d.version_id join services.procedure p on p.version_id = v.id and ${validOn('p', on)}`

/** That of a draft, while its version counts: one that was replaced before or since takes no more. */
export const findMoveInForce = (tx: Queries, draftId: string, on: PlainDate): Promise<VersionMove | undefined> =>
  find(tx, sql<VersionMove>`select ${columns} from ${joined(on)} where m.draft_id = ${draftId}`)

/** Those that count and have open dossiers left to look at. */
export const movesWithWork = (tx: Queries, on: PlainDate): Promise<VersionMove[]> =>
  rows(
    tx,
    sql<VersionMove>`select ${columns} from ${joined(on)}
      where exists (select from services.dossier d2 where d2.procedure_code = d.code and ${isLeft(sql`d2`, sql`m.draft_id`, sql`v.id`)})`,
  )

/** Whether an open dossier goes by another process and was not looked at yet. */
const isLeft = (dossier: ReturnType<typeof sql>, draftId: ReturnType<typeof sql>, versionId: ReturnType<typeof sql>) =>
  sql`${dossier}.is_open and coalesce(${dossier}.process_version_id, ${dossier}.version_id) <> ${versionId}
    and not exists (select from services.version_move_dossier l where l.draft_id = ${draftId} and l.dossier_id = ${dossier}.id)`

/** The next of them in the order of their ids. */
export const leftDossiers = async (
  tx: Queries,
  { draftId, code, versionId }: VersionMove,
  limit: number,
): Promise<string[]> =>
  (
    await rows(
      tx,
      sql<{ id: string }>`select d.id from services.dossier d
        where d.procedure_code = ${code} and ${isLeft(sql`d`, sql`${draftId}::uuid`, sql`${versionId}::uuid`)} order by d.id limit ${limit}`,
    )
  ).map(({ id }) => id)
