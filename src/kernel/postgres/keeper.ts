import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { databaseName } from './create-cluster.ts'
import { findPostmaster, stopPostmaster, type Postmaster } from './postmaster.ts'

/** Any constant: "somebody uses this server". */
const inUse = 1_279_610_964

/**
 * A session that says "this process uses the server". Several may (`migrate` beside `serve`), so the last one out stops
 * it. PostgreSQL itself forgets the session of a killed process, which no file with a pid would do.
 */
export interface Keeper {
  readonly postmaster: Postmaster
  readonly client: pg.Client
  /** True when nobody else uses the server. From then on nobody can join until it has stopped. */
  isLast(): Promise<boolean>
}

/** Joins the server that lives on the cluster as soon as it accepts; undefined when it ends instead, or had to be ended. */
export async function joinServer(cluster: string, log: (line: string) => void): Promise<Keeper | undefined> {
  const began = Date.now()
  let said = began
  for (let postmaster = findPostmaster(cluster); postmaster; postmaster = findPostmaster(cluster)) {
    const keeper = await tryToJoin(postmaster)
    if (typeof keeper === 'object') return keeper
    if (keeper === 'no socket' && postmaster.status === 'ready' && Date.now() - began > 3_000) {
      log(`the socket in ${postmaster.socketDirectory} has been removed: restarting PostgreSQL`)
      await stopPostmaster(cluster, postmaster.pid)
      return undefined
    }
    if (Date.now() - said > 5_000) {
      said = Date.now()
      log('waiting for PostgreSQL, which is starting, recovering or stopping')
    }
    await sleep(Date.now() - began < 1_000 ? 10 : 100)
  }
  return undefined
}

async function tryToJoin(postmaster: Postmaster): Promise<Keeper | 'not yet' | 'no socket'> {
  if (!postmaster.socketDirectory) return 'not yet'
  const { socketDirectory: host, port } = postmaster
  const client = new pg.Client({
    host,
    port,
    user: databaseName,
    database: 'postgres',
    ssl: false,
    application_name: 'keeper',
  })
  // A server that goes away says so here; who uses it notices by its own connections.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [inUse])
    return { postmaster, client, isLast: () => isLast(client) }
  } catch (error) {
    await client.end().catch(() => {})
    const { code } = error as { code?: string }
    if (code === 'ENOENT') return 'no socket'
    // Refused, starting (57P03), stopping (57P01), or cut off without a word while it stopped.
    if (code === undefined || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03', '57P01'].includes(code)) return 'not yet'
    throw error
  }
}

async function isLast(client: pg.Client): Promise<boolean> {
  const question = 'select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as last'
  try {
    return (await client.query<{ last: boolean }>(question, [inUse])).rows[0]?.last === true
  } catch {
    // Stopping already, or it crashed since and every session is gone: then the first one out stops it.
    return true
  }
}
