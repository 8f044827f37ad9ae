import { randomUUIDv7 } from 'node:crypto'
import { find, get, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import type { Json } from '#values/layers.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { reaches } from '#engines/directory/index.ts'
import { authoringProblems } from '../contract/authoring-problems.ts'

export type DraftState = 'editing' | 'submitted' | 'published' | 'withdrawn'

/** A version of a procedure that officials write. */
export interface ProcedureDraft {
  readonly id: string
  readonly code: string
  readonly baseVersionId: string | null
  readonly ownerKey: number | null
  readonly declaration: Json
  readonly revision: number
  readonly state: DraftState
  readonly effectiveOn: PlainDate | null
  readonly writers: readonly string[]
  readonly savedAt: Date
  readonly savedByName: string
  readonly submittedAt: Date | null
  readonly submittedByName: string | null
  readonly remark: string | null
  readonly document: string | null
  readonly decidedAt: Date | null
  readonly decidedByName: string | null
  readonly mergedVersionId: string | null
  readonly conflicts: readonly KeptConflict[]
}

/** A conflict of a merge as it is kept: JSON knows no absent value. */
export interface KeptConflict {
  readonly path: string
  readonly ours?: Json
  readonly theirs?: Json
  readonly chosen?: 'ours' | 'theirs'
  /** The number of the version that was merged; absent: what an upgrade declares. */
  readonly from?: number
}

const columns = sql`d.id, d.code, d.base_version_id, d.owner_key, d.declaration, d.revision, d.state, d.effective_on, d.writers, d.saved_at,
  d.saved_by_name, d.submitted_at, d.submitted_by_name, d.remark, d.document, d.decided_at, d.decided_by_name, d.merged_version_id, d.conflicts`

/**
 * The drafts that an official may read and write: those of agencies in reach; of bodies of every area only whoever has the whole province.
 * @right
 */
export const maySeeDraft = ({ actor }: Pick<Context, 'actor'>, permission = 'procedure.write'): Fragment =>
  reaches(scopeOf(actor, permission), sql`d.owner_key`)

/** A draft in reach, for reading. */
export const getProcedureDraft = (ctx: Context, id: string): Promise<ProcedureDraft> =>
  get(
    ctx.tx,
    sql<ProcedureDraft>`select ${columns} from services.procedure_draft d where d.id = ${id} and ${maySeeDraft(ctx)}`,
  )

/** A draft in reach as it was when the caller read it, locked for a change. */
export async function lockProcedureDraft(
  ctx: Context,
  { id, revision }: { readonly id: string; readonly revision?: number },
  state: DraftState,
  permission?: string,
): Promise<ProcedureDraft> {
  const draft = await get(
    ctx.tx,
    sql<ProcedureDraft>`select ${columns} from services.procedure_draft d
      where d.id = ${id} and ${maySeeDraft(ctx, permission)} for update`,
  )
  if (draft.state !== state) throw new Problem('draftClosed', authoringProblems.draftClosed)
  if (revision !== undefined && draft.revision !== revision)
    throw new Problem('draftChanged', authoringProblems.draftChanged)
  return draft
}

/** The drafts in reach that are open, and those decided lately; newest first. */
export const draftsInReach = (ctx: Context): Promise<ProcedureDraft[]> =>
  rows(
    ctx.tx,
    sql<ProcedureDraft>`select ${columns} from services.procedure_draft d
      where d.state <> 'withdrawn' and ${maySeeDraft(ctx)} order by d.saved_at desc, d.id desc limit 50`,
  )

/** Begins a draft; of one procedure there is one open at a time. */
export async function insertDraft(
  ctx: Context,
  begun: {
    readonly code: string
    readonly baseVersionId: string | null
    readonly ownerKey: number | null
    readonly declaration: Json
    /** What an upgrade declares, taken in. */
    readonly merged?: { readonly versionId: string; readonly conflicts: readonly KeptConflict[] }
  },
): Promise<string> {
  const id = randomUUIDv7()
  const inserted = await run(
    ctx.tx,
    sql`insert into services.procedure_draft (id, code, base_version_id, owner_key, declaration, writers, created_at, saved_at, saved_by_name, merged_version_id, conflicts)
      values (${id}, ${begun.code}, ${begun.baseVersionId}, ${begun.ownerKey}, ${JSON.stringify(begun.declaration)}::json,
        array[${ctx.actor.account}], ${ctx.now()}, ${ctx.now()}, ${ctx.actor.name}, ${begun.merged?.versionId ?? null}, ${JSON.stringify(begun.merged?.conflicts ?? [])}::json)
      on conflict (code) where state in ('editing', 'submitted') do nothing`,
  )
  if (inserted === 0) throw new Problem('draftOpen', authoringProblems.draftOpen)
  return id
}

/** As much as the largest procedure several times over. */
const longest = 1_000_000

/** Keeps what is written now; answers the new revision. */
export async function saveDeclaration(ctx: Context, draft: ProcedureDraft, declaration: Json, also?: Fragment) {
  const text = JSON.stringify(declaration)
  if (text.length > longest) throw new Problem('draftTooLarge', authoringProblems.draftTooLarge)
  return changeDraft(
    ctx,
    draft,
    sql`declaration = ${text}::json, saved_by_name = ${ctx.actor.name},
    writers = case when ${ctx.actor.account} = any(writers) then writers else writers || ${ctx.actor.account}::text end${also === undefined ? sql`` : sql`, ${also}`}`,
  )
}

/** Any other change of a locked draft. */
export async function changeDraft(ctx: Context, { id, revision }: ProcedureDraft, changes: Fragment) {
  await run(
    ctx.tx,
    sql`update services.procedure_draft set ${changes}, saved_at = ${ctx.now()}, revision = revision + 1 where id = ${id}`,
  )
  return { revision: revision + 1, savedAt: ctx.now() }
}

/** The number of the version that a draft began with. */
export async function baseNumber(tx: Queries, { baseVersionId }: ProcedureDraft): Promise<number | null> {
  if (baseVersionId === null) return null
  const found = await find(
    tx,
    sql<{ number: number }>`select number from services.procedure_version where id = ${baseVersionId}`,
  )
  return found?.number ?? fail('notFound')
}
