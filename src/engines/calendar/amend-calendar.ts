import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem, fail } from '#values/errors.ts'
import { civil, dateAt, type PlainDate } from '#values/plain-date.ts'
import { unitTree } from '#engines/directory/index.ts'
import { datesAmended, layAmendments, type Amendment } from './amendment.ts'
import { amendmentProblems, type amendmentContract, type AmendmentInput } from './amendment-contract.ts'
import { baseCalendar, currentCalendar, publishAmended } from './current-calendar.ts'
import { coverOf } from './declare.ts'
import { officesOf, type Offices } from './offices.ts'
import {
  amendmentsInForce,
  amendmentsWithin,
  findAmendment,
  lockAmendments,
  markUndone,
  storeAmendment,
} from './stored-amendments.ts'
import { workingTimeOf, type WorkingTime } from './working-time.ts'

/** Declaring days on screen, over what the system declares. */
export const amendmentHandlers: Handlers<typeof amendmentContract> = {
  async listDeclaredDays(ctx, { year }) {
    const found = await amendmentsWithin(ctx.tx, civil(`${year}-01-01`), civil(`${year}-12-31`))
    const today = dateAt(ctx.now())
    return found.map((one) => ({ ...one, canUndo: one.undoneAt === null && isAhead(one, today) }))
  },

  async previewDay(ctx, input) {
    const { before, after, amendment } = await propose(ctx, input)
    return { days: changesOf(before, after, datesAmended(amendment)) }
  },

  async declareDay(ctx, input) {
    await lockAmendments(ctx.tx)
    const { amendment } = await propose(ctx, input)
    const id = await storeAmendment(ctx, { ...amendment, reason: input.reason })
    const version = await publishAmended(ctx.tx)
    ctx.note({ objectType: 'calendar-day', objectId: id, facts: { ...amendment, reason: input.reason, version } })
    ctx.emit('calendar.changed', { version, document: amendment.document })
    return { id, version }
  },

  async undoDay(ctx, { id }) {
    await lockAmendments(ctx.tx)
    const amendment = (await findAmendment(ctx.tx, id)) ?? fail('notFound')
    if (amendment.undoneAt !== null) fail('conflict')
    if (!isAhead(amendment, dateAt(ctx.now()))) throw new Problem('dayBegun', amendmentProblems.dayBegun)
    await markUndone(ctx, id)
    const version = await publishAmended(ctx.tx)
    ctx.note({ objectType: 'calendar-day', objectId: id, facts: { undone: amendment.document, version } })
    ctx.emit('calendar.changed', { version, document: amendment.document })
    return { version }
  },
}

export interface ProposedDays {
  readonly amendment: Amendment
  readonly before: WorkingTime
  readonly after: WorkingTime
  /** The working time of each unit with them. */
  readonly officesAfter: Offices
}

/** What would hold: the calendar of now and that with the days laid over it. Refused with the reason where they may not be declared. */
export async function propose(ctx: Context, input: AmendmentInput): Promise<ProposedDays> {
  const amendment = amendmentOf(input)
  const dates = datesAmended(amendment)
  const { calendar, workingTime, ownHours } = await currentCalendar(ctx.tx)
  const base = await baseCalendar(ctx.tx)
  const inForce = await amendmentsInForce(ctx.tx)
  const today = dateAt(ctx.now())
  if ((dates[0] as PlainDate) < today) throw new Problem('dayPast', amendmentProblems.dayPast)
  const { from, to } = coverOf(calendar)
  if (dates.some((date) => date < from || date >= to)) throw new Problem('notCovered', amendmentProblems.notCovered)
  // What has begun cannot be taken back any more: a later document says otherwise of the days that are left of it.
  const clash = inForce.find((one) => isAhead(one, today) && datesAmended(one).some((date) => dates.includes(date)))
  if (clash !== undefined) throw new Problem('dayDeclared', amendmentProblems.dayDeclared)
  const laid = layAmendments(base, [...inForce, amendment])
  const after = workingTimeOf(laid)
  const isIdle = amendment.kind === 'swap' && !workingTime.isWorkingDay(amendment.firstDay)
  if (isIdle || changesOf(workingTime, after, dates).length === 0)
    throw new Problem('nothingChanges', amendmentProblems.nothingChanges)
  if (amendment.workDay !== null && workingTime.isWorkingDay(amendment.workDay))
    throw new Problem('workDayWorked', amendmentProblems.workDayWorked)
  const offices = officesOf({ calendar: laid, workingTime: after }, ownHours)
  const officesAfter = offices(await unitTree(ctx.tx, today))
  return { amendment, before: workingTime, after, officesAfter }
}

const amendmentOf = ({ kind, day, lastDay, workDay, half, name, document }: AmendmentInput): Amendment => ({
  kind,
  firstDay: day,
  lastDay: kind === 'swap' || kind === 'half-day' ? day : (lastDay ?? day),
  workDay: kind === 'swap' ? (workDay as PlainDate) : null,
  half: kind === 'half-day' ? (half ?? 'morning') : null,
  name: { vi: name, en: name },
  document,
})

/** Nothing was worked or counted by it yet: its first day lies ahead. */
const isAhead = (amendment: Amendment, today: PlainDate): boolean => (datesAmended(amendment)[0] as PlainDate) > today

/** The dates whose office hours differ, with both. */
const changesOf = (before: WorkingTime, after: WorkingTime, dates: readonly PlainDate[]) =>
  dates
    .map((date) => ({ date, before: spansSaid(before, date), after: spansSaid(after, date) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))

const spansSaid = (workingTime: WorkingTime, date: PlainDate) =>
  workingTime.spansOn(date).map(({ start, end }) => ({ start: clockOf(start), end: clockOf(end) }))

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
