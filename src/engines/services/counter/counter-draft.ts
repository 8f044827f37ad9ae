import { find, json, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { countersOf } from './counter.ts'
import { servicesProblems } from '../contract/problems.ts'
import { dossierAccess, maySee } from '../dossier/dossier-access.ts'
import { deleteDraft, expiry } from '../draft/draft.ts'
import { placedFileRecord, type PlacedFile } from '../reuse/provenance.ts'

/** A draft that an officer of a counter writes for whoever stands there; that of a supplement bears the id of its request. */
export interface CounterDraft {
  readonly id: string
  readonly accountId: string
  readonly holderName: string
  readonly counterId: string
  readonly counterName: string
  readonly versionId: string
  readonly code: string
  readonly procedureName: string
  /** The dossier that is supplemented; null where it is an application. */
  readonly dossierId: string | null
  readonly isAssisted: boolean
  readonly applicantName: string | null
  readonly typed: string
  readonly revision: number
  readonly savedAt: Date
  readonly expiresAt: Date
}

/** Drafts of counters where the caller may receive, and of supplements to dossiers that they see; nobody else sees them. */
async function ofMyCounters(ctx: Context, condition: Fragment): Promise<CounterDraft[]> {
  const counters = (await countersOf(ctx)).map((unit) => unit.id)
  return rows(
    ctx.tx,
    sql<CounterDraft>`select d.id, d.account_id, person.full_name as holder_name, d.counter_id,
        ${nameOfUnit(sql`d.counter_id`, dateAt(ctx.now()))} as counter_name, d.version_id, v.code,
        coalesce(v.declaration->'everydayName'->>${ctx.language}, v.declaration->'name'->>${ctx.language}) as procedure_name,
        asked.dossier_id, d.is_assisted, d.applicant_name, d.typed,
        d.revision, d.saved_at, d.expires_at
      from services.draft d
      join services.procedure_version v on v.id = d.version_id
      join identity.account a on a.id = d.account_id
      join directory.person on person.id = a.person_id
      left join services.supplement asked on asked.id = d.id
      where d.counter_id = any(${counters}::uuid[]) and ${condition}
        and (asked.id is null or exists (select from services.dossier d where d.id = asked.dossier_id and ${maySee(dossierAccess(ctx))}))
      order by d.saved_at desc, d.id limit 200`,
  )
}

/** What is being written at the caller's counters, by them and by colleagues, and is still waited for; newest first. */
export const counterDrafts = (ctx: Context): Promise<CounterDraft[]> =>
  ofMyCounters(
    ctx,
    sql`d.expires_at > ${ctx.now()} and (asked.id is null or asked.answered_at is null
      and exists (select from services.dossier w where w.id = asked.dossier_id and w.status = 'waiting-applicant'))`,
  )

/** A draft of one of the caller's counters; undefined for any other. */
export const findCounterDraft = async (ctx: Context, id: string): Promise<CounterDraft | undefined> =>
  (await ofMyCounters(ctx, sql`d.id = ${id} and d.expires_at > ${ctx.now()}`))[0]

/** The draft while the caller writes it, locked until the transaction ends; 409 `draftTaken` when a colleague does. */
export async function lockCounterDraft(ctx: Context, id: string): Promise<CounterDraft | undefined> {
  await find(ctx.tx, sql`select 1 from services.draft where id = ${id} and counter_id is not null for update`)
  const found = await findCounterDraft(ctx, id)
  if (found !== undefined) mustBeHeld(ctx, found)
  return found
}

/** The caller's draft that is filed now, if one is named; 409 `draftGone` when it is not there: pressed twice, it is filed once. */
export async function lockDraftToFile(ctx: Context, id: string | undefined): Promise<CounterDraft | undefined> {
  if (id === undefined) return undefined
  const draft = await lockCounterDraft(ctx, id)
  if (draft === undefined) throw new Problem('draftGone', servicesProblems.draftGone)
  return draft
}

/** Refuses the draft that somebody else writes now, and says who. */
export function mustBeHeld(ctx: Context, draft: CounterDraft): void {
  if (draft.accountId === ctx.actor.account) return
  throw new Problem('draftTaken', {
    status: servicesProblems.draftTaken.status,
    message: {
      vi: `${draft.holderName} đang làm hồ sơ này. Cần làm tiếp thì nhận lại ở mục Đang nhập dở.`,
      en: `${draft.holderName} is writing this application. Take it over from the list of drafts to go on.`,
    },
  })
}

export interface SavedCounterDraft {
  readonly id: string
  readonly counterId: string
  readonly versionId: string
  readonly isAssisted: boolean
  readonly answers: Readonly<Record<string, unknown>>
  readonly applicantName: string | undefined
  readonly typed: string
  readonly papers: readonly PlacedFile[]
}

/**
 * Keeps the form of a counter as it stands, under the id that the caller chose: saved again after a lost answer, it is the same
 * draft. 409 when another window saved something else since `revision`, 404 when the draft of that revision is gone.
 */
export async function saveCounterDraft(
  ctx: Context,
  draft: SavedCounterDraft,
  before: CounterDraft | undefined,
  revision: number | undefined,
): Promise<{ revision: number; savedAt: Date }> {
  // It was filed or discarded elsewhere; what is still under way to it must not bring it back.
  if (before === undefined && revision !== undefined) fail('notFound')
  if (before !== undefined && revision !== undefined && revision !== before.revision && draft.typed !== before.typed)
    fail('conflict')
  const next = (before?.revision ?? -1) + 1
  const written = await run(
    ctx.tx,
    sql`insert into services.draft as d (id, account_id, counter_id, version_id, is_assisted, answers, applicant_name, typed, revision, created_at,
        saved_at, expires_at)
      values (${draft.id}, ${ctx.actor.account}, ${draft.counterId}, ${draft.versionId}, ${draft.isAssisted}, ${json(draft.answers)},
        ${draft.applicantName ?? null}, ${draft.typed}, ${next}, ${ctx.now()}, ${ctx.now()}, ${expiry(ctx.now())})
      on conflict (id) do update set counter_id = excluded.counter_id, version_id = excluded.version_id, is_assisted = excluded.is_assisted,
        answers = excluded.answers, applicant_name = excluded.applicant_name, typed = excluded.typed, revision = excluded.revision,
        saved_at = excluded.saved_at, expires_at = excluded.expires_at
      where d.account_id = ${ctx.actor.account} and d.counter_id is not null`,
  )
  // The id is that of somebody else's draft, out of this officer's sight.
  if (written === 0) fail('notFound')
  await run(ctx.tx, sql`delete from services.draft_paper where draft_id = ${draft.id}`)
  await run(
    ctx.tx,
    sql`insert into services.draft_paper (draft_id, paper, position, file_id, origin, source_paper_id, source_result_id, source_at)
      select ${draft.id}, paper, position, "fileId", origin, "sourcePaperId", "sourceResultId", "sourceAt"
      from jsonb_to_recordset(${json(draft.papers)}) as g (${placedFileRecord})`,
  )
  return { revision: next, savedAt: ctx.now() }
}

/** Gives a draft to the caller: a colleague of the counter goes on with it. */
export async function takeCounterDraft(ctx: Context, id: string): Promise<CounterDraft> {
  await find(ctx.tx, sql`select 1 from services.draft where id = ${id} and counter_id is not null for update`)
  const draft = (await findCounterDraft(ctx, id)) ?? fail('notFound')
  await run(
    ctx.tx,
    sql`update services.draft set account_id = ${ctx.actor.account}, revision = revision + 1 where id = ${id}`,
  )
  ctx.note({
    objectType: 'draft',
    objectId: id,
    facts: { code: draft.code, counter: draft.counterName, from: draft.holderName },
  })
  return draft
}

/** Ends the caller's draft once it is filed; nothing when it was filed without one. */
export async function endCounterDraft(ctx: Context, draft: CounterDraft | undefined): Promise<void> {
  if (draft !== undefined) await deleteDraft(ctx, draft.id)
}
