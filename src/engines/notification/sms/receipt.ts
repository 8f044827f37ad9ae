import { find, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Receipt } from './sms-way.ts'

/** Keeps what a centre told of parts; told twice, it stands once. */
export async function keepReceipts(db: Queries, receipts: readonly Receipt[]): Promise<void> {
  if (receipts.length === 0) return
  const centreIds = receipts.map((one) => one.centreId.slice(0, 65))
  await run(
    db,
    sql`insert into notification.sms_receipt (centre_id, state, error, at)
      select * from unnest(${centreIds}::text[], ${receipts.map((one) => one.state)}::text[],
        ${receipts.map((one) => one.error)}::text[], ${receipts.map((one) => one.at)}::timestamptz[]) on conflict (centre_id) do nothing`,
  )
  await settleParts(db, centreIds)
}

/**
 * The id by which a part is known that a provider names by its own id or by ours. Where its answer never came, this is the answer: it took
 * the message, which is unsure no more and is not told by another way.
 */
export async function nameTaken(
  tx: Queries,
  { centreId, reference }: { readonly centreId: string; readonly reference: string },
  at: Date,
): Promise<string | undefined> {
  if (!isUuid(reference)) return centreId || undefined
  const known = await find(
    tx,
    sql<{
      state: string
      centreId: string | null
    }>`select s.state, (select p.centre_id from notification.sms_part p where p.sms_id = s.id and p.part = 1) as centre_id
      from notification.sms s where s.id = ${reference} for update`,
  )
  if (known === undefined || known.centreId !== null) return known?.centreId ?? (centreId || undefined)
  const name = (centreId || `http-${reference}`).slice(0, 65)
  if (known.state !== 'sending') return name
  await run(tx, sql`insert into notification.sms_part (sms_id, part, centre_id) values (${reference}, 1, ${name})`)
  await run(tx, sql`update notification.sms set state = 'sent', sent_at = ${at}, error = null where id = ${reference}`)
  return name
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/**
 * Says of each message whose parts these are what its receipts say: delivered once all are, lost once one is. The sender settles beside whoever
 * keeps receipts: both take the messages in the same order, so that neither waits for what the other holds.
 */
export async function settleParts(db: Queries, centreIds: readonly string[]): Promise<void> {
  await run(
    db,
    sql`with open as (
        select id from notification.sms
        where id in (select sms_id from notification.sms_part where centre_id = any(${[...centreIds]}::text[])) and state = 'sent'
        order by id for update
      )
      update notification.sms s set state = case when told.is_lost then 'undelivered' else 'delivered' end, settled_at = told.at, error = told.error
      from (
        select p.sms_id, bool_or(r.state = 'undelivered') as is_lost, count(r.centre_id) = count(*) as is_told, max(r.at) as at, max(r.error) as error
        from open join notification.sms_part p on p.sms_id = open.id left join notification.sms_receipt r on r.centre_id = p.centre_id
        group by p.sms_id
      ) told where s.id = told.sms_id and s.state = 'sent' and (told.is_lost or told.is_told)`,
  )
}

/** Receipts of parts that nobody knows, and those long noted. */
export const forgetReceipts = (db: Queries, before: Date): Promise<number> =>
  run(db, sql`delete from notification.sms_receipt where at < ${before}`)

/** Keeps together what comes while the last is being written: a burst of receipts is a few statements. Each call ends when its own is kept. */
export function receiptKeeper(db: Queries): (receipt: Receipt) => Promise<void> {
  let waiting: { receipt: Receipt; resolve(): void; reject(error: unknown): void }[] = []
  let isWriting = false
  const write = async () => {
    isWriting = true
    while (waiting.length > 0) {
      const now = waiting
      waiting = []
      try {
        await keepReceipts(
          db,
          now.map((one) => one.receipt),
        )
        for (const one of now) one.resolve()
      } catch (error) {
        for (const one of now) one.reject(error)
      }
    }
    isWriting = false
  }
  return (receipt) =>
    new Promise((resolve, reject) => {
      waiting.push({ receipt, resolve, reject })
      if (!isWriting) void write()
    })
}
