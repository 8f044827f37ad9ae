import { randomUUIDv7 } from 'node:crypto'
import { json, rows, sql, write } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Words } from '#values/words.ts'

export interface Happened {
  readonly kind: string
  readonly words: Words
  readonly note?: string | undefined
  /** The sender reads it too. */
  readonly isPublic: boolean
  /** Who did it, for officials; nobody is named of what a sender does. */
  readonly who?: string | undefined
}

/** Writes what happened to a petition. */
export const writeHistory = (ctx: Context, petitionId: string, { kind, words, note, isPublic, who }: Happened) =>
  write(
    ctx.tx,
    sql`insert into petitions.event (id, petition_id, at, kind, words, note, who, is_public)
      values (${randomUUIDv7()}, ${petitionId}, ${ctx.now()}, ${kind}, ${json(words)}, ${note ?? null}, ${who ?? null}, ${isPublic})`,
  )

/** An official as history names them. */
export const nameOfActor = ({ actor }: Context): string =>
  [actor.name, actor.post?.title, actor.post?.unit].filter(Boolean).join(', ')

export interface HistoryRow {
  readonly at: Date
  readonly kind: string
  readonly words: Words
  readonly note: string | null
  readonly who: string | null
}

/** What happened, newest first; to its sender only what is public, and without the names of officials. */
export const historyOf = (tx: Queries, petitionId: string, reader: 'official' | 'sender'): Promise<HistoryRow[]> =>
  rows(
    tx,
    sql<HistoryRow>`select at, kind, words, note, ${reader === 'official' ? sql`who` : sql`null::text`} as who
      from petitions.event where petition_id = ${petitionId} ${reader === 'official' ? sql`` : sql`and is_public`}
      order by at desc, id desc`,
  )
