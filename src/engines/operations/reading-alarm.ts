import { find, rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt, instantOf, minutesAt } from '#values/plain-date.ts'
import { showClock } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { officesNow } from '#engines/calendar/index.ts'
import { holdersOfProvince, holdersOfRight } from '#engines/directory/index.ts'
import { tell } from '#engines/notification/index.ts'

/** How many people's data one official may read before others are told. */
export interface ReadingLimits {
  readonly anHour: number
  readonly offHours: number
}

interface Reading {
  readonly account: string
  readonly personId: string
  readonly name: string
  readonly unitId: string | null
  readonly unitName: string | null
  readonly people: number
}

const hourMs = 3_600_000
/** Nobody is at an office then, whatever its own hours are. */
const night = { until: 6 * 60, from: 20 * 60 }

/**
 * Tells the head of the unit and the auditors of who read the data of unusually many people within the last hour, or of more than a few at night
 * or on a day off: once a reader, kind and day. What it counts is in the trail; whether there was a reason people judge.
 */
export async function alarmOfReading(ctx: Context, limits: ReadingLimits, publicUrl: string): Promise<void> {
  const now = ctx.now()
  const time = showClock(now)
  for (const reading of await readingsSince(ctx, new Date(now.getTime() - hourMs), limits.anHour))
    await tellOf(ctx, publicUrl, 'many', reading, {
      vi: `${who(reading)} đã xem dữ liệu của ${reading.people} người trong một giờ, đến ${time}`,
      en: `${who(reading)} read the data of ${reading.people} people within an hour, until ${time}`,
    })
  const isOff = await offHours(ctx)
  const readings = await readingsSince(ctx, new Date(now.getTime() - hourMs), limits.offHours)
  for (const reading of readings.filter(isOff))
    await tellOf(ctx, publicUrl, 'off-hours', reading, {
      vi: `${who(reading)} đã xem dữ liệu của ${reading.people} người ngoài giờ làm việc, đến ${time}`,
      en: `${who(reading)} read the data of ${reading.people} people outside office hours, until ${time}`,
    })
}

/** Whether somebody reads when nobody is at their office: at night, or on a day on which it neither works nor takes in. */
async function offHours(ctx: Context): Promise<(reading: Reading) => boolean> {
  const now = ctx.now()
  const [minutes, today] = [minutesAt(now), dateAt(now)]
  const isNight = minutes < night.until || minutes >= night.from
  const offices = await officesNow(ctx)
  return ({ unitId }) =>
    isNight || dateAt(offices.workingTimeOf(unitId ?? '').receptionFrom(instantOf(today))) !== today
}

/** Officials who read the data of more others than so many since then; the rows of an export count as people. */
const readingsSince = (ctx: Context, since: Date, most: number): Promise<Reading[]> =>
  rows(
    ctx.tx,
    sql<Reading>`
      with read as materialized (
        select e.account, e.actor_name, e.unit_id, e.unit_name, e.at, e.subjects,
          case when e.operation = 'services.exportDossiers' then coalesce((e.details->0->'f'->>'rows')::int, 0) else 0 end as exported
        from audit.entry e where e.at > ${since} and e.at <= ${ctx.now()} and e.kind = 'read' and e.outcome = 'done'
      ), counted as (
        select read.account, acc.person_id, (array_agg(read.actor_name order by read.at desc))[1] as name,
          (array_agg(read.unit_id order by read.at desc))[1] as unit_id, (array_agg(read.unit_name order by read.at desc))[1] as unit_name,
          (count(distinct subject) filter (where subject <> acc.person_id))::int as seen
        from read join identity.account acc on acc.id::text = read.account and acc.kind = 'staff'
        left join lateral unnest(read.subjects) as subject on true
        group by 1, 2
      ), with_exports as (
        select counted.*, seen + (select coalesce(sum(exported), 0)::int from read where read.account = counted.account) as people from counted
      )
      select account, person_id, name, unit_id, unit_name, people from with_exports where people > ${most} order by people desc, account limit 100`,
  )

const who = ({ name, unitName }: Reading): string => [name, unitName].filter(Boolean).join(', ')

async function tellOf(ctx: Context, publicUrl: string, kind: string, reading: Reading, words: Words): Promise<void> {
  const today = dateAt(ctx.now())
  const dedupe = `reading ${kind} ${reading.account} ${today}`
  const heads = reading.unitId === null ? [] : await holdersOfRight(ctx.tx, reading.unitId, 'access.grant', today)
  const auditors = new Set(await holdersOfProvince(ctx.tx, 'audit.read', today))
  const told = new Set([...heads.map(({ personId }) => personId), ...auditors])
  // Whoever is the head themselves learns nothing of being looked at; the auditors do.
  told.delete(reading.personId)
  const before = sql`select 1 from notification.message where person_id = any(${[...told]}::uuid[]) and dedupe = ${dedupe} limit 1`
  if ((await find(ctx.tx, before)) !== undefined) return
  for (const personId of told)
    await tell(
      ctx.tx,
      {
        personId,
        to: 'staff',
        kind: `audit.reading-${kind}`,
        words,
        link: auditors.has(personId)
          ? `/quan-tri/nhat-ky?tai-khoan=${reading.account}&tu=${today}`
          : '/can-bo/tai-viec',
        dedupe,
        at: ctx.now(),
      },
      publicUrl,
    )
  ctx.note({ objectType: 'account', objectId: reading.account, facts: { kind, people: reading.people } })
}
