import { createHash } from 'node:crypto'
import { find, get, json, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { keep } from '#kernel/database/memory.ts'
import { writeEvents } from '#kernel/operations/outbox.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { layAmendments } from './amendment.ts'
import { defineCalendar, type Calendar } from './declare.ts'
import { amendmentsInForce } from './stored-amendments.ts'
import { workingTimeOf, type WorkingTime } from './working-time.ts'

export interface CurrentCalendar {
  readonly number: number
  readonly publishedAt: Date
  readonly calendar: Calendar
  readonly workingTime: WorkingTime
}

/** Calendars by the digest of what they say, which is the same in every database: once worked out, one is kept. */
const workedOut = new Map<string, Pick<CurrentCalendar, 'calendar' | 'workingTime'>>()

const latest = sql<{ number: number; digest: string; publishedAt: Date }>`
  select number, digest, published_at from calendar.version order by number desc limit 1`

/** A recount of deadlines waits two seconds for every process to know a new version, also one that missed the notice. */
const knownMs = 1000

/** The calendar in force. Fails when none was ever published: without one no date can be promised. */
export async function currentCalendar(tx: Queries): Promise<CurrentCalendar> {
  const { number, digest, publishedAt } = await keep(tx, 'calendar version', () => get(tx, latest), knownMs)
  const known = workedOut.get(digest)
  if (known) return { number, publishedAt, ...known }
  const { declaration } = await get(
    tx,
    sql<{ declaration: unknown }>`select declaration from calendar.version where number = ${number}`,
  )
  const calendar = defineCalendar(declaration as never)
  const made = { calendar, workingTime: workingTimeOf(calendar) }
  workedOut.set(digest, made)
  return { number, publishedAt, ...made }
}

/** The counter of working time in force. */
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
 * Publishes a declared calendar, with the days declared on screen laid over it, unless the newest version says the same; open
 * deadlines are counted again by whoever stored them (event `calendar.changed`).
 */
export async function publishCalendar(tx: Queries, calendar: Calendar): Promise<boolean> {
  const laid = layAmendments(calendar, await amendmentsInForce(tx))
  const before = await find(
    tx,
    sql<{ digest: string }>`select digest from calendar.version order by number desc limit 1`,
  )
  if (before?.digest === digestOf(laid)) return false
  const version = await insertVersion(tx, laid, calendar)
  if (before !== undefined)
    await writeEvents(tx, [{ event: 'calendar.changed', payload: { version, document: null } }], 'publish-calendar')
  return true
}

/** Publishes the system's calendar anew with the days that are declared on screen now; answers the version. */
export async function publishAmended(tx: Queries): Promise<number> {
  const base = await baseCalendar(tx)
  return insertVersion(tx, layAmendments(base, await amendmentsInForce(tx)), base)
}

async function insertVersion(tx: Queries, laid: Calendar, base: Calendar): Promise<number> {
  await tellRightsChanged(tx)
  const { number } = await get(
    tx,
    sql<{ number: number }>`insert into calendar.version (digest, declaration, base)
      values (${digestOf(laid)}, ${json(laid)}, ${laid === base ? null : json(base)}) returning number`,
  )
  return number
}

const digestOf = (calendar: Calendar): string => createHash('sha256').update(JSON.stringify(calendar)).digest('hex')
