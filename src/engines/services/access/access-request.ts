import { randomUUIDv7 } from 'node:crypto'
import { find, rows, run, sql } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import { nameOfUnit, reaches } from '#engines/directory/index.ts'
import { servicesProblems } from '../contract/problems.ts'
import { findDossier, findDossierByCode, lockDossier, subjectsOf } from '../dossier/dossier.ts'

/** As long as a request waits for an answer; then it lapses, as one for a code that is nobody's does. */
const waitsDays = 10
const mostADay = 20
const dayMs = 86_400_000

const waitsSince = (now: Date): Date => new Date(now.getTime() - waitsDays * dayMs)

/** Asks the unit at work on a dossier to let the caller's post read it. Whether there is a dossier of that code is not said. */
export async function askToRead(ctx: Context, { code, purpose }: { code: string; purpose: string }) {
  const { person, post } = ctx.actor
  if (person === undefined || post === undefined) fail('forbidden')
  const now = ctx.now()
  ctx.note({ objectType: 'access-request', objectId: code, facts: { code, purpose } })
  const [tried] = await rows(
    ctx.tx,
    sql<{
      count: number
      waiting: string | null
    }>`select count(*) filter (where asked_at > ${new Date(now.getTime() - dayMs)})::int as count,
        max(id::text) filter (where code = ${code} and answer is null and asked_at > ${waitsSince(now)}) as waiting
      from services.access_request where person_id = ${person}`,
  )
  if (tried?.waiting) return { id: tried.waiting }
  if ((tried?.count ?? 0) >= mostADay) throw new Problem('askedTooOften', servicesProblems.askedTooOften)
  const dossier = await findDossierByCode(ctx.tx, code)
  const id = randomUUIDv7()
  await run(
    ctx.tx,
    sql`insert into services.access_request (id, code, dossier_id, unit_id, post_id, person_id, purpose, asked_at)
      values (${id}, ${code}, ${dossier?.id ?? null}, coalesce((
        select t.unit_id from workflow.task t where t.subject_id = ${dossier?.id ?? null} and t.is_open order by t.opened_at, t.id limit 1
      ), ${dossier?.ownerId ?? null}), ${post.id}, ${person}, ${purpose}, ${now})`,
  )
  ctx.emit('access.asked', { requestId: id })
  return { id }
}

export interface OwnRequest {
  readonly id: string
  readonly code: string
  readonly purpose: string
  readonly askedAt: Date
  readonly state: 'waiting' | 'lapsed' | 'granted' | 'refused'
  readonly dossierId: string | null
  readonly endsAt: Date | null
  readonly words: string | null
  readonly answeredBy: string | null
}

/** What the caller asked for, newest first. The dossier is named once it may be read. */
export const ownRequests = (ctx: Context): Promise<OwnRequest[]> =>
  rows(
    ctx.tx,
    sql<OwnRequest>`select id, code, purpose, asked_at, ends_at, words, answered_by,
        coalesce(answer, case when asked_at > ${waitsSince(ctx.now())} then 'waiting' else 'lapsed' end) as state,
        case when answer = 'granted' then dossier_id end as dossier_id
      from services.access_request where person_id = ${ctx.actor.person ?? null} order by asked_at desc, id desc limit 50`,
  )

export interface WaitingRequest {
  readonly id: string
  readonly code: string
  readonly procedureName: string
  readonly askedBy: string
  readonly title: string
  readonly unitName: string
  readonly purpose: string
  readonly askedAt: Date
}

/**
 * Requests that the caller may answer: those put to units in reach of their right to let others read.
 * @right
 */
export const requestsToAnswer = (ctx: Context): Promise<WaitingRequest[]> => {
  const reached = reaches(scopeOf(ctx.actor, 'access.grant'), sql`u.key`)
  return rows(
    ctx.tx,
    sql<WaitingRequest>`select r.id, r.code, d.procedure_name, person.full_name as asked_by, p.title,
        ${nameOfUnit(sql`p.unit_id`, dateAt(ctx.now()))} as unit_name, r.purpose, r.asked_at
      from services.access_request r
      join directory.unit u on u.id = r.unit_id
      join services.dossier d on d.id = r.dossier_id
      join directory.person on person.id = r.person_id
      join directory.post p on p.id = r.post_id
      where r.answer is null and r.asked_at > ${waitsSince(ctx.now())} and ${reached} and r.person_id is distinct from ${ctx.actor.person ?? null}
      order by r.asked_at, r.id limit 100`,
  )
}

export type RequestAnswer =
  | { readonly answer: 'granted'; readonly days: number; readonly document?: string | undefined }
  | { readonly answer: 'refused'; readonly words: string }

/** Lets the post that asked read the dossier for some days, today not counted, or refuses in words. 404 for what is not the caller's to answer. */
export async function answerRequest(ctx: Context, id: string, answer: RequestAnswer) {
  if (!(await requestsToAnswer(ctx)).some((one) => one.id === id)) fail('notFound')
  const asked = await find(
    ctx.tx,
    sql<{ dossierId: string; postId: string; personId: string }>`select dossier_id, post_id, person_id
      from services.access_request where id = ${id} and answer is null for update`,
  )
  if (asked === undefined) fail('conflict')
  const dossier = (await findDossier(ctx.tx, asked.dossierId)) ?? fail('notFound')
  const endsAt = answer.answer === 'granted' ? instantOf(addDays(dateAt(ctx.now()), answer.days + 1)) : null
  const by = [ctx.actor.name, ctx.actor.post?.title, ctx.actor.post?.unit].filter(Boolean).join(', ')
  await run(
    ctx.tx,
    sql`update services.access_request set answer = ${answer.answer}, answered_at = ${ctx.now()}, answered_by = ${by}, ends_at = ${endsAt},
      words = ${'words' in answer ? answer.words : null}, document = ${('document' in answer ? answer.document : null) ?? null} where id = ${id}`,
  )
  ctx.note({
    objectType: 'dossier',
    objectId: dossier.id,
    subjects: [...new Set([...subjectsOf(dossier), asked.personId])],
    facts: { code: dossier.code, request: id, ...answer },
  })
  if (endsAt !== null) await letRead(ctx, dossier.id, asked.postId, endsAt)
  ctx.emit('access.answered', { requestId: id })
  return { endsAt }
}

/** One row a post: granted anew, it ends when the later grant does. */
async function letRead(ctx: Context, dossierId: string, postId: string, endsAt: Date): Promise<void> {
  const { deadline, filedAt, isOpen } = await lockDossier(ctx.tx, dossierId)
  await run(
    ctx.tx,
    sql`insert into services.dossier_access as a (dossier_id, principal, reason, deadline, filed_at, is_open, granted_at, ends_at)
      select ${dossierId}, p.key, 'granted', ${deadline}, ${filedAt}, ${isOpen}, ${ctx.now()}, ${endsAt} from directory.post p where p.id = ${postId}
      on conflict (dossier_id, principal) do update set granted_at = excluded.granted_at, ends_at = greatest(a.ends_at, excluded.ends_at)`,
  )
}
