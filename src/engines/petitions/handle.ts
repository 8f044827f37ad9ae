import { rows, sql, write } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { officesNow } from '#engines/calendar/index.ts'
import { findUnit } from '#engines/directory/index.ts'
import { allowedActs } from './allowed-acts.ts'
import { mustBeCompetent } from './competence.ts'
import type { Act, ActName } from './contract/office.ts'
import { petitionProblems } from './contract/problems.ts'
import { nameOfActor, writeHistory, type Happened } from './history.ts'
import { isPublishedKind } from './kinds.ts'
import { answerDueOf, dueAfter, ruleOf } from './limits.ts'
import type { PetitionsParts } from './parts.ts'
import { lockSeen, petitionsWhere, savePetition, subjectsOf, type Petition } from './petition.ts'
import { publish } from './publish.ts'
import { isSeen, mayApprove } from './rights.ts'
import { resumeClock } from './resume-clock.ts'

type Of<Name extends ActName> = Extract<Act, { act: Name }>

/** What becomes of a petition, and what its history says; a draft that is only kept says nothing. */
interface Outcome {
  readonly petition: Petition
  readonly happened?: Omit<Happened, 'who'>
  readonly event?: string
}

type Doing<Name extends ActName> = (
  ctx: Context,
  parts: PetitionsParts,
  petition: Petition,
  act: Of<Name>,
) => Promise<Outcome>

/** Does one thing with a petition that the caller sees, if it may be done now. */
export async function handle(
  ctx: Context,
  parts: PetitionsParts,
  { id, revision, act }: { id: string; revision: number; act: Act },
) {
  const petition = await lockSeen(ctx, id, revision)
  const { extensions } = ruleOf(parts.rules, petition.kind, petition.askedAt)
  const approves = mayApprove(ctx.actor, petition)
  const allowed = allowedActs(petition, { now: ctx.now(), extensions: extensions.length, approves })
  if (!allowed.includes(act.act)) throw new Problem('notNow', petitionProblems.notNow)
  const doing = doings[act.act] as Doing<ActName>
  const { petition: changed, happened, event } = await doing(ctx, parts, petition, act)
  const saved = await savePetition(ctx.tx, changed)
  if (happened !== undefined) await writeHistory(ctx, id, { ...happened, who: nameOfActor(ctx) })
  ctx.note({
    objectType: 'petition',
    objectId: id,
    subjects: await subjectsOf(ctx.tx, id),
    facts: { code: petition.code, act: act.act },
  })
  if (event !== undefined) ctx.emit(event, { petitionId: id })
  return { status: saved.status, revision: saved.revision }
}

