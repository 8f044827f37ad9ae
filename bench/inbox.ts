import { createLog } from '#kernel/log.ts'
import { startPlatform } from '#commands/start-platform.ts'
import { growDossiers } from './data.ts'
import { bearer, createClient, must } from './http.ts'
import { configOf, demoInstallation, type Installation } from './installation.ts'
import { atMost, median, percentile, timed, type Row } from './measure.ts'
import { timeQueries } from './time-queries.ts'

const dossiers = 100_000
const officials = 200
const rounds = 2

const asked = {
  inbox: '/api/workflow/inbox',
  "unit's inbox": '/api/workflow/inbox?whose=unit',
  'unit list': '/api/services/dossiers?view=open',
  'unit list, all': '/api/services/dossiers?view=all',
  'counts: inbox': '/api/workflow/inbox/count',
  'counts: dossiers': '/api/services/dossiers/count',
} as const

type What = keyof typeof asked

/**
 * What officials see all day, with 100,000 dossiers: each of 200 officials (no administrators; half of them those with the most
 * work) asks for everything twice, one after the other. The gap between two turns of one official is longer than rights are
 * kept in memory, so the first request of each turn reads session, posts and rights from the database too.
 */
export async function measureInbox(): Promise<Row[]> {
  const installation = await demoInstallation()
  const grown = await timed(() => growDossiers(installation.databaseUrl, dossiers))
  const accounts = await findOfficials(installation)
  const tokens = await Promise.all(accounts.map((id) => installation.tokenOf(id)))
  const http = await measureOverHttp(installation, tokens)
  const { own, actor } = await measureInDatabase(installation, tokens)
  const rows = (Object.keys(asked) as What[]).flatMap((what) => {
    const note = `median ${median(http[what]).toFixed(1)} ms`
    const trips = own[what].map((one) => one.trips)
    return [
      atMost(`${what} over HTTP, p95`, percentile(http[what], 0.95), 20, 'ms', { note }),
      atMost(
        `${what} in the database, p95`,
        percentile(
          own[what].map((one) => one.took),
          0.95,
        ),
        5,
        'ms',
        {
          note: `median ${median(own[what].map((one) => one.took)).toFixed(2)} ms, ${median(trips)} trips`,
        },
      ),
    ]
  })
  const read = actor.map((one) => one.took)
  const note = `session, posts and rights, at most once a second each: median ${median(read).toFixed(2)} ms, ${median(actor.map((one) => one.trips))} trips; grown to ${dossiers} in ${(grown / 1000).toFixed(0)} s`
  return [...rows, atMost('who asks, in the database, p95', percentile(read, 0.95), 5, 'ms', { note })]
}

/** Accounts of officials: half those with the most open work in reach, half any. */
async function findOfficials({ connection }: Installation): Promise<string[]> {
  const { rows } = await connection.pool.query<{ id: string }>(
    `with official as (
        select a.id, count(t.id) as work
        from identity.account a
        join directory.appointment h on h.person_id = a.person_id and h.valid_to is null
        join directory.post p on p.id = h.post_id
        join directory.principal q on q.unit_id = p.unit_id
        left join workflow.task t on t.assignee = q.key and t.is_open
        where a.kind = 'staff' and not exists (
          select from directory.appointment x join directory.post y on y.id = x.post_id
          where x.person_id = a.person_id and y.function in ('administrator', 'auditor'))
        group by a.id
      ), busiest as (select id from official order by work desc, id limit $1)
      select id from busiest
      union all (select id from official where id not in (select id from busiest) order by md5(id::text) limit $1)`,
    [officials / 2],
  )
  return rows.map((row) => row.id)
}

async function measureOverHttp(installation: Installation, tokens: readonly string[]) {
  const served = await installation.serve()
  const client = createClient(served.url)
  const took = byWhat<number>()
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const token of tokens) {
        for (const what of Object.keys(asked) as What[]) {
          const one = await timed(async () => must(await client.ask(asked[what], { headers: bearer(token) })))
          if (round > 0) took[what].push(one)
        }
      }
    }
    return took
  } finally {
    client.close()
    await served.stop()
  }
}

/** The same requests to a platform in this process, with a clock around every query; reading the actor is kept apart. */
async function measureInDatabase(installation: Installation, tokens: readonly string[]) {
  const platform = await startPlatform(configOf(installation), installation.databaseUrl, createLog('silent'), {
    pages: false,
  })
  const clock = timeQueries(platform.connection.pool)
  const own = byWhat<{ took: number; trips: number }>()
  const actor: { took: number; trips: number }[] = []
  const ask = async (path: string, token: string) => {
    const answer = await platform.app.request(`http://localhost${path}`, { headers: bearer(token) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    await answer.arrayBuffer()
    return clock.take()
  }
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const token of tokens) {
        const who = await ask('/api/identity/me', token)
        if (round > 0) actor.push(who)
        for (const what of Object.keys(asked) as What[]) {
          const one = await ask(asked[what], token)
          if (round > 0) own[what].push(one)
        }
      }
    }
    return { own, actor }
  } finally {
    await platform.close()
  }
}

const byWhat = <Value>() =>
  Object.fromEntries(Object.keys(asked).map((what) => [what, []])) as unknown as Record<What, Value[]>
