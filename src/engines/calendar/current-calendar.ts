import { createHash } from 'node:crypto'
import { find, get, json, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { keep } from '#kernel/database/memory.ts'
import { writeEvents } from '#kernel/operations/outbox.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { unitTree, type UnitTree } from '#engines/directory/index.ts'
import { layAmendments } from './amendment.ts'
import { defineCalendar, type Calendar } from './declare.ts'
import { hoursOn, type HoursOn, type OwnHours } from './office-hours.ts'
import { officesOf, type Offices } from './offices.ts'
import { amendmentsInForce } from './stored-amendments.ts'
import { hoursInForce } from './stored-hours.ts'
import { workingTimeOf, type WorkingTime } from './working-time.ts'

export interface CurrentCalendar {
  readonly number: number
  readonly publishedAt: Date
  readonly calendar: Calendar
  readonly workingTime: WorkingTime
  /** What units declared of their own; see `officesNow`. */
  readonly ownHours: readonly OwnHours[]
  readonly officesIn: (tree: UnitTree) => Offices
}

/** Calendars by the digest of what they say, which is the same in every database: once worked out, one is kept. */
const workedOut = new Map<string, Omit<CurrentCalendar, 'number' | 'publishedAt'>>()

const latest = sql<{ number: number; digest: string; publishedAt: Date }>`
  select number, digest, published_at from calendar.version order by number desc limit 1`

/** A recount of deadlines waits two seconds for every process to know a new version, also one that missed the notice. */
const knownMs = 1000

/** The calendar in force. Fails when none was ever published: without one no date can be promised. */
export async function currentCalendar(tx: Queries): Promise<CurrentCalendar> {
  const { number, digest, publishedAt } = await keep(tx, 'calendar version', () => get(tx, latest), knownMs)
  const known = workedOut.get(digest)
  if (known) return { number, publishedAt, ...known }
  const { declaration, ownHours } = await get(
    tx,
    sql<{ declaration: unknown; ownHours: readonly OwnHours[] }>`
      select declaration, coalesce(own_hours, '[]') as own_hours from calendar.version where number = ${number}`,
  )
  const calendar = defineCalendar(declaration as never)
  const general = { calendar, workingTime: workingTimeOf(calendar) }
  const made = { ...general, ownHours, officesIn: officesOf(general, ownHours) }
  workedOut.set(digest, made)
  return { number, publishedAt, ...made }
}

const noTree: UnitTree = new Map()

/** The working time of each unit, in the tree of today. */
export async function officesNow({ tx, now }: Pick<Context, 'tx' | 'now'>): Promise<Offices> {
  const { ownHours, officesIn } = await currentCalendar(tx)
  return officesIn(ownHours.length === 0 ? noTree : await unitTree(tx, dateAt(now())))
}

/** The working time of one unit; of no unit in particular, by the hours that the system declares. */
export const workingTimeAt = async (
  ctx: Pick<Context, 'tx' | 'now'>,
  unitId: string | undefined,
): Promise<WorkingTime> =>
  unitId === undefined ? workingTimeNow(ctx.tx) : (await officesNow(ctx)).workingTimeOf(unitId)

/** The office hours of a unit that hold on a date, by weekday, and its cut-off; of no unit in particular, those of the system. */
export const hoursAt = async (
  ctx: Pick<Context, 'tx' | 'now'>,
  unitId: string | undefined,
  date: PlainDate,
): Promise<HoursOn> =>
  hoursOn(
    unitId === undefined ? (await currentCalendar(ctx.tx)).calendar : (await officesNow(ctx)).calendarOf(unitId),
    date,
  )

/** The counter of working time in force, by the hours that the system declares. */
export const workingTimeNow = async (tx: Queries): Promise<WorkingTime> => (await currentCalendar(tx)).workingTime

/** What the system declares, before the days that were declared on screen. */
export async function baseCalendar(tx: Queries): Promise<Calendar> {
  const row = await get(
    tx,
    sql<{
      base: unknown
    }>`select coalesce(base, declaration) as base from calendar.version order by number desc limit 1`,
  )
  return defineCalendar(row.base as never)
}

/**
 * Publishes a declared calendar, with what was declared on screen laid over it, unless the newest version says the same; open
 * deadlines are counted again by whoever stored them (event `calendar.changed`).
 */
export async function publishCalendar(tx: Queries, calendar: Calendar): Promise<boolean> {
  const laid = layAmendments(calendar, await amendmentsInForce(tx))
  const ownHours = await hoursInForce(tx)
  const before = await find(
    tx,
    sql<{ digest: string }>`select digest from calendar.version order by number desc limit 1`,
  )
  if (before?.digest === digestOf(laid, ownHours)) return false
  const version = await insertVersion(tx, laid, calendar, ownHours)
  if (before !== undefined)
    await writeEvents(tx, [{ event: 'calendar.changed', payload: { version, document: null } }], 'publish-calendar')
  return true
}

/** Publishes the system's calendar anew with the days and office hours that are declared on screen now; answers the version. */
export async function publishAmended(tx: Queries): Promise<number> {
  const base = await baseCalendar(tx)
  return insertVersion(tx, layAmendments(base, await amendmentsInForce(tx)), base, await hoursInForce(tx))
}

async function insertVersion(
  tx: Queries,
  laid: Calendar,
  base: Calendar,
  ownHours: readonly OwnHours[],
): Promise<number> {
  await tellRightsChanged(tx)
  const { number } = await get(
    tx,
    sql<{ number: number }>`insert into calendar.version (digest, declaration, base, own_hours)
      values (${digestOf(laid, ownHours)}, ${json(laid)}, ${laid === base ? null : json(base)},
        ${ownHours.length === 0 ? null : json(ownHours)}) returning number`,
  )
  return number
}

const digestOf = (calendar: Calendar, ownHours: readonly OwnHours[]): string =>
  createHash('sha256')
    .update(JSON.stringify(ownHours.length === 0 ? calendar : { calendar, ownHours }))
    .digest('hex')
