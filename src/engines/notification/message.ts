import { randomUUIDv7 } from 'node:crypto'
import { find, json, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import type { Words } from '#values/words.ts'
import type { Outside } from './delivery/outside.ts'

export type AccountKind = 'citizen' | 'staff'

export interface NewMessage {
  readonly personId: string
  /** Which of their accounts: what is told of work is no matter of the citizen, nor the other way round. */
  readonly to: AccountKind
  readonly kind: string
  readonly words: Words
  /** Where it leads, a path of our own. */
  readonly link?: string | undefined
  /** The same thing is told once: an event's id, or what makes it one. */
  readonly dedupe: string
  /** Also by e-mail, if the person has an address. */
  readonly byEmail?: boolean
  /** Also outside, as the template for it says. */
  readonly outside?: Outside
  /** The dossier that it is about: there it is shown that it was told. */
  readonly about?: string
  /** Shown in the platform only to an account that surely is this person. */
  readonly isGuarded?: boolean
  readonly at: Date
}

/** The message's row; undefined when the person was told it before. */
export async function insertMessage(
  tx: Queries,
  message: Omit<NewMessage, 'personId'> & {
    readonly personId: string | undefined
    readonly askedBy?: string
    readonly id?: string
  },
): Promise<string | undefined> {
  const id = message.id ?? randomUUIDv7()
  const fresh = await run(
    tx,
    sql`insert into notification.message (id, person_id, account_kind, kind, words, link, dedupe, at, asked_by, is_guarded, about)
      values (${id}, ${message.personId ?? null}, ${message.to}, ${message.kind}, ${json(message.words)}, ${message.link ?? null}, ${message.dedupe},
        ${message.at}, ${message.askedBy ?? null}, ${message.isGuarded ?? false}, ${message.about ?? null})
      on conflict do nothing`,
  )
  return fresh === 0 ? undefined : id
}

/** A person's own e-mail address, if they gave one. */
export const addressOf = async (tx: Queries, personId: string): Promise<string | undefined> =>
  (await find(tx, sql<{ email: string | null }>`select email from directory.person where id = ${personId}`))?.email ??
  undefined

/** The e-mail beside a message: plain text, Vietnamese first. `heedsWish`: it leaves only as long as its person wants e-mails. */
export async function insertEmail(
  tx: Queries,
  messageId: string,
  address: string,
  { words, link, at, heedsWish = false }: Pick<NewMessage, 'words' | 'link' | 'at'> & { readonly heedsWish?: boolean },
  publicUrl: string,
): Promise<void> {
  const body = `${words.vi}\n\n${words.en}\n${link ? `\n${publicUrl}${link}\n` : ''}`
  await run(
    tx,
    sql`insert into notification.email (id, message_id, address, subject, body, next_at, heeds_wish)
      values (${randomUUIDv7()}, ${messageId}, ${address}, ${subjectOf(words.vi)}, ${body}, ${at}, ${heedsWish})`,
  )
}

/** A header line: one line, bounded. */
export const subjectOf = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').slice(0, 150)

export interface MessageRow {
  readonly id: string
  readonly kind: string
  readonly words: Words
  readonly link: string | null
  readonly at: Date
  readonly readAt: Date | null
}

/** Whose messages, by which account they read, and whether it is surely them. */
export interface Reader {
  readonly personId: string
  readonly account: AccountKind
  readonly isSure: boolean
}

/** @right */
const isFor = ({ personId, account, isSure }: Reader): Fragment =>
  sql`person_id = ${personId} and account_kind = ${account} and (${isSure}::boolean or not is_guarded)`

/** A person's messages, newest first. */
export async function messagesOf(tx: Queries, reader: Reader, page: { after?: string | undefined; limit: number }) {
  const [at, id] = page.after === undefined ? [undefined, undefined] : readCursor(InstantAndId, page.after)
  const found = await rows(
    tx,
    sql<MessageRow>`select id, kind, words, link, at, read_at from notification.message
      where ${isFor(reader)} ${at === undefined ? sql`` : sql`and (at, id) < (${at}::timestamptz, ${id}::uuid)`}
      order by at desc, id desc limit ${page.limit + 1}`,
  )
  return toPage(found, page.limit, (row) => [row.at.toISOString(), row.id])
}

export const countUnread = async (tx: Queries, reader: Reader): Promise<number> =>
  (
    await find(
      tx,
      sql<{
        unread: number
      }>`select count(*)::int as unread from notification.message where ${isFor(reader)} and read_at is null`,
    )
  )?.unread ?? 0

/** Marks messages as read; all of them without ids. */
export const markRead = (tx: Queries, reader: Reader, ids: readonly string[] | undefined, at: Date): Promise<number> =>
  run(
    tx,
    sql`update notification.message set read_at = ${at} where ${isFor(reader)} and read_at is null
      ${ids === undefined ? sql`` : sql`and id = any(${ids}::uuid[])`}`,
  )
