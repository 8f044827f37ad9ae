import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ServedPlatform } from '#commands/testing/served-platform.ts'
import { asMeasured, runAsking, whichCores, whileServedOnOneCore } from './cores.ts'
import { findHaproxy, openEdge } from './edge.ts'
import { bearer, createClient } from './http.ts'
import { makeInstallation, type Installation } from './installation.ts'
import { atLeast, atMost, median, percentile, round, type Row } from './measure.ts'
import { residentMegabytes } from './resident-memory.ts'
import { drawOverload } from './overload-picture.ts'

/** As systemd starts the edge of an installation. */
const beforeOthers = ['nice', '-n', '-10']

/** Two, so that a single process of theirs is not what is measured. */
const clients = 2
const factors = [1, 2, 4, 7, 10]
const phaseSeconds = 15
const recoverySeconds = 20

interface ClientReport {
  readonly done: number[]
  /** Of each of these, what it was. */
  readonly kinds: number[]
  readonly copies: number
  readonly shed: number[]
  readonly silent: number
  readonly failed: number[]
  readonly unsent: number
  readonly perSecond: readonly { done: number; copies: number; shed: number; p95: number | null }[]
}

/** One load, held for some seconds. Milliseconds, megabytes, and how many a second. */
export interface Phase {
  readonly factor: number
  readonly offered: number
  readonly goodput: number
  /** The same by what each of them takes when there is little to do: seconds of work, done in a second. */
  readonly work: number
  readonly copies: number
  readonly shed: number
  readonly acceptedP50: number
  readonly acceptedP99: number
  readonly shedP50: number | null
  readonly shedP99: number | null
  /** Sheds without `Retry-After`. */
  readonly silent: number
  /** By status; 0 = the line broke. */
  readonly failed: Readonly<Record<number, number>>
  readonly unsent: number
  readonly memory: number
  readonly livezWorst: number
}

export interface OverloadResult {
  readonly at: string
  readonly capacity: number
  readonly phases: readonly Phase[]
  /** Seconds after the end of the load until a second is as before it; null = not within the time looked at. */
  readonly recoverySeconds: number | null
}

/** Up to ten times of what it can do, then what is left of it: goodput, waiting, memory, recovery. Writes a picture and the figures. */
export async function measureOverload(): Promise<Row[]> {
  const installation = await makeInstallation(500)
  return whileServedOnOneCore(installation, async (served) => {
    const tokens = JSON.stringify(await whoAsks(installation, served))
    const haproxy = findHaproxy()
    const edge = haproxy === undefined ? undefined : await openEdge(haproxy, served, asMeasured(beforeOthers), 'http')
    try {
      const result = await measure(served, edge?.url ?? served.url, tokens)
      writeFileSync(join(import.meta.dirname, 'overload.json'), `${JSON.stringify(result, undefined, 2)}\n`)
      writeFileSync(join(import.meta.dirname, 'overload.svg'), drawOverload(result))
      return rowsOf(
        result,
        edge ? 'HAProxy of deploy/ before it, on the same core, without TLS' : 'without an edge: no haproxy here',
      )
    } finally {
      await edge?.stop()
    }
  })
}

async function whoAsks({ connection, tokenOf }: Installation, { url }: ServedPlatform) {
  const tokensOf = async (kind: string) => {
    const { rows } = await connection.pool.query<{ id: string }>(
      `select id from identity.account where kind = $1 and status = 'active' order by id limit 60`,
      [kind],
    )
    return Promise.all(rows.map(({ id }) => tokenOf(id)))
  }
  const client = createClient(url)
  const officials: string[] = []
  // Who may see no dossiers would be refused, and that is no work.
  for (const token of await tokensOf('staff'))
    if ((await client.ask('/api/services/dossiers?limit=1', { headers: bearer(token) })).status === 200)
      officials.push(token)
  client.close()
  return { citizens: await tokensOf('citizen'), officials }
}

async function measure(served: ServedPlatform, url: string, tokens: string): Promise<OverloadResult> {
  const hold = (rate: number, seconds: number) => loadBy(url, rate, seconds, tokens)
  // Compiled code and full pools first: a cold process is not what is overloaded.
  await hold(0, 15)
  const closed = await hold(0, phaseSeconds)
  const capacity = closed.done.length / phaseSeconds
  const before = await hold(capacity / 2, phaseSeconds)
  const costOf = costs(before)
  const usualP95 = median(before.perSecond.flatMap(({ p95 }) => p95 ?? []))
  const phases: Phase[] = []
  for (const factor of factors) {
    const watch = watchProcess(served)
    const report = await hold(capacity * factor, phaseSeconds)
    phases.push(phaseOf(factor, capacity * factor, report, costOf, await watch.end()))
    console.error(JSON.stringify(phases.at(-1)))
  }
  const after = await hold(capacity / 2, recoverySeconds)
  const normal = after.perSecond.findIndex(({ p95, shed }) => shed === 0 && p95 !== null && p95 <= usualP95 * 1.5 + 20)
  return {
    at: new Date().toISOString(),
    capacity,
    phases,
    recoverySeconds: normal < 0 ? null : normal + 1,
  }
}

