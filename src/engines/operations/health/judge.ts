import { late, minute, showMoment, those, type Found } from './found.ts'
import { judgeMachine } from './judge-machine.ts'
import { judgePartners } from './judge-partners.ts'
import type { Readings } from './read-readings.ts'

/** Everything that is wrong, by the figures of one look; pure. */
export const judge = (now: Date, readings: Readings): Found[] => [
  ...judgeDatabase(now, readings),
  ...judgeWork(now, readings),
  ...judgeTrail(readings),
  ...judgeParts(readings),
  ...judgePartners(now, readings),
  ...judgeMachine(now, readings),
]

function judgeDatabase(now: Date, { state, unsafeSettings, schema, oldestTransaction, ...its }: Readings): Found[] {
  const { connections: used, maxConnections: most } = state.database
  const [missing, unknown] = [schema.missing.length, schema.unknown.length]
  return those(
    used > most * 0.9 && {
      code: 'database-connections',
      gravity: used >= most - 3 ? 'now' : 'today',
      facts: { used, most },
    },
    oldestTransaction !== undefined &&
      now.getTime() - oldestTransaction.since.getTime() > 10 * minute && {
        code: 'database-transaction',
        gravity: 'today',
        since: oldestTransaction.since,
        facts: { name: oldestTransaction.name, since: showMoment(oldestTransaction.since) },
      },
    unsafeSettings.length > 0 && {
      code: 'database-unsafe',
      gravity: 'today',
      facts: { settings: unsafeSettings.join(', ') },
    },
    missing > 0 && { code: 'schema-behind', gravity: 'now', facts: { count: missing, first: schema.missing[0]! } },
    unknown > 0 && {
      code: 'schema-ahead',
      gravity: schema.isTolerated ? 'soon' : 'now',
      facts: { count: unknown, machine: its.machine, version: its.version },
      isLocal: true,
    },
  )
}

function judgeWork(now: Date, { state: { jobs, events }, failedSince }: Readings): Found[] {
  const [jobsLate, eventsLate] = [late(now, jobs.oldest), late(now, events.oldest)]
  return those(
    jobs.failed > 0 && { code: 'jobs-failed', gravity: 'today', since: failedSince, facts: { count: jobs.failed } },
    jobsLate && {
      code: 'jobs-late',
      gravity: jobsLate,
      since: jobs.oldest,
      facts: { count: jobs.waiting, since: showMoment(jobs.oldest!) },
    },
    eventsLate && {
      code: 'events-late',
      gravity: eventsLate,
      since: events.oldest,
      facts: { count: events.waiting, since: showMoment(events.oldest!) },
    },
  )
}

const judgeParts = ({ dueParts: [first, ...more] }: Readings): Found[] =>
  those(first !== undefined && { code: 'parts-due', gravity: 'soon', facts: { count: more.length + 1, first } })

function judgeTrail({ trail }: Readings): Found[] {
  const has = (alarm: string) => trail.alarms.includes(alarm)
  const since = trail.oldestUnsealedAt === null ? undefined : new Date(trail.oldestUnsealedAt)
  return those(
    has('audit.broken') && { code: 'trail-broken', gravity: 'now' },
    has('audit.sealing') && {
      code: 'trail-late',
      gravity: 'now',
      since,
      facts: { count: trail.unsealed, since: since ? showMoment(since) : '–' },
    },
    has('audit.heads') && { code: 'trail-unsigned', gravity: 'today' },
    has('audit.partitions') && { code: 'trail-months', gravity: 'soon' },
  )
}
