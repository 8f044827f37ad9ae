import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeSchema } from '#kernel/database/describe-schema.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { migrationSources } from '#engines/index.ts'

describe('the schema that all migrations add up to', () => {
  let database: TestDatabase
  let client: pg.Client

  beforeAll(async () => {
    database = await createTestDatabase('migrations only', async (url) => void (await migrate(url, migrationSources)))
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
  })

  afterAll(async () => {
    await client.end()
    await database.drop()
  })

  // After a new migration: `npx vitest run src/commands/schema.test.ts --update`, and read what changed.
  it.each(migrationSources)('is what $name/schema.sql says', async ({ name, directory }) => {
    await expect(await describeSchema(client, name.replaceAll('-', '_'))).toMatchFileSnapshot(
      fileURLToPath(new URL('../schema.sql', directory)),
    )
  })
})
