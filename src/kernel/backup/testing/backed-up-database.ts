import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { connect, type Connection } from '#kernel/database/connect.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { rows, run, sql } from '#kernel/database/query.ts'
import { createLog } from '#kernel/log.ts'
import { startEmbeddedPostgres } from '#kernel/postgres/start-postgres.ts'
import { createFileSystemStore } from '#kernel/storage/file-system-store.ts'
import type { BackupParts } from '../keep-backup.ts'
import { makeKeys, readBackupKey, readRecoveryKey } from '../keys.ts'

const kernel = { name: 'kernel', directory: new URL('../../migrations/', import.meta.url) }

/** A cluster of a test's own, with a table of notes that may name content, and all that a backup of it is made with. */
export async function startBackedUpDatabase(directory: string) {
  const data = join(directory, 'data')
  mkdirSync(data, { recursive: true })
  const server = await startEmbeddedPostgres({ directory: join(data, 'postgres'), lasting: false })
  await migrate(server.url, [kernel])
  const connection: Connection = connect(server.url, { size: 3 })
  const { db } = connection
  await run(
    db,
    sql`create table note (text text primary key, sha256 text, at timestamptz not null default clock_timestamp())`,
  )
  const store = createFileSystemStore(join(data, 'files'))
  const [keyFile, recoveryFile] = [join(directory, 'backup.key'), join(directory, 'recovery.key')]
  makeKeys(keyFile, recoveryFile)
  const parts = partsOf(server.url, directory)
  return {
    db,
    data,
    store,
    parts,
    recoveryKey: readRecoveryKey(recoveryFile),
    note: (text: string, sha256?: string) =>
      run(db, sql`insert into note (text, sha256) values (${text}, ${sha256 ?? null})`),
    async stop() {
      await connection.close()
      await server.stop()
    },
  }
}

/** How such a database is backed up, also by a process of its own. */
export const partsOf = (url: string, directory: string): BackupParts => ({
  url,
  to: join(directory, 'backup'),
  key: readBackupKey(join(directory, 'backup.key')),
  store: createFileSystemStore(join(directory, 'data', 'files')),
  settings: { dataDirectory: join(directory, 'data'), environment: { MAIL_FROM: "Sở 'TTTT'" }, also: [] },
  seenSince: async (db) =>
    (await rows(db, sql<{ sha256: string }>`select sha256 from note where sha256 is not null`)).map(
      ({ sha256 }) => sha256,
    ),
  keep: 2,
  log: createLog('silent'),
})
