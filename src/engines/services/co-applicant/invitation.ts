import { find, get, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { digestOfDraft, stateInDraft, type CoApplicantState } from './co-applicant.ts'
import { draftColumns, type Draft } from '../draft/draft.ts'

/** A draft as somebody named in it holds it. */
export interface Invitation extends Draft {
  readonly invitationId: string
  readonly page: string | null
  readonly state: Exclude<CoApplicantState, 'declined'>
  /** The digest of what the draft holds now: what a confirmation has to name. */
  readonly seen: string
}

/** Whether number and name on a row `c` are the actor's. Both must agree, so that a slip in the number shows an application to nobody. */
export const isNamed = (actor: Actor): Fragment => sql`
  c.personal_id = (select me.personal_id from directory.person me where me.id = ${actor.person ?? null}::uuid)
  and c.folded = (select me.folded from directory.person me where me.id = ${actor.person ?? null}::uuid)`

/**
 * Which drafts an actor is invited to, on rows of `services.draft_co_applicant c` and `services.draft d`: where they are named,
 * until they decline, are taken out, or the draft goes.
 */
const isInvited = (actor: Actor, now: Date): Fragment => sql`${isNamed(actor)}
  and c.answer is distinct from 'declined' and d.expires_at > ${now}`

/** An invitation of the caller; anyone else's is not found. Locked: the draft, until the transaction ends. */
export async function getInvitation(ctx: Context, id: string, lock = false): Promise<Invitation> {
  if (lock)
    await run(
      ctx.tx,
      sql`select 1 from services.draft where id = (select draft_id from services.draft_co_applicant where id = ${id}) for update`,
    )
  // A statement of its own: what was committed while the lock was waited for is seen.
  return get(
    ctx.tx,
    sql<Invitation>`select ${draftColumns}, c.id as invitation_id, c.page, ${stateInDraft} as state, ${digestOfDraft} as seen
      from services.draft_co_applicant c join services.draft d on d.id = c.draft_id
      where c.id = ${id} and ${isInvited(ctx.actor, ctx.now())}`,
  )
}

export interface InvitationLine {
  readonly id: string
  readonly procedureName: string
  readonly applicantName: string
  readonly state: Invitation['state']
  readonly expiresAt: Date
}

/** What the caller is asked to file together with others, newest first. */
export const invitationsOf = (ctx: Context): Promise<InvitationLine[]> =>
  rows(
    ctx.tx,
    sql<InvitationLine>`select c.id, coalesce(v.declaration->'everydayName'->>${ctx.language}, v.declaration->'name'->>${ctx.language}) as procedure_name,
        writer.full_name as applicant_name, ${stateInDraft} as state, d.expires_at
      from services.draft_co_applicant c
      join services.draft d on d.id = c.draft_id
      join services.procedure_version v on v.id = d.version_id
      join directory.person writer on writer.id = d.person_id
      where ${isInvited(ctx.actor, ctx.now())} order by c.named_at desc, c.id limit 50`,
  )

/** The draft through which an invited person may read a file: one of its papers. */
export const invitedToFile = (db: Queries, actor: Actor, fileId: string, now: Date) =>
  find(
    db,
    sql<{ objectType: string; objectId: string; subjects: string[] }>`
      select 'draft' as object_type, d.id as object_id, array[d.person_id] as subjects
      from services.draft_paper p
      join services.draft d on d.id = p.draft_id
      join services.draft_co_applicant c on c.draft_id = d.id
      where p.file_id = ${fileId} and ${isInvited(actor, now)} limit 1`,
  )
