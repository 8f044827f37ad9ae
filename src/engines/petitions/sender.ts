import { find, rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { keepTries } from '#kernel/operations/kept-tries.ts'
import { Problem, fail } from '#values/errors.ts'
import { networkOf } from '#values/network.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import { dateAt } from '#values/plain-date.ts'
import { unitName } from '#engines/directory/index.ts'
import { attachmentsForSender, isOpen } from './attachments/attachment.ts'
import { codeBrakes } from './contract/brakes.ts'
import { attachmentsEach } from './contract/limits.ts'
import { petitionProblems } from './contract/problems.ts'
import { historyOf, writeHistory } from './history.ts'
import { answerDueOf, dueAfter, ruleOf } from './limits.ts'
import { digestOfCode } from './look-up-code.ts'
import { officesNow } from '#engines/calendar/index.ts'
import type { PetitionsParts } from './parts.ts'
import { petitionsWhere, savePetition, type Petition } from './petition.ts'
import { resumeClock } from './resume-clock.ts'
import { againOf } from './after-complaint.ts'

export interface Sender {
  readonly fullName: string
  readonly phone: string
  readonly email: string | null
}

/** Who sent it; undefined for a denunciation, whose sender is sealed. */
export const senderOf = (tx: Queries, petitionId: string): Promise<Sender | undefined> =>
  find(tx, sql<Sender>`select full_name, phone, email from petitions.sender where petition_id = ${petitionId}`)

/** One's own by its id, or whichever by the code that its sender was given. */
export type Ref = { readonly id: string } | { readonly lookUpCode: string }

const wrong = keepTries(codeBrakes)

/** Who looks, and from where. */
export type Looking = Pick<Context, 'tx' | 'actor' | 'address' | 'now' | 'allow'>

/**
 * The one that its sender means: by the code that they were given, or their own by its id. One answer for all that does not fit; guesses
 * wait.
 * @right
 */
export async function getOfSender(ctx: Looking, ref: Ref, lock = sql``): Promise<Petition> {
  if ('id' in ref) {
    const own = sql`p.id = ${ref.id} and exists (
      select 1 from petitions.sender s where s.petition_id = p.id and s.person_id = ${ctx.actor.person ?? null}) ${lock}`
    return (await petitionsWhere(ctx.tx, own))[0] ?? fail('notFound')
  }
  const network = networkOf(ctx.address)
  const wait = wrong.wait(ctx, { network })
  if (wait > 0) throw new Problem('lookUpWait', petitionProblems.lookUpWait, { retryAfterSeconds: wait })
  const digest = digestOfCode(ref.lookUpCode)
  const byCode = sql`(p.look_up_digest = ${digest} or p.told_digest = ${digest}) ${lock}`
  const [found] = await petitionsWhere(ctx.tx, byCode)
  if (found !== undefined) return found
  wrong.count(ctx, { network })
  fail('notFound')
}

const mayReopen = ({ status, reopenedAt, mergedInto }: Petition): boolean =>
  status === 'answered' && reopenedAt === null && mergedInto === null

/** As its sender reads it. */
export async function viewOfSender(ctx: Context, parts: PetitionsParts, petition: Petition) {
  const files = await attachmentsForSender(ctx.tx, petition)
  return {
    ...petition,
    unitName: await unitName(ctx.tx, petition.unitId, dateAt(ctx.now())),
    asked: petition.status === 'waiting-sender' ? petition.askedMore : null,
    isSecond: petition.firstDecision !== null,
    again: await againOf(ctx, parts, petition),
    isPublished: petition.publishedAt !== null,
    isReopened: petition.reopenedAt !== null && petition.status !== 'answered',
    mayReopen: mayReopen(petition),
    files,
    mayAttach: isOpen(petition) && files.filter(({ part }) => part === 'sender').length < attachmentsEach,
    history: await historyOf(ctx.tx, petition.id, 'sender'),
  }
}

/** What the caller asked, newest first. */
export async function listOwn(ctx: Context, { after, limit }: { after?: string | undefined; limit: number }) {
  const [at, id] = after === undefined ? [undefined, undefined] : readCursor(InstantAndId, after)
  const found = await rows(
    ctx.tx,
    sql<Petition>`select p.id, p.code, p.kind, p.status, p.title, p.asked_at, p.due
      from petitions.sender s join petitions.petition p on p.id = s.petition_id
      where s.person_id = ${ctx.actor.person ?? null}
        ${at === undefined ? sql`` : sql`and (p.asked_at, p.id) < (${at}::timestamptz, ${id}::uuid)`}
      order by p.asked_at desc, p.id desc limit ${limit + 1}`,
  )
  return toPage(found, limit, (row) => [row.askedAt.toISOString(), row.id])
}

/** Answers what was asked of the sender; the clock goes on. */
export async function supply(ctx: Context, { rules }: PetitionsParts, ref: Ref, words: string) {
  const petition = await getOfSender(ctx, ref, sql`for update`)
  if (petition.status !== 'waiting-sender') throw new Problem('notNow', petitionProblems.notNow)
  await resumeClock(ctx, petition.id)
  const status = petition.acceptedAt === null ? ('sent' as const) : ('accepted' as const)
  const workingTime = (await officesNow(ctx)).workingTimeOf(petition.unitId)
  // Not yet accepted: the time to say whether it is begins anew with what was lacking.
  const acceptDue =
    status === 'sent' ? dueAfter(workingTime, ctx.now(), ruleOf(rules, petition).accept) : petition.acceptDue
  const answerDue = (await answerDueOf(ctx, rules, petition)) ?? petition.answerDue
  await savePetition(ctx.tx, { ...petition, status, acceptDue, answerDue, askedMore: null })
  await writeHistory(ctx, petition.id, {
    kind: 'supplied',
    words: { vi: 'Người gửi trả lời thêm', en: 'Answered by the sender' },
    note: words,
    isPublic: true,
  })
  noteOwn(ctx, petition)
  ctx.emit('petition.supplied', { petitionId: petition.id })
  return { status }
}

/** Says whether the answer helped; where it did not, and says why, it is opened once more. */
export async function judge(
  ctx: Context,
  { rules }: PetitionsParts,
  ref: Ref,
  { helpful, words }: { readonly helpful: boolean; readonly words?: string | undefined },
) {
  const petition = await getOfSender(ctx, ref, sql`for update`)
  if (petition.status !== 'answered') throw new Problem('notNow', petitionProblems.notNow)
  const opens = !helpful && words !== undefined
  if (opens && !mayReopen(petition)) throw new Problem('notNow', petitionProblems.notNow)
  noteOwn(ctx, petition)
  if (!opens) {
    await savePetition(ctx.tx, { ...petition, helpful })
    return { status: petition.status }
  }
  const reopened: Petition = {
    ...petition,
    status: 'accepted',
    helpful,
    reopenedAt: ctx.now(),
    publishDue: null,
    draft: petition.answer,
  }
  await savePetition(ctx.tx, { ...reopened, answerDue: (await answerDueOf(ctx, rules, reopened)) ?? null })
  await writeHistory(ctx, petition.id, {
    kind: 'reopened',
    words: { vi: 'Câu trả lời chưa giúp được, mở lại', en: 'The answer did not help; opened again' },
    note: words,
    isPublic: true,
  })
  ctx.emit('petition.reopened', { petitionId: petition.id })
  return { status: 'accepted' as const }
}

const noteOwn = (ctx: Context, { id, code }: Petition) =>
  ctx.note({
    objectType: 'petition',
    objectId: id,
    subjects: ctx.actor.person === undefined ? [] : [ctx.actor.person],
    facts: { code },
  })
