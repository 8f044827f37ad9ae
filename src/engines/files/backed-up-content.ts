import type { Queries } from '#kernel/database/connect.ts'
import { rows, sql } from '#kernel/database/query.ts'

/** What the store got, or is about to get, since then: rows are written before the content is. */
export const contentSeenSince = async (db: Queries, since: Date): Promise<string[]> =>
  (await rows(db, sql<{ sha256: string }>`select sha256 from files.content where seen_at > ${since}`)).map(
    ({ sha256 }) => sha256,
  )

/** The digests of all content that files name, a thousand at a time. */
export async function* namedContent(db: Queries): AsyncGenerator<string[]> {
  for (let after = ''; ;) {
    const found = await rows(
      db,
      sql<{ sha256: string }>`select c.sha256 from files.content c where c.sha256 > ${after}
        and exists (select from files.file f where f.sha256 = c.sha256 and f.state = 'accepted') order by c.sha256 limit 1000`,
    )
    if (found.length === 0) return
    yield found.map(({ sha256 }) => sha256)
    after = found.at(-1)!.sha256
  }
}
