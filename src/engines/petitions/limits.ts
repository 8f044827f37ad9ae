import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt, holdsOn } from '#values/plain-date.ts'
import type { DaysLeft } from '#engines/calendar/contract.ts'
import {
  daysLeft,
  deadlineOf,
  officesNow,
  type ClockStop,
  type Offices,
  type WorkingTime,
} from '#engines/calendar/index.ts'
import type { PetitionRule, PetitionRules } from './declare.ts'
import type { Petition } from './petition.ts'

/** The limits of a kind on the day when it was sent; those of a second complaint are its own. */
export function ruleOf(
  rules: PetitionRules,
  { kind, askedAt, firstDecision }: Pick<Petition, 'kind' | 'askedAt' | 'firstDecision'>,
): PetitionRule {
  const isSecond = firstDecision !== null
  const found = rules.limits.findLast(
    (rule) => rule.kind === kind && rule.isSecond === isSecond && holdsOn(rule, dateAt(askedAt)),
  )
  if (found === undefined) throw new Error(`no limits for a ${kind} of ${askedAt.toISOString()}`)
  return found
}

/** The end of a limit that begins at an instant, by the hours of the unit that keeps it; no time stood still. */
export const dueAfter = (workingTime: WorkingTime, start: Date, limit: PetitionRule['accept']): Date =>
  deadlineOf(workingTime, { start, limit, stops: [] }).at as Date

/** The dates of what is sent now to a unit; that of the answer where it counts from the sending. */
export async function firstDates(
  ctx: Context,
  rules: PetitionRules,
  petition: Pick<Petition, 'kind' | 'askedAt' | 'firstDecision' | 'unitId'>,
) {
  const at = petition.askedAt
  const { accept, supplement, answerFrom, answer } = ruleOf(rules, petition)
  const workingTime = (await officesNow(ctx)).workingTimeOf(petition.unitId)
  const ordinary = answerFrom === 'sending' ? answer[0]?.limit : undefined
  return {
    acceptDue: dueAfter(workingTime, at, accept),
    supplementDue: dueAfter(workingTime, at, supplement),
    answerDue: ordinary === undefined ? null : dueAfter(workingTime, at, ordinary),
  }
}

type Counted = Pick<
  Petition,
  | 'id'
  | 'kind'
  | 'unitId'
  | 'askedAt'
  | 'acceptedAt'
  | 'reopenedAt'
  | 'limitCase'
  | 'extensions'
  | 'answerDue'
  | 'firstDecision'
>

/**
 * Until when the answer is due: counted from where the rule says, without the times in which the sender was waited for, then put off as
 * often as it was. Undefined before the acceptance that it counts from; the last known date while the clock stands.
 */
export async function answerDueOf(ctx: Context, rules: PetitionRules, petition: Counted): Promise<Date | undefined> {
  const rule = ruleOf(rules, petition)
  const start = petition.reopenedAt ?? (rule.answerFrom === 'sending' ? petition.askedAt : petition.acceptedAt)
  if (start === null) return undefined
  const limit = (rule.answer.find((one) => one.case === petition.limitCase) ?? rule.answer[0])?.limit
  if (limit === undefined) return undefined
  const workingTime = (await officesNow(ctx)).workingTimeOf(petition.unitId)
  const putOff = rule.extensions.slice(0, petition.extensions).reduce((sum, days) => sum + days, 0)
  const whole = { ...limit, amount: limit.amount + putOff }
  const stops = await stopsOf(ctx, petition.id)
  return deadlineOf(workingTime, { start, limit: whole, stops }).at ?? petition.answerDue ?? undefined
}

/** The days that are left of the date which comes next, counted as its own limit counts. */
export function leftOf(
  rules: PetitionRules,
  offices: Offices,
  now: Date,
  petition: Pick<Petition, 'kind' | 'status' | 'askedAt' | 'unitId' | 'due' | 'firstDecision'>,
): DaysLeft | null {
  const { status, unitId, due } = petition
  if (due === null) return null
  const { accept, answer, publish = accept } = ruleOf(rules, petition)
  const limit = status === 'answered' ? publish : status === 'accepted' ? (answer[0]?.limit ?? accept) : accept
  return daysLeft(offices.workingTimeOf(unitId), now, due, limit.unit)
}

async function stopsOf(ctx: Context, petitionId: string): Promise<ClockStop[]> {
  const found = await rows(
    ctx.tx,
    sql<{ stoppedAt: Date; resumedAt: Date | null }>`select stopped_at, resumed_at from petitions.clock_stop
      where petition_id = ${petitionId} order by stopped_at`,
  )
  return found.map((stop) => ({ from: stop.stoppedAt, to: stop.resumedAt ?? undefined, ground: 'supplement' }))
}