const doings: { readonly [Name in ActName]: Doing<Name> } = {
  async accept(ctx, parts, petition, { case: named = 'ordinary' }) {
    const { answer } = ruleOf(parts.rules, petition.kind, petition.askedAt)
    if (!answer.some((one) => one.case === named)) throw new Problem('notNow', petitionProblems.notNow)
    await resumeClock(ctx, petition.id)
    const accepted = {
      ...petition,
      status: 'accepted' as const,
      acceptedAt: petition.acceptedAt ?? ctx.now(),
      limitCase: named,
      askedMore: null,
    }
    const answerDue = (await answerDueOf(ctx, parts.rules, accepted)) ?? null
    return {
      petition: { ...accepted, answerDue },
      happened: {
        kind: 'accepted',
        words: {
          vi: `Đã nhận giải quyết, trả lời trước ${answerDue ? showDate(dateAt(answerDue)) : ''}`,
          en: `Accepted; answered by ${answerDue ? showDate(dateAt(answerDue)) : ''}`,
        },
        isPublic: true,
      },
      event: 'petition.accepted',
    }
  },

  async refuse(ctx, _parts, petition, { reason }) {
    await resumeClock(ctx, petition.id)
    const refused = { ...petition, status: 'refused' as const, refusal: reason }
    const happened = { kind: 'refused', words: { vi: 'Không giải quyết', en: 'Refused' }, note: reason, isPublic: true }
    await endMerged(ctx, refused, happened, 'petition.refused')
    return { petition: refused, happened, event: 'petition.refused' }
  },

  async 'ask-more'(ctx, _parts, petition, { words }) {
    await write(
      ctx.tx,
      sql`insert into petitions.clock_stop (petition_id, stopped_at) values (${petition.id}, ${ctx.now()}) on conflict do nothing`,
    )
    return {
      petition: { ...petition, status: 'waiting-sender', askedMore: words },
      happened: {
        kind: 'asked-more',
        words: { vi: 'Hỏi thêm người gửi', en: 'Asked for more' },
        note: words,
        isPublic: true,
      },
      event: 'petition.asked-more',
    }
  },

  async assign(ctx, _parts, petition, { unitId, note }) {
    const today = dateAt(ctx.now())
    const unit = await findUnit(ctx.tx, unitId, today)
    if (unit === undefined || unit.id === petition.unitId) throw new Problem('notNow', petitionProblems.notNow)
    await mustBeCompetent(ctx.tx, unit, petition, today)
    return {
      petition: { ...petition, unitId: unit.id, unitKey: unit.key, proposedAt: null },
      happened: {
        kind: 'assigned',
        words: { vi: `Giao ${unit.name}`, en: `Given to ${unit.name}` },
        note,
        // Of who inside works on it, the sender hears the unit; what colleagues write to each other is theirs.
        isPublic: note === undefined,
      },
      event: 'petition.assigned',
    }
  },

  async extend(ctx, parts, petition, { reason }) {
    const extended = { ...petition, extensions: petition.extensions + 1 }
    const answerDue = (await answerDueOf(ctx, parts.rules, extended)) ?? null
    return {
      petition: { ...extended, answerDue },
      happened: {
        kind: 'extended',
        words: {
          vi: `Gia hạn đến ${answerDue ? showDate(dateAt(answerDue)) : ''}`,
          en: `Put off until ${answerDue ? showDate(dateAt(answerDue)) : ''}`,
        },
        note: reason,
        isPublic: true,
      },
      event: 'petition.extended',
    }
  },

  async merge(ctx, _parts, petition, { into }) {
    const [target] = await petitionsWhere(
      ctx.tx,
      sql`p.id = ${into} and p.id <> ${petition.id} and ${isSeen(ctx.actor)}
        and p.status in ('sent', 'accepted', 'waiting-sender') for update`,
    )
    if (target === undefined || !isPublishedKind(target.kind))
      throw new Problem('notTheSame', petitionProblems.notTheSame)
    await write(
      ctx.tx,
      sql`update petitions.petition set merged_into = ${target.id}, revision = revision + 1 where merged_into = ${petition.id}`,
    )
    await resumeClock(ctx, petition.id)
    return {
      petition: { ...petition, status: 'merged', mergedInto: target.id },
      happened: {
        kind: 'merged',
        words: { vi: `Trả lời chung với ${target.code}`, en: `Answered together with ${target.code}` },
        isPublic: true,
      },
    }
  },

  async save(ctx, _parts, petition, { text }) {
    return { petition: { ...petition, draft: text, draftedBy: nameOfActor(ctx) } }
  },

  async propose(ctx, _parts, petition, { text }) {
    return {
      petition: { ...petition, draft: text, draftedBy: nameOfActor(ctx), proposedAt: ctx.now(), returned: null },
      happened: { kind: 'proposed', words: { vi: 'Trình câu trả lời', en: 'Answer proposed' }, isPublic: false },
      event: 'petition.proposed',
    }
  },

  async return(_ctx, _parts, petition, { words }) {
    return {
      petition: { ...petition, proposedAt: null, returned: words },
      happened: {
        kind: 'returned',
        words: { vi: 'Trả lại để sửa câu trả lời', en: 'Answer returned' },
        note: words,
        isPublic: false,
      },
      event: 'petition.returned',
    }
  },

  async approve(ctx, parts, petition, { text }) {
    const answered = await answerWith(ctx, parts, petition, text)
    const happened = { kind: 'answered', words: { vi: 'Đã trả lời', en: 'Answered' }, isPublic: true }
    await endMerged(ctx, answered, happened, 'petition.answered')
    return { petition: answered, happened, event: 'petition.answered' }
  },

  async publish(ctx, _parts, petition, { act: _act, ...shown }) {
    await publish(ctx, petition, shown)
    return {
      petition: { ...petition, publishedAt: ctx.now(), publishDue: null },
      happened: { kind: 'published', words: { vi: 'Đăng công khai', en: 'Published' }, isPublic: true },
      event: 'petition.published',
    }
  },
}

async function answerWith(
  ctx: Context,
  { rules }: PetitionsParts,
  petition: Petition,
  text: string,
): Promise<Petition> {
  const { publish: limit } = ruleOf(rules, petition.kind, petition.askedAt)
  const workingTime = (await officesNow(ctx)).workingTimeOf(petition.unitId)
  const isToPublish = petition.mayPublish && limit !== undefined && petition.publishedAt === null
  return {
    ...petition,
    status: 'answered',
    answer: text,
    draft: null,
    proposedAt: null,
    returned: null,
    answeredBy: nameOfActor(ctx),
    answeredAt: ctx.now(),
    publishDue: isToPublish ? (dueAfter(workingTime, ctx.now(), limit) ?? null) : null,
  }
}

/** Whoever asked the same is told the same, each by themselves; it is published once. */
async function endMerged(ctx: Context, ended: Petition, happened: Omit<Happened, 'who'>, event: string): Promise<void> {
  const merged = await rows(
    ctx.tx,
    sql<{
      id: string
    }>`update petitions.petition set status = ${ended.status}, answer = ${ended.answer}, refusal = ${ended.refusal},
        answered_by = ${ended.answeredBy}, answered_at = ${ended.answeredAt}, revision = revision + 1
      where merged_into = ${ended.id} and status = 'merged' returning id`,
  )
  for (const { id } of merged) {
    await writeHistory(ctx, id, { ...happened, who: nameOfActor(ctx) })
    ctx.emit(event, { petitionId: id })
  }
}
