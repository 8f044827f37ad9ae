import { isDeepStrictEqual } from 'node:util'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { getUnit, mustReachUnit, unitTree, type UnitRow } from '#engines/directory/index.ts'
import { currentCalendar, officesNow, publishAmended } from './current-calendar.ts'
import { hoursOn, type HoursOn, type OwnHours } from './office-hours.ts'
import { officeHoursProblems, weekOf, type HoursInput, type officeHoursContract } from './office-hours-contract.ts'
import { officesOf, type Offices } from './offices.ts'
import { lockAmendments } from './stored-amendments.ts'
import { findHours, hoursOfUnits, markHoursUndone, storeHours } from './stored-hours.ts'

const permission = 'office-hours.manage'

/** Declaring on screen the office hours of a unit and those below it. */
export const officeHoursHandlers: Handlers<typeof officeHoursContract> = {
  async getOfficeHours(ctx, { unitId }) {
    const today = dateAt(ctx.now())
    await getUnit(ctx.tx, unitId, today)
    const calendar = (await officesNow(ctx)).calendarOf(unitId)
    const hours = hoursOn(calendar, today)
    const periods = [...calendar.officeHours, ...(calendar.cutOffs ?? [])]
    const turns = periods.flatMap(({ from }) => (from !== undefined && from > today ? [from] : []))
    const from = turns.toSorted().find((day) => !isDeepStrictEqual(hoursOn(calendar, day), hours))
    return { ...hours, coming: from === undefined ? null : { from, ...hoursOn(calendar, from) } }
  },

  async listOwnHours(ctx) {
    const today = dateAt(ctx.now())
    const found = await hoursOfUnits(ctx.tx, scopeOf(ctx.actor, permission), today)
    return found.map((one) => ({
      ...one,
      canUndo: one.undoneAt === null && one.from > today && one.reorganizationId === null,
    }))
  },

  async previewHours(ctx, input) {
    const { unit, own, before, after } = await proposeHours(ctx, input)
    const [was, becomes] = changeOn(own.from, unit.id, before, after)
    const units = [...(await unitTree(ctx.tx, dateAt(ctx.now())))].filter(([, { isEnded }]) => !isEnded)
    const changed = units.filter(([id]) => !isDeepStrictEqual(...changeOn(own.from, id, before, after)))
    return { unitName: unit.name, before: was, after: becomes, units: changed.length }
  },

  async declareHours(ctx, { reason, ...input }) {
    await lockAmendments(ctx.tx)
    const { own } = await proposeHours(ctx, input)
    const id = await storeHours(ctx, { ...own, document: input.document, reason, reorganizationId: null })
    const version = await publishAmended(ctx.tx)
    ctx.note({ objectType: 'office-hours', objectId: id, facts: { ...own, document: input.document, reason, version } })
    ctx.emit('calendar.changed', { version, document: input.document })
    return { id, version }
  },

  async undoHours(ctx, { id }) {
    await lockAmendments(ctx.tx)
    const today = dateAt(ctx.now())
    const hours = (await findHours(ctx.tx, id, today)) ?? fail('notFound')
    // Its unit may not be there yet.
    if (hours.reorganizationId !== null) throw new Problem('hoursOfPlan', officeHoursProblems.hoursOfPlan)
    await mustReachUnit(ctx, permission, hours.unitId)
    if (hours.undoneAt !== null) fail('conflict')
    if (hours.from <= today) throw new Problem('hoursBegun', officeHoursProblems.hoursBegun)
    await markHoursUndone(ctx, id)
    const version = await publishAmended(ctx.tx)
    ctx.note({ objectType: 'office-hours', objectId: id, facts: { undone: hours.document, version } })
    ctx.emit('calendar.changed', { version, document: hours.document })
    return { version }
  },
}

/** What would hold, and what holds. Refused with the reason where the hours may not be declared. */
export async function proposeHours(
  ctx: Context,
  input: HoursInput,
): Promise<{ readonly unit: UnitRow; readonly own: OwnHours; readonly before: Offices; readonly after: Offices }> {
  const unit = await mustReachUnit(ctx, permission, input.unitId)
  const today = dateAt(ctx.now())
  if (input.from <= today) throw new Problem('hoursNotAhead', officeHoursProblems.hoursNotAhead)
  const current = await currentCalendar(ctx.tx)
  if (current.ownHours.some(({ unitId, from }) => unitId === unit.id && from === input.from))
    throw new Problem('hoursDeclared', officeHoursProblems.hoursDeclared)
  const own = { unitId: unit.id, from: input.from, week: weekOf(input), cutOff: input.cutOff ?? null }
  const tree = await unitTree(ctx.tx, today)
  const [before, after] = [current.officesIn(tree), officesOf(current, [...current.ownHours, own])(tree)]
  if (isDeepStrictEqual(...changeOn(own.from, unit.id, before, after)))
    throw new Problem('hoursUnchanged', officeHoursProblems.hoursUnchanged)
  return { unit, own, before, after }
}

const changeOn = (date: PlainDate, unitId: string, before: Offices, after: Offices): [HoursOn, HoursOn] => [
  hoursOn(before.calendarOf(unitId), date),
  hoursOn(after.calendarOf(unitId), date),
]
