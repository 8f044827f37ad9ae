import type { Queries } from './connect.ts'
import { rows, sql } from './query.ts'

/** What a power cut would harm: settings of the database that are off, by name, those a session was given aside. */
export async function findUnsafeSettings(on: Queries): Promise<string[]> {
  const off = await rows(
    on,
    sql<{ name: string }>`select name from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums') and reset_val = 'off' order by name`,
  )
  return off.map(({ name }) => name)
}
