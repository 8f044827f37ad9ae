import { connect, workingRole, type Database } from '#kernel/database/connect.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { createTestDatabase } from '#kernel/testing/database.ts'

const sources = ['kernel', 'audit', 'files'].map((name) => ({
  name,
  directory: new URL(name === 'kernel' ? '../../../kernel/migrations/' : `../../${name}/migrations/`, import.meta.url),
}))

export interface FilesDatabase {
  readonly url: string
  readonly db: Database
  close(): Promise<void>
}

/** A database of its own with the trail and this engine. */
export async function createFilesDatabase(): Promise<FilesDatabase> {
  const database = await createTestDatabase(
    'kernel, audit and files',
    async (url) => void (await migrate(url, sources)),
  )
  const working = connect(database.url, { size: 8, role: workingRole })
  return {
    url: database.url,
    db: working.db,
    async close() {
      await working.close()
      await database.drop()
    },
  }
}
