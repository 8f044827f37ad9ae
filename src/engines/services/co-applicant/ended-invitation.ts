import { get, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Words } from '#values/words.ts'
import { namedIn } from './co-applicant.ts'
import { keptSince, type Draft } from '../draft/draft.ts'
import { isNamed } from './invitation.ts'
import type { ServicesParts } from '../parts.ts'
import { procedureVersion } from '../procedure/procedure.ts'
import { tellOfEnd } from './tell-co-applicants.ts'

/** Why there is nothing more to read or to confirm: the draft was discarded or kept no longer, or the name was taken out of it. */
export type InvitationEnd = 'discarded' | 'expired' | 'taken-out'

const keep = (ctx: Context, how: InvitationEnd, which: Fragment): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into services.ended_invitation (id, personal_id, folded, writer_id, version_id, how, ended_at)
      select c.id, c.personal_id, c.folded, d.person_id, d.version_id, ${how}, ${ctx.now()}
      from services.draft_co_applicant c join services.draft d on d.id = c.draft_id
      where c.answer is distinct from 'declined' and ${which}`,
  )

/**
 * Ends the invitations to a draft that the caller holds locked and is about to discard, or the one of whoever is taken out: each is
 * told. Answers whom it concerns. Whoever declined knows already.
 */
export async function endInvitations(
  ctx: Context,
  parts: ServicesParts,
  draft: Draft,
  how: Exclude<InvitationEnd, 'expired'>,
  only?: string,
): Promise<(string | null)[]> {
  const named = (await namedIn(ctx.tx, draft.id)).filter(({ id, state }) => state !== 'declined' && (only ?? id) === id)
  if (named.length === 0) return []
  await keep(ctx, how, sql`c.id = any(${named.map(({ id }) => id)}::uuid[])`)
  const procedure = await procedureVersion(ctx.tx, draft.versionId)
  for (const one of named) await tellOfEnd(ctx, parts, procedure, draft, one, how)
  return named.map(({ personId }) => personId)
}

/** Keeps of drafts whose time is over that nobody can confirm them any more; nobody is told, the day was said from the start. */
export const endExpiredInvitations = (ctx: Context): Promise<number> =>
  keep(ctx, 'expired', sql`d.expires_at < ${ctx.now()}`)

/** What is known of invitations goes as long after their end as a draft is kept. */
export const forgetEndedInvitations = (ctx: Context): Promise<number> =>
  run(ctx.tx, sql`delete from services.ended_invitation where ended_at < ${keptSince(ctx.now())}`)

export interface EndedInvitation {
  readonly how: InvitationEnd
  readonly procedureName: Words
  readonly applicantName: string
  readonly endedAt: Date
}

/** An invitation of the caller that has ended otherwise than by their own answer or by being sent; anyone else's is not found. */
export const getEndedInvitation = (ctx: Context, id: string): Promise<EndedInvitation> =>
  get(
    ctx.tx,
    sql<EndedInvitation>`select c.how, c.ended_at, writer.full_name as applicant_name,
        coalesce(v.declaration->'everydayName', v.declaration->'name') as procedure_name
      from (
        select id, personal_id, folded, writer_id, version_id, how, ended_at from services.ended_invitation
        union all
        select e.id, e.personal_id, e.folded, d.person_id, d.version_id, 'expired', d.expires_at
        from services.draft_co_applicant e join services.draft d on d.id = e.draft_id
        where e.answer is distinct from 'declined' and d.expires_at <= ${ctx.now()}
      ) c
      join services.procedure_version v on v.id = c.version_id
      join directory.person writer on writer.id = c.writer_id
      where c.id = ${id} and ${isNamed(ctx.actor)}`,
  )
