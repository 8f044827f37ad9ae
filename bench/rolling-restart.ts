import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { makeReadyDrafts, someCitizens } from '#commands/testing/ready-drafts.ts'
import { findFreePort, servePlatform, type ServedPlatform } from '#commands/testing/served-platform.ts'
import { startBalancer } from './balance.ts'
import { bearer, createClient, type Client } from './http.ts'
import { makeInstallation, removeDataDirectories, type Installation } from './installation.ts'

/**
 * An upgrade as people see it: two processes behind a balancer that tries nothing twice, each stopped and started anew while people read and
 * file. Says what failed, and whether any application was taken twice or lost; exit code 1 when one request failed.
 */

const clients = 3
/** Between two requests of a person: the processes are to be busy, not overloaded. */
const thinkMs = 100
const drafts = 6000
const quietMs = 3000

interface Tally {
  asked: number
  longestMs: number
  readonly failed: string[]
  /** Drafts whose submission was answered with 200. */
  readonly sent: string[]
}

process.once('SIGINT', () => void removeDataDirectories().finally(() => process.exit(130)))
let code = 1
try {
  code = await rollUnderLoad()
} finally {
  await removeDataDirectories()
}
process.exit(code)

async function rollUnderLoad(): Promise<number> {
  const installation = await makeInstallation(200)
  const citizens = await someCitizens(installation.connection.pool, clients)
  const waiting = await makeReadyDrafts(installation.connection.pool, drafts, citizens)
  const tokens = await Promise.all(citizens.map((id) => installation.tokenOf(id)))
  const before = await countDossiers(installation)
  const served: ServedPlatform[] = [await launch(installation), await launch(installation)]
  const balancer = await startBalancer()
  const balance = () => balancer.serve(served.map(({ url }) => url))
  balance()
  await pause(1000)

  const tally: Tally = { asked: 0, longestMs: 0, failed: [], sent: [] }
  const isOver = { yes: false }
  const load = tokens.map((token, at) =>
    visit(createClient(balancer.url), token, waiting[at] ?? [], tally, () => isOver.yes),
  )
  await pause(quietMs)
  const exitCodes: (number | null)[] = []
  for (const [at, old] of served.entries()) {
    exitCodes.push(await old.stop())
    served[at] = await launch(installation)
    balance()
    await pause(quietMs)
  }
  isOver.yes = true
  await Promise.all(load)
  await balancer.stop()
  for (const one of served) await one.stop()

  const { lost, twice } = await compare(installation, before, tally.sent)
  const { asked, failed, longestMs, sent } = tally
  const said = { asked, failed: failed.length, why: [...new Set(failed)].slice(0, 5), sent: sent.length, lost, twice }
  console.log(JSON.stringify({ ...said, exitCodes, longestMs: Math.round(longestMs) }))
  return failed.length + lost + twice === 0 && exitCodes.every((one) => one === 0) ? 0 : 1
}

/** On a machine that is under load a start takes its time. */
async function launch({ dataDirectory }: Installation): Promise<ServedPlatform> {
  const served = servePlatform({ dataDirectory, port: await findFreePort() })
  await served.untilReady(240_000)
  return served
}

/** One person: reads two pages, files an application, and so on. */
async function visit(
  client: Client,
  token: string,
  mine: string[],
  tally: Tally,
  isOver: () => boolean,
): Promise<void> {
  const ask = async (...[path, how]: Parameters<Client['ask']>): Promise<boolean> => {
    const started = performance.now()
    const reply = await client
      .ask(path, how)
      .catch((error: Error) => ({ status: 0, bytes: Buffer.from(error.message) }))
    tally.asked += 1
    tally.longestMs = Math.max(tally.longestMs, performance.now() - started)
    if (reply.status === 200) return true
    tally.failed.push(`${path.replace(/[\da-f-]{36}/, '…')} ${reply.status} ${reply.bytes.toString().slice(0, 120)}`)
    return false
  }
  while (!isOver()) {
    await pause(thinkMs)
    await ask('/')
    await ask('/thu-tuc?tim=khai+sinh')
    const id = mine.pop()
    if (id === undefined) throw new Error('the drafts made for this are used up: raise their number')
    const headers = { ...bearer(token), 'Idempotency-Key': randomUUID() }
    if (await ask(`/api/services/drafts/${id}/submission`, { method: 'POST', headers, body: { declared: true } }))
      tally.sent.push(id)
  }
  client.close()
}

/** Of what was acknowledged: what is not there, and what more there is than was sent. */
async function compare(installation: Installation, before: number, sent: readonly string[]) {
  const made = (await countDossiers(installation)) - before
  const { rows } = await installation.connection.pool.query<{ count: number }>(
    'select count(*)::int from services.draft where id = any($1)',
    [sent],
  )
  return { lost: (rows[0]?.count ?? 0) + Math.max(0, sent.length - made), twice: Math.max(0, made - sent.length) }
}

async function countDossiers({ connection }: Installation): Promise<number> {
  const { rows } = await connection.pool.query<{ count: number }>('select count(*)::int from services.dossier')
  return rows[0]?.count ?? 0
}
