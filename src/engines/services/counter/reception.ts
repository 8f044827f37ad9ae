import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { deadlineOf, workingTimeAt } from '#engines/calendar/index.ts'
import type { UnitRow } from '#engines/directory/index.ts'
import { visibleAnswers } from '#engines/forms/contract.ts'
import { countersOf, mustBeOne, mustBeReceivable, oneCounterOf, receptionAt } from './counter.ts'
import type { Procedure } from '../declare.ts'
import type { Channel } from '../dossier/dossier.ts'
import { mustBeFiledOnline } from '../draft/filed-online.ts'
import { destinationOf } from '../draft/draft-view.ts'
import { feesOf, timeLimitOf } from '../procedure/procedure.ts'
import { viewDays, viewFees } from '../dossier/view.ts'

/** One application at a counter: which counter, who receives and decides it, on what facts its fees and days hang. */
export interface Reception {
  readonly procedure: Procedure & Required<Pick<Procedure, 'form' | 'process'>>
  readonly channel: Channel
  /** Where the officer sits. */
  readonly counter: UnitRow
  /** All of the caller's counters that would do; to help online, any. */
  readonly counters: readonly UnitRow[]
  readonly place: string | null
  /** Not known while a place is still to be chosen. */
  readonly owner: UnitRow | undefined
}

export interface ReceptionAsked {
  readonly channel: Channel
  readonly counterId?: string | undefined
  /** Where an online application goes; over the counter it is the counter's own place. */
  readonly place?: string | undefined
}

/** Where an application goes that is written at a counter; refused when the procedure cannot be filed in this way, or here. */
export async function receptionOf(ctx: Context, procedure: Procedure, asked: ReceptionAsked): Promise<Reception> {
  const { channel } = asked
  if (channel === 'online') {
    mustBeOne(procedure)
    mustBeFiledOnline(ctx, procedure)
    const counter = await oneCounterOf(ctx, asked.counterId)
    const place = asked.place ?? null
    const destination = await destinationOf(ctx, procedure, place)
    return { procedure, channel, counter, counters: await countersOf(ctx), place, owner: destination?.owner }
  }
  mustBeReceivable(ctx, procedure)
  const { counter, counters, owner } = await receptionAt(ctx, procedure, asked.counterId)
  return { procedure, channel, counter, counters, place: counter.areaCode, owner }
}

/** What follows from the answers so far: fees, and the day it is due if it is received now. */
export async function whatFollows(ctx: Context, reception: Reception, answers: Readonly<Record<string, unknown>>) {
  const { procedure, channel, place } = reception
  const on = dateAt(ctx.now())
  const facts = { answers: visibleAnswers(procedure.form, answers), channel, place }
  const limit = timeLimitOf(procedure, on, facts)
  const workingTime = await workingTimeAt(ctx, reception.counter.id)
  return {
    fees: viewFees(
      feesOf(procedure, on, facts).filter((fee) => fee.amount > 0),
      facts,
    ),
    promised: deadlineOf(workingTime, { start: ctx.now(), limit, stops: [] }).at as Date,
    days: viewDays(workingTime, ctx.now(), limit, [], ctx.now()),
    limitUnit: limit.unit,
  }
}