async function loadBy(url: string, rate: number, seconds: number, tokens: string): Promise<ClientReport> {
  const client = join(import.meta.dirname, 'overload-client.ts')
  const reports = await Promise.all(
    Array.from({ length: clients }, async () => {
      const args = [client, url, String(rate / clients), String(seconds), tokens]
      return JSON.parse(await runAsking([process.execPath, ...args])) as ClientReport
    }),
  )
  const [first] = reports as [ClientReport, ...ClientReport[]]
  const sum = (of: (report: ClientReport) => number) => reports.reduce((all, report) => all + of(report), 0)
  return {
    done: reports.flatMap((report) => report.done),
    kinds: reports.flatMap((report) => report.kinds),
    copies: sum((report) => report.copies),
    shed: reports.flatMap((report) => report.shed),
    silent: sum((report) => report.silent),
    failed: reports.flatMap((report) => report.failed),
    unsent: sum((report) => report.unsent),
    perSecond: first.perSecond.map((_, second) => {
      const all = reports.map((report) => report.perSecond[second]!)
      const worst = all.flatMap(({ p95 }) => p95 ?? [])
      return {
        done: all.reduce((some, one) => some + one.done, 0),
        copies: all.reduce((some, one) => some + one.copies, 0),
        shed: all.reduce((some, one) => some + one.shed, 0),
        p95: worst.length === 0 ? null : Math.max(...worst),
      }
    }),
  }
}

/** Memory of the process, and how long `/livez` takes meanwhile. */
function watchProcess({ pid, url }: ServedPlatform) {
  const over = new AbortController()
  let memory = 0
  let livezWorst = 0
  const client = createClient(url)
  const watching = (async () => {
    while (!over.signal.aborted) {
      memory = Math.max(memory, residentMegabytes(pid))
      const began = performance.now()
      await client.ask('/livez').catch(() => {})
      livezWorst = Math.max(livezWorst, performance.now() - began)
      await pause(250)
    }
    client.close()
    return { memory, livezWorst }
  })()
  return {
    end() {
      over.abort()
      return watching
    },
  }
}

/** Milliseconds that each kind takes, by a load that hurries nobody. */
function costs({ done, kinds }: ClientReport): (kind: number) => number {
  const took = Map.groupBy(done.keys(), (place) => kinds[place] as number)
  const medians = new Map(
    [...took].map(([kind, places]) => [kind, median(places.map((place) => done[place] as number))]),
  )
  return (kind) => medians.get(kind) ?? 0
}

function phaseOf(
  factor: number,
  offered: number,
  { done, kinds, copies, shed, silent, failed, unsent }: ClientReport,
  costOf: (kind: number) => number,
  watched: { readonly memory: number; readonly livezWorst: number },
): Phase {
  const at = (times: readonly number[], share: number) => (times.length === 0 ? null : round(percentile(times, share)))
  return {
    factor,
    offered: round(offered),
    goodput: round(done.length / phaseSeconds),
    work: round(kinds.reduce((sum, kind) => sum + costOf(kind), 0) / 1000 / phaseSeconds),
    copies: round(copies / phaseSeconds),
    shed: round(shed.length / phaseSeconds),
    acceptedP50: at(done, 0.5) ?? 0,
    acceptedP99: at(done, 0.99) ?? 0,
    shedP50: at(shed, 0.5),
    shedP99: at(shed, 0.99),
    silent,
    failed: Object.fromEntries(
      Object.entries(Object.groupBy(failed, String)).map(([status, all]) => [status, all!.length]),
    ),
    unsent,
    memory: watched.memory,
    livezWorst: round(watched.livezWorst),
  }
}

function rowsOf({ phases, recoverySeconds: recovery }: OverloadResult, before: string): Row[] {
  const last = phases.at(-1) as Phase
  const first = phases[0] as Phase
  const peak = Math.max(...phases.map(({ goodput }) => goodput))
  const mostWork = Math.max(...phases.map(({ work }) => work))
  const note = 'bench/overload.svg'
  return [
    atLeast('10 × capacity, goodput', (last.goodput / peak) * 100, 80, '% of the peak', {
      note: `${last.goodput}/s of ${peak}/s; ${last.shed}/s turned away, ${last.copies}/s copies; ${before}; ${whichCores}; ${note}`,
    }),
    atLeast('10 × capacity, goodput by what each takes', (last.work / mostWork) * 100, 80, '% of the most', {
      note: 'what is let in is another mixture then; each counts for its median at half of the capacity',
    }),
    atMost('10 × capacity, accepted, p99', last.acceptedP99, 2000, 'ms'),
    atMost('10 × capacity, turned away, p99', last.shedP99 ?? 0, 50, 'ms', { note: `median ${last.shedP50} ms` }),
    atMost('10 × capacity, turned away without Retry-After', last.silent, 0, 'requests'),
    atMost('10 × capacity, memory', last.memory, 500, 'MB', {
      baseline: first.memory,
      note: 'baseline: at its capacity',
    }),
    atMost('10 × capacity, /livez, worst', last.livezWorst, 200, 'ms'),
    atMost('after 10 × capacity, normal again', recovery ?? Infinity, 60, 's'),
  ]
}
