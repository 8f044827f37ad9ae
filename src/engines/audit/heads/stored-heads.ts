import { z } from 'zod'
import type { Queries } from '#kernel/database/connect.ts'
import { find, rows, run, sql } from '#kernel/database/query.ts'
import { readCursor, toPage } from '#values/page.ts'
import type { PublicKey, SignedHead } from './signed-head.ts'

const headColumns = sql`tree_size as size, root, seal, at, key_id, signature`

/** The newest head that was signed. */
export const findLastHead = (on: Queries): Promise<SignedHead | undefined> =>
  find(on, sql<SignedHead>`select ${headColumns} from audit.head order by tree_size desc limit 1`)

export const insertHead = (on: Queries, head: SignedHead): Promise<number> =>
  run(
    on,
    sql`insert into audit.head (tree_size, root, seal, at, key_id, signature)
      values (${head.size}, ${head.root}, ${head.seal}, ${head.at}, ${head.keyId}, ${head.signature})`,
  )

/** Heads newest first, page by page. */
export async function pageOfHeads(on: Queries, { after, limit }: { after?: string | undefined; limit: number }) {
  const [size] = after === undefined ? [undefined] : readCursor(z.tuple([z.int()]), after)
  const found = await rows(
    on,
    sql<SignedHead>`select ${headColumns} from audit.head ${size === undefined ? sql`` : sql`where tree_size < ${size}`}
      order by tree_size desc limit ${limit + 1}`,
  )
  return toPage(found, limit, (head) => [head.size])
}

/** Heads of trees larger than a size, smallest first, a thousand at a time. */
export async function* headsAfter(on: Queries, size: number): AsyncGenerator<SignedHead> {
  for (let after = size; ;) {
    const batch = await rows(
      on,
      sql<SignedHead>`select ${headColumns} from audit.head where tree_size > ${after} order by tree_size limit 1000`,
    )
    yield* batch
    const last = batch.at(-1)
    if (last === undefined) return
    after = last.size
  }
}

/** The last head of each hour between two instants. */
export const lastOfHours = (on: Queries, from: Date, to: Date): Promise<(SignedHead & { count: number })[]> =>
  rows(
    on,
    sql<SignedHead & { count: number }>`select distinct on (hour) ${headColumns}, count from (
        select *, date_trunc('hour', at) as hour, count(*) over () as count from audit.head where at >= ${from} and at < ${to}) as head
      order by hour, tree_size desc`,
  )

/** Public keys in the order of their use: all, or those since an instant. */
export const readKeys = (on: Queries, since = '-infinity'): Promise<PublicKey[]> =>
  rows(
    on,
    sql<PublicKey>`select id, public_key, since, endorsed_by, endorsement from audit.signing_key
      where since >= ${since}::timestamptz order by since, id`,
  )

/** Lists a public key; nothing happens to one that is listed. */
export const listKey = (
  on: Queries,
  { id, publicKey }: Pick<PublicKey, 'id' | 'publicKey'>,
  by?: { readonly id: Buffer; readonly endorsement: Buffer },
): Promise<number> =>
  run(
    on,
    sql`insert into audit.signing_key (id, public_key, since, endorsed_by, endorsement)
      values (${id}, ${publicKey}, date_trunc('milliseconds', clock_timestamp()), ${by?.id ?? null}, ${by?.endorsement ?? null})
      on conflict (id) do nothing`,
  )
