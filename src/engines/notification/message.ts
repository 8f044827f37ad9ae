import { randomUUIDv7 } from 'node:crypto'
import { find, json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import type { Words } from '#values/words.ts'

export interface NewMessage {
  readonly personId: string
  readonly kind: string
  readonly words: Words
  /** Where it leads, a path of our own. */
  readonly link?: string | undefined
  /** The same thing is told once: an event's id, or what makes it one. */
  readonly dedupe: string
  /** Also by e-mail, if the person has an address. */
  readonly byEmail?: boolean
  readonly at: Date
}

/** Tells a person something, once; with an e-mail waiting to go when asked for and possible. */
export async function tell(tx: Queries, message: NewMessage, publicUrl: string): Promise<void> {
  const id = randomUUIDv7()
  const fresh = await run(
    tx,
    sql`insert into notification.message (id, person_id, kind, words, link, dedupe, at)
      values (${id}, ${message.personId}, ${message.kind}, ${json(message.words)}, ${message.link ?? null}, ${message.dedupe}, ${message.at})
      on conflict (person_id, dedupe) do nothing`,
  )
  if (fresh === 0 || !message.byEmail) return
  const person = await find(
    tx,
    sql<{ email: string | null }>`select email from directory.person where id = ${message.personId}`,
  )
  if (!person?.email) return
  const body = `${message.words.vi}\n\n${message.words.en}\n${message.link ? `\n${publicUrl}${message.link}\n` : ''}`
  await run(
    tx,
    sql`insert into notification.email (id, message_id, address, subject, body, next_at)
      values (${randomUUIDv7()}, ${id}, ${person.email}, ${subjectOf(message.words.vi)}, ${body}, ${message.at})`,
  )
}

/** A header line: one line, bounded. */
const subjectOf = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').slice(0, 150)

export interface MessageRow {
  readonly id: string
  readonly kind: string
  readonly words: Words
  readonly link: string | null
  readonly at: Date
  readonly readAt: Date | null
}

/** A person's messages, newest first. */
export async function messagesOf(tx: Queries, personId: string, page: { after?: string | undefined; limit: number }) {
  const [at, id] = page.after === undefined ? [undefined, undefined] : readCursor(InstantAndId, page.after)
  const found = await rows(
    tx,
    sql<MessageRow>`select id, kind, words, link, at, read_at from notification.message
      where person_id = ${personId} ${at === undefined ? sql`` : sql`and (at, id) < (${at}::timestamptz, ${id}::uuid)`}
      order by at desc, id desc limit ${page.limit + 1}`,
  )
  return toPage(found, page.limit, (row) => [row.at.toISOString(), row.id])
}

export const countUnread = async (tx: Queries, personId: string): Promise<number> =>
  (
    await find(
      tx,
      sql<{
        unread: number
      }>`select count(*)::int as unread from notification.message where person_id = ${personId} and read_at is null`,
    )
  )?.unread ?? 0

/** Marks messages as read; all of them without ids. */
export const markRead = (
  tx: Queries,
  personId: string,
  ids: readonly string[] | undefined,
  at: Date,
): Promise<number> =>
  run(
    tx,
    sql`update notification.message set read_at = ${at} where person_id = ${personId} and read_at is null
      ${ids === undefined ? sql`` : sql`and id = any(${ids}::uuid[])`}`,
  )
