import { join } from 'node:path'
import type { Config } from '#kernel/config.ts'
import type { Log } from '#kernel/log.ts'
import { startEmbeddedPostgres } from '#kernel/postgres/start-postgres.ts'

export interface OpenDatabase {
  readonly url: string
  readonly isEmbedded: boolean
  /** Lets go of the embedded server; it stops when no other process uses it. Close pools first. */
  close(): Promise<void>
}

/** The database of this installation: the server of `DATABASE_URL`, or the embedded one in the data directory. */
export async function openDatabase(config: Config, log: Log): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, isEmbedded: false, close: async () => {} }
  const server = await startEmbeddedPostgres({
    directory: join(config.dataDirectory, 'postgres'),
    log: (message) => log.info(message),
    revives: true,
  })
  return { url: server.url, isEmbedded: true, close: () => server.stop() }
}
