import { randomUUIDv7 } from 'node:crypto'
import { find, get, json, rows, run, sql, write, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { isWrittenFor } from '../dossier/represented.ts'
import { heldPapers } from '../reuse/held-papers.ts'

/** Drafts are kept so long after the last save. */
const keptDays = 30

export interface Draft {
  readonly id: string
  readonly personId: string
  /** Written in the name of this enterprise. */
  readonly enterpriseId: string | null
  readonly versionId: string
  readonly place: string | null
  readonly answers: Record<string, unknown>
  /** By question page, the mark of the open page that wrote it last. */
  readonly writers: Readonly<Record<string, string>>
  readonly revision: number
  readonly savedAt: Date
  readonly expiresAt: Date
}

export const draftColumns = sql`d.id, d.person_id, d.enterprise_id, d.version_id, d.place, d.answers, d.writers, d.revision, d.saved_at, d.expires_at`

/** Written by the caller, for themselves or for somebody who lets them file this today. */
const isMine = ({ actor }: Context): Fragment =>
  sql`d.account_id = ${actor.account} and (d.person_id = ${actor.person ?? null} and d.enterprise_id is null or ${isWrittenFor(actor)})`

/** The caller's own draft. */
export const findDraft = (ctx: Context, id: string, lock = false): Promise<Draft | undefined> =>
  find(
    ctx.tx,
    sql<Draft>`select ${draftColumns} from services.draft d
      where d.id = ${id} and ${isMine(ctx)} and d.expires_at > ${ctx.now()} ${lock ? sql`for update` : sql``}`,
  )

/** The same; anyone else's is not found. */
export const getDraft = async (ctx: Context, id: string, lock = false): Promise<Draft> =>
  (await findDraft(ctx, id, lock)) ?? fail('notFound')

/** Whose application a draft is. */
export const writerOf = (tx: Queries, id: string) =>
  find(
    tx,
    sql<{
      id: string
      fullName: string
      personalId: string | null
      phone: string | null
    }>`select p.id, p.full_name, p.personal_id, p.phone
      from services.draft d join directory.person p on p.id = d.person_id where d.id = ${id}`,
  )

export interface NewDraft {
  readonly personId: string
  readonly enterpriseId?: string | undefined
  readonly versionId: string
  readonly place: string | null
  readonly answers: Readonly<Record<string, unknown>>
}

export const createDraft = (ctx: Context, draft: NewDraft): Promise<Draft> =>
  get(
    ctx.tx,
    sql<Draft>`insert into services.draft as d (id, account_id, person_id, enterprise_id, version_id, place, answers, created_at, saved_at, expires_at)
      values (${randomUUIDv7()}, ${ctx.actor.account}, ${draft.personId}, ${draft.enterpriseId ?? null}, ${draft.versionId}, ${draft.place}, ${json(draft.answers)}, ${ctx.now()},
        ${ctx.now()}, ${expiry(ctx.now())})
      returning ${draftColumns}`,
  )

/** Saves answers and place of a draft that the caller holds locked; answers it with the new revision. */
export const saveDraft = (
  ctx: Context,
  id: string,
  saved: { answers: Readonly<Record<string, unknown>>; place?: string | null; writers?: Draft['writers'] },
): Promise<Draft> =>
  get(
    ctx.tx,
    sql<Draft>`update services.draft d set answers = ${json(saved.answers)}, revision = revision + 1, saved_at = ${ctx.now()},
        expires_at = ${expiry(ctx.now())} ${saved.place === undefined ? sql`` : sql`, place = ${saved.place}`}
        ${saved.writers === undefined ? sql`` : sql`, writers = ${json(saved.writers)}`}
      where d.id = ${id} returning ${draftColumns}`,
  )

export const deleteDraft = (ctx: Context, id: string): Promise<number> =>
  run(ctx.tx, sql`delete from services.draft where id = ${id} and account_id = ${ctx.actor.account}`)

/** The draft has become a dossier. */
export const endDraft = (ctx: Context, id: string): Promise<void> =>
  write(ctx.tx, sql`delete from services.draft where id = ${id} and account_id = ${ctx.actor.account}`)

/** Drafts whose time is over go, with their file links. */
export const deleteExpiredDrafts = (ctx: Context): Promise<number> =>
  run(ctx.tx, sql`delete from services.draft where expires_at < ${ctx.now()}`)

export const { of: draftPapers, add: addDraftPaper } = heldPapers(sql`services.draft_paper`, sql`draft_id`)

export const removeDraftPaper = (tx: Queries, draftId: string, fileId: string): Promise<number> =>
  run(tx, sql`delete from services.draft_paper where draft_id = ${draftId} and file_id = ${fileId}`)

export interface DraftLine {
  readonly id: string
  readonly procedureName: string
  readonly code: string
  readonly savedAt: Date
  readonly expiresAt: Date
  readonly onBehalfOf: string | null
}

export const draftsOf = (ctx: Context): Promise<DraftLine[]> =>
  rows(
    ctx.tx,
    sql<DraftLine>`select d.id, coalesce(v.declaration->'everydayName'->>${ctx.language}, v.declaration->'name'->>${ctx.language}) as procedure_name, v.code,
        d.saved_at, d.expires_at,
        coalesce((select e.name from directory.enterprise e where e.id = d.enterprise_id),
          (select p.full_name from directory.person p where p.id = d.person_id and p.id <> ${ctx.actor.person ?? null})) as on_behalf_of
      from services.draft d join services.procedure_version v on v.id = d.version_id
      where ${isMine(ctx)} and d.expires_at > ${ctx.now()} order by d.saved_at desc limit 50`,
  )

/** When a draft goes that was saved then. */
export const expiry = (at: Date): Date => new Date(at.getTime() + keptDays * 86_400_000)

/** When a draft was saved that goes now. */
export const keptSince = (now: Date): Date => new Date(now.getTime() - keptDays * 86_400_000)
