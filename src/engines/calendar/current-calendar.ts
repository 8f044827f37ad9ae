import { createHash } from 'node:crypto'
import { find, get, json, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { keep } from '#kernel/database/memory.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { defineCalendar, type Calendar } from './declare.ts'
import { workingTimeOf, type WorkingTime } from './working-time.ts'

export interface CurrentCalendar {
  readonly number: number
  readonly publishedAt: Date
  readonly calendar: Calendar
  readonly workingTime: WorkingTime
}

/** Versions never change: once read and worked out, one is kept. */
const versions = new Map<number, CurrentCalendar>()

const latest = sql<{ number: number }>`select number from calendar.version order by number desc limit 1`

/** The calendar in force. Fails when none was ever published: without one no date can be promised. */
export async function currentCalendar(tx: Queries): Promise<CurrentCalendar> {
  const { number } = await keep(tx, 'calendar version', () => get(tx, latest))
  const known = versions.get(number)
  if (known) return known
  const row = await get(
    tx,
    sql<{
      declaration: unknown
      publishedAt: Date
    }>`select declaration, published_at from calendar.version where number = ${number}`,
  )
  const calendar = defineCalendar(row.declaration as never)
  const current = { number, publishedAt: row.publishedAt, calendar, workingTime: workingTimeOf(calendar) }
  versions.set(number, current)
  return current
}

/** The counter of working time in force. */
export const workingTimeNow = async (tx: Queries): Promise<WorkingTime> => (await currentCalendar(tx)).workingTime

/** Publishes a declared calendar unless the newest version says the same. */
export async function publishCalendar(tx: Queries, calendar: Calendar): Promise<boolean> {
  const digest = createHash('sha256').update(JSON.stringify(calendar)).digest('hex')
  const before = await find(
    tx,
    sql<{ digest: string }>`select digest from calendar.version order by number desc limit 1`,
  )
  if (before?.digest === digest) return false
  await run(tx, sql`insert into calendar.version (digest, declaration) values (${digest}, ${json(calendar)})`)
  await tellRightsChanged(tx)
  return true
}
