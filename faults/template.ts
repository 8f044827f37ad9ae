import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSession } from '#engines/identity/index.ts'
import { connect } from '#kernel/database/connect.ts'
import { startEmbeddedPostgres } from '#kernel/postgres/start-postgres.ts'
import { lienThong } from '#commands/testing/command-line.ts'
import { makeReadyDrafts, someCitizens } from '#commands/testing/ready-drafts.ts'

/** An installation at rest that every fault gets a copy of. */
export interface Template {
  readonly directory: string
  readonly clients: readonly { readonly login: string; readonly token: string; readonly drafts: readonly string[] }[]
}

const citizens = 4
const draftsEach = 600

/** A folder that the account of PostgreSQL can enter. */
export function makeFolder(name: string): string {
  const directory = mkdtempSync(join(tmpdir(), `lien-thong-faults-${name}-`))
  chmodSync(directory, 0o755)
  return directory
}

/** A demo province with citizens who have signed in and have drafts that lack one paper. */
export async function makeTemplate(): Promise<Template> {
  const directory = makeFolder('template')
  execFileSync(lienThong, ['demo', '--dossiers', '150'], {
    env: { PATH: process.env['PATH'], DATA_DIRECTORY: directory, ADMIN_PORT: '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const server = await startEmbeddedPostgres({ directory: join(directory, 'postgres') })
  const connection = connect(server.url, { size: 2 })
  const accounts = await someCitizens(connection.pool, citizens)
  const drafts = await makeReadyDrafts(connection.pool, citizens * draftsEach, accounts, ['certificate'])
  const clients = []
  for (const [at, id] of accounts.entries()) {
    const { token } = await startSession(connection.db, { id, kind: 'citizen' }, new Date(), {})
    const { rows } = await connection.pool.query<{ login: string }>(
      'select login from identity.account where id = $1',
      [id],
    )
    clients.push({ login: rows[0]?.login as string, token, drafts: drafts[at] as string[] })
  }
  // So that a copy begins with an empty log.
  await connection.pool.query('checkpoint')
  await connection.close()
  await server.stop()
  return { directory, clients }
}
