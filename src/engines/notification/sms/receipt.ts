import { run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Receipt } from './sms-way.ts'

/** Keeps what a centre told of parts; told twice, it stands once. */
export async function keepReceipts(db: Queries, receipts: readonly Receipt[]): Promise<void> {
  if (receipts.length === 0) return
  await run(
    db,
    sql`insert into notification.sms_receipt (centre_id, state, error, at)
      select * from unnest(${receipts.map((one) => one.centreId.slice(0, 65))}::text[], ${receipts.map((one) => one.state)}::text[],
        ${receipts.map((one) => one.error)}::text[], ${receipts.map((one) => one.at)}::timestamptz[]) on conflict (centre_id) do nothing`,
  )
  await settleParts(
    db,
    receipts.map((one) => one.centreId),
  )
}

/** Says of each message whose parts these are what its receipts say: delivered once all are, lost once one is. */
export async function settleParts(db: Queries, centreIds: readonly string[]): Promise<void> {
  await run(
    db,
    sql`update notification.sms s set state = case when told.is_lost then 'undelivered' else 'delivered' end, settled_at = told.at, error = told.error
      from (
        select p.sms_id, bool_or(r.state = 'undelivered') as is_lost, count(*) as parts, max(r.at) as at, max(r.error) as error
        from notification.sms_part p join notification.sms_receipt r on r.centre_id = p.centre_id
        where p.sms_id in (select sms_id from notification.sms_part where centre_id = any(${[...centreIds]}::text[])) group by p.sms_id
      ) told where s.id = told.sms_id and s.state = 'sent' and (told.is_lost or told.parts = s.parts)`,
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
