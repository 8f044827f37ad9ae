import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { fieldsOf } from '#values/condition.ts'
import { zone } from '#values/plain-date.ts'
import type { Offices } from '#engines/calendar/index.ts'
import { procedureVersion } from '../procedure/procedure.ts'

/** Dossiers whose deadlines stand alike and move alike. */
export interface AlikeDossiers {
  /** One of them. */
  readonly id: string
  readonly count: number
}

/** The instants between which days lie that are to be declared; office hours hold on. */
export interface AroundDays {
  readonly dueFrom: Date
  readonly begunBefore?: Date
}

/**
 * Open dossiers that days or office hours may move, as many at once as are counted alike: of one version, by the same hours,
 * received on one day between the same turns of them, with the same answers where a limit asks, and standing at the same dates. Whatever is counted to the
 * minute, or was stopped, stands alone.
 */
export async function alikeDossiers(
  tx: Queries,
  offices: Offices,
  { dueFrom, begunBefore }: AroundDays,
): Promise<AlikeDossiers[]> {
  const { inHours, paths } = await limitsInUse(tx)
  const counters = await countersInUse(tx, offices)
  const receivedHere = sql`(d.received_at at time zone ${zone})`
  return rows(
    tx,
    sql<AlikeDossiers>`select min(id::text)::uuid as id, count(*)::int as count from (
        select d.id, d.version_id, d.deadline, d.promised, ${receivedHere}::date as day,
          c.hours, width_bucket(${receivedHere}::time, ${counters.turns.map(showClock)}::time[]) as turn,
          jsonb_build_array(${sql.join(paths.map(factAt))}) as facts,
          case when d.received_at is null or d.version_id = any(${inHours}::uuid[])
            or s.dossier_id is not null then d.id end as alone
        from services.dossier d
        join unnest(${counters.ids}::uuid[], ${counters.hours}::int[]) as c (id, hours) on c.id = d.receiver_id
        left join (select distinct dossier_id from services.clock_stop) s on s.dossier_id = d.id
        where d.is_open and d.finished_at is null and greatest(d.deadline, d.promised) >= ${dueFrom}
          and coalesce(d.received_at, d.filed_at) < ${begunBefore ?? 'infinity'}
      ) d
      group by version_id, deadline, promised, hours, day, turn, facts, alone`,
  )
}

/** The counters that received open dossiers, a number for each that stands for its hours, and all the turns of these. */
async function countersInUse(tx: Queries, offices: Offices) {
  const used = await rows(
    tx,
    sql<{ receiverId: string }>`select distinct receiver_id from services.dossier where is_open`,
  )
  const ids = used.map(({ receiverId }) => receiverId)
  const workingTimes = ids.map(offices.workingTimeOf)
  const distinct = [...new Set(workingTimes)]
  return {
    ids,
    hours: workingTimes.map((one) => distinct.indexOf(one)),
    turns: [...new Set(distinct.flatMap(({ turns }) => turns))].sort((a, b) => a - b),
  }
}

/** Of the versions in use: those with a limit in hours, and which facts their limits ask about. */
async function limitsInUse(tx: Queries): Promise<{ readonly inHours: string[]; readonly paths: string[] }> {
  const inHours: string[] = []
  const paths = new Set<string>()
  const used = await rows(
    tx,
    sql<{ versionId: string }>`select distinct version_id from services.dossier where is_open`,
  )
  for (const { versionId } of used) {
    const { timeLimits } = await procedureVersion(tx, versionId)
    if (timeLimits.some(({ unit }) => unit === 'working-hour')) inHours.push(versionId)
    for (const { when } of timeLimits) for (const path of when ? fieldsOf(when) : []) paths.add(path)
  }
  return { inHours, paths: [...paths] }
}

/** The facts of `factsOf` in SQL. */
const facts: Readonly<Record<string, Fragment>> = {
  answers: sql`d.answers`,
  proposal: sql`(d.state -> 'proposal')`,
  channel: sql`to_jsonb(d.channel)`,
  place: sql`to_jsonb(d.place)`,
}

function factAt(path: string): Fragment {
  const [fact = '', ...within] = path.split('.')
  return sql`${facts[fact] ?? sql`null::jsonb`} #> ${within}::text[]`
}

const showClock = (minutes: number): string => `${Math.floor(minutes / 60)}:${minutes % 60}`
