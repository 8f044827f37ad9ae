import { connect, workingRole, type Database } from '#kernel/database/connect.ts'
import { migrate } from '#kernel/database/migrate.ts'
import type { MigrationSource } from '#kernel/database/migration-files.ts'
import { createTestDatabase } from '#kernel/testing/database.ts'

const names = ['audit', 'directory', 'identity', 'calendar', 'numbering', 'files', 'notification']
const sources: readonly MigrationSource[] = [
  { name: 'kernel', directory: new URL('../../../kernel/migrations/', import.meta.url) },
  ...names.map((name) => ({ name, directory: new URL(`../../${name}/migrations/`, import.meta.url) })),
]

export interface NotificationDatabase {
  readonly db: Database
  readonly url: string
  drop(): Promise<void>
}

/** A database with the schemas up to this engine, and nothing in it. */
export async function createNotificationDatabase(): Promise<NotificationDatabase> {
  const database = await createTestDatabase('notification', async (url) => void (await migrate(url, sources)))
  const connection = connect(database.url, { size: 4, role: workingRole })
  return {
    db: connection.db,
    url: database.url,
    async drop() {
      await connection.close()
      await database.drop()
    },
  }
}
