import { createLog } from '#kernel/log.ts'
import { startPlatform } from '#commands/start-platform.ts'
import { busyOfficials, giveMorePosts } from './busy-official.ts'
import { bearer, createClient, must, type Client } from './http.ts'
import { configOf, growthOf, grownInstallation, type Installation } from './installation.ts'
import { atMost, median, percentile, ratioAtMost, timed, type Row } from './measure.ts'
import { few, many, showCount } from './size.ts'
import { timeQueries } from './time-queries.ts'

const officials = 20
const rounds = 8
const deepest = 500

const lists = {
  inbox: '/api/workflow/inbox?limit=50',
  "unit's inbox": '/api/workflow/inbox?whose=unit&limit=50',
  'unit list': '/api/services/dossiers?view=open&limit=50',
  'unit list, all': '/api/services/dossiers?view=all&limit=50',
} as const

const counts = {
  'counts: inbox': '/api/workflow/inbox/count',
  'counts: dossiers': '/api/services/dossiers/count',
} as const

/** So many rows even the few officials of a small province have: a longer page takes longer however small the province is. */
const rowsInBoth = 10
const growing = {
  ...Object.fromEntries(
    Object.entries(lists).map(([what, path]) => [
      `${what}, ${rowsInBoth} rows`,
      path.replace(/limit=\d+/, `limit=${rowsInBoth}`),
    ]),
  ),
  ...counts,
}

/** One thing that is asked: what, by whom. */
interface Asked {
  readonly what: string
  readonly path: string
  readonly token: string
}

interface Times {
  /** On a page, in the middle. */
  readonly rows: ReadonlyMap<string, number>
  readonly http: ReadonlyMap<string, number[]>
  readonly database: ReadonlyMap<string, number[]>
}

/**
 * What officials see all day: the 20 with the most work, each with three posts and two delegations, ask for their lists and counts again and
 * again, the first page and the 500th of lists that have so many. The gap between two turns of one official is longer than rights are kept
 * in memory for most, so reading session, posts and rights is in it. At 1,000,000 dossiers beside 10,000.
 */
export async function measureInbox(): Promise<Row[]> {
  const [small, large] = [await measureAt(few), await measureAt(many)]
  const { seconds, databaseBytes } = growthOf(many)
  const size = showCount(many)
  return [
    atMost(`the demo grows to ${size} dossiers`, seconds / 60, (30 * many) / 1_000_000, 'min', {
      note: 'events, papers, people, trail; whenever it was grown',
    }),
    atMost('a dossier in the database, with all that belongs to it and indexes', databaseBytes / many / 1024, 16, 'KB'),
    ...[...large.http.keys()].flatMap((what) => {
      const [http, database] = [large.http.get(what) ?? [], large.database.get(what) ?? []]
      if (what in growing && !(what in counts)) return []
      return [
        atMost(`${what} at ${size} over HTTP, p95`, percentile(http, 0.95), 25, 'ms', {
          note: `median ${median(http).toFixed(1)} ms`,
        }),
        atMost(`${what} at ${size} in the database, p95`, percentile(database, 0.95), 5, 'ms', {
          note: `median ${median(database).toFixed(2)} ms`,
        }),
      ]
    }),
    ...Object.keys(growing).map((what) =>
      ratioAtMost(
        `${what}: growth`,
        median(large.http.get(what) ?? []),
        median(small.http.get(what) ?? []),
        1.3,
        'ms',
        what in counts
          ? `medians over HTTP, ${size} by ${showCount(few)}`
          : `medians over HTTP, ${size} by ${showCount(few)}; ${large.rows.get(what)} rows by ${small.rows.get(what)}`,
      ),
    ),
  ]
}

async function measureAt(dossiers: number): Promise<Times> {
  const installation = await grownInstallation(dossiers)
  const accounts = await busyOfficials(installation.connection, officials)
  for (const account of accounts) await giveMorePosts(installation.connection, account)
  const tokens = await Promise.all(accounts.map((id) => installation.tokenOf(id)))
  const served = await installation.serve()
  const client = createClient(served.url)
  try {
    const asked = await listAsked(client, tokens)
    const http = await inTurns(asked, (one) =>
      timed(async () => must(await client.ask(one.path, { headers: bearer(one.token) }))),
    )
    return { http, database: await measureInDatabase(installation, asked), rows: await countRows(client, asked) }
  } finally {
    client.close()
    await served.stop()
  }
}

async function countRows(client: Client, asked: readonly Asked[]): Promise<Map<string, number>> {
  const found = new Map<string, number[]>()
  for (const { what, path, token } of asked) {
    if (what in counts) continue
    const { bytes } = must(await client.ask(path, { headers: bearer(token) }))
    const { rows } = JSON.parse(bytes.toString('utf8')) as { rows: unknown[] }
    found.set(what, [...(found.get(what) ?? []), rows.length])
  }
  return new Map([...found].map(([what, each]) => [what, median(each)]))
}

async function listAsked(client: Client, tokens: readonly string[]): Promise<Asked[]> {
  const asked: Asked[] = []
  for (const token of tokens) {
    for (const [what, path] of Object.entries({ ...lists, ...growing })) asked.push({ what, path, token })
    for (const [what, path] of Object.entries(lists)) {
      const deep = await walk(client, path, token)
      if (deep !== undefined) asked.push({ what: `${what}, page ${deepest}`, path: deep, token })
    }
  }
  return asked
}

/** Turns pages until the 500th; undefined where there are fewer. */
async function walk(client: Client, path: string, token: string): Promise<string | undefined> {
  let here = path
  for (let page = 1; ; page += 1) {
    if (page === deepest) return here
    const answer = must(await client.ask(here, { headers: bearer(token) }))
    const { next } = JSON.parse(answer.bytes.toString('utf8')) as { next?: string }
    if (next === undefined) return undefined
    here = `${path}&after=${encodeURIComponent(next)}`
  }
}

/** The same requests to a platform in this process, with a clock around every query. */
async function measureInDatabase(installation: Installation, asked: readonly Asked[]): Promise<Map<string, number[]>> {
  const platform = await startPlatform(configOf(installation), installation.databaseUrl, createLog('silent'), {
    pages: false,
  })
  const clock = timeQueries(platform.connection.pool)
  const ask = async (path: string, token: string) => {
    const answer = await platform.app.request(`http://localhost${path}`, { headers: bearer(token) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    await answer.arrayBuffer()
    return clock.take()
  }
  try {
    return await inTurns(asked, async ({ path, token }) => {
      // Who asks is read once a second whatever they ask; here it is known.
      await ask('/api/identity/me', token)
      return (await ask(path, token)).took
    })
  } finally {
    await platform.close()
  }
}

/** Everything once in turn, again and again; the first round fills caches and does not count. */
async function inTurns(asked: readonly Asked[], ask: (one: Asked) => Promise<number>): Promise<Map<string, number[]>> {
  const took = new Map<string, number[]>()
  for (let round = 0; round <= rounds; round += 1) {
    for (const one of asked) {
      const ms = await ask(one)
      if (round === 0) continue
      const times = took.get(one.what) ?? []
      times.push(ms)
      took.set(one.what, times)
    }
  }
  return took
}
