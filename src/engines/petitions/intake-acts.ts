import { sql, write } from '#kernel/database/query.ts'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { findUnit, getUnit } from '#engines/directory/index.ts'
import { competentFor, mustBeCompetent } from './competence.ts'
import { petitionProblems } from './contract/problems.ts'
import type { Doing } from './doing.ts'
import { endMerged } from './end-merged.ts'
import { isPublishedKind } from './kinds.ts'
import { answerDueOf, firstDates, ruleOf } from './limits.ts'
import { petitionsWhere } from './petition.ts'
import { resumeClock } from './resume-clock.ts'
import { isSeen } from './rights.ts'

type Intake = 'accept' | 'refuse' | 'ask-more' | 'assign' | 'as-second' | 'extend' | 'merge'

/** Who has it, until when, and together with what. */
export const intakeActs: { readonly [Name in Intake]: Doing<Name> } = {
  async accept(ctx, parts, petition, { case: named = 'ordinary' }) {
    const { answer } = ruleOf(parts.rules, petition)
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

  async 'as-second'(ctx, { rules }, petition, { decision }) {
    const today = dateAt(ctx.now())
    const aboutUnitId = petition.aboutUnitId ?? (await getUnit(ctx.tx, petition.unitId, today)).agencyId
    const second = { ...petition, aboutUnitId, firstDecision: decision, proposedAt: null }
    const unit = await competentFor(ctx.tx, second, rules.receivers, today)
    const given = { ...second, unitId: unit.id, unitKey: unit.key }
    return {
      petition: { ...given, ...(await firstDates(ctx, rules, given)) },
      happened: {
        kind: 'as-second',
        words: { vi: `Là khiếu nại lần hai, chuyển ${unit.name}`, en: `A second complaint, given to ${unit.name}` },
        note: decision,
        isPublic: true,
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
}
