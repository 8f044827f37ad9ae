import { randomUUIDv7 } from 'node:crypto'
import { json, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { dateAt } from '#values/plain-date.ts'
import { newVerificationCode } from '#engines/numbering/index.ts'
import { newReference } from '#engines/payments/index.ts'
import { feeReference } from '#engines/services/index.ts'
import type { DossierRows } from '../insert-dossiers.ts'
import type { StatementLine } from './bring-statement.ts'
import type { LivedClosing } from './close-desks.ts'
import type { LivedOrder } from './lived-money.ts'
import { bookOfReceipts } from './number-receipts.ts'

/** Writes orders with everything that became of them: one statement a table. No message of the platform is made up. */
export async function insertOrders(
  tx: Queries,
  orders: readonly LivedOrder[],
  closings: readonly LivedClosing[],
): Promise<void> {
  const insert = (rows: readonly object[], statement: (given: Fragment) => Fragment) =>
    run(tx, statement(sql`jsonb_to_recordset(${json(rows)})`))
  await insert(
    orders.map(orderRow),
    (
      given,
    ) => sql`insert into payments.payment_order (id, reference, file_code, service_code, service_name, owner_id, collector_id, payer_id, payer_name, link,
        total, state, created_at, paid_at)
      select id, reference, code, procedure, name, owner, collector, payer, "payerName", link, total, state, opened, paid
      from ${given} as g (id uuid, reference text, code text, procedure text, name text, owner uuid, collector uuid, payer uuid, "payerName" text, link text,
        total bigint, state text, opened timestamptz, paid timestamptz)`,
  )
  await insert(
    orders.flatMap(({ id, items }) => items.map((item, position) => ({ order: id, position, ...item }))),
    (
      given,
    ) => sql`insert into payments.item (order_id, position, code, name, amount) select "order", position, code, name, amount
      from ${given} as g ("order" uuid, position int, code text, name jsonb, amount bigint)`,
  )
  await run(
    tx,
    sql`insert into payments.order_reader (order_id, person_id) select o.id, o.payer_id from payments.payment_order o
      where o.id = any(${orders.filter(isReadOnline).map(({ id }) => id)}::uuid[])`,
  )
  await insert(
    closings.map(closingRow),
    (
      given,
    ) => sql`insert into payments.desk_closing (id, unit_id, account, account_name, closed_at, day, taken, cash, transfer, counted, note, signed_at,
        signed_by, signed_account)
      select id, unit, account, name, at, day, taken, cash, transfer, counted, note, signed, "signedBy", "signedAccount"
      from ${given} as g (id uuid, unit uuid, account text, name text, at timestamptz, day date, taken int, cash bigint, transfer bigint, counted bigint,
        note text, signed timestamptz, "signedBy" text, "signedAccount" text)`,
  )
  await insert(
    orders.flatMap(attemptRows),
    (
      given,
    ) => sql`insert into payments.attempt (id, order_id, reference, method, amount, state, started_at, received, transaction_code, bank_code, settled_at,
        taken_by, closing_id)
      select id, "order", reference, method, amount, state, started, received, transaction, bank, settled, by, closing
      from ${given} as g (id uuid, "order" uuid, reference text, method text, amount bigint, state text, started timestamptz, received bigint, transaction text,
        bank text, settled timestamptz, by text, closing uuid)`,
  )
  await insert(
    orders.flatMap(receiptRows),
    (
      given,
    ) => sql`insert into payments.receipt (id, order_id, attempt_id, unit_id, book, year, number, issued_at, payer_name, amount, verification_code,
        voided_at, voided_by, void_reason)
      select id, "order", attempt, unit, book, year, number, at, payer, amount, verification, voided, "voidedBy", reason
      from ${given} as g (id uuid, "order" uuid, attempt uuid, unit uuid, book text, year int, number int, at timestamptz, payer text, amount bigint,
        verification text, voided timestamptz, "voidedBy" text, reason text)`,
  )
  await insert(
    orders.flatMap(refundRows),
    (
      given,
    ) => sql`insert into payments.refund (id, attempt_id, cause, about, amount, owed_at, reason, decision, decided_at, decided_by, decided_account,
        returned_at, returned_by, transfer_code)
      select gen_random_uuid(), attempt, cause, about, amount, owed, reason, decision, decided, by, account, returned, case when returned is not null then by end, transfer
      from ${given} as g (attempt uuid, cause text, about text, amount bigint, owed timestamptz, reason text, decision text, decided timestamptz, by text,
        account text, returned timestamptz, transfer text)`,
  )
}

/** What the statements of the platform say, as somebody who keeps the accounts brought it in. */
export const insertStatement = (tx: Queries, lines: readonly StatementLine[], broughtBy: string) =>
  run(
    tx,
    sql`insert into payments.statement_line (transaction_code, reference, amount, at, day, brought_at, brought_by)
      select g.code, a.reference, g.amount, g.at, g.day, g."broughtAt", ${broughtBy}
      from jsonb_to_recordset(${json(lines)}) as g ("attemptId" uuid, code text, amount bigint, at timestamptz, day date, "broughtAt" timestamptz)
      join payments.attempt a on a.id = g."attemptId"`,
  )

/** What was not collected by exemptions that were granted. */
export const insertWaivers = (tx: Queries, made: readonly DossierRows[]) =>
  run(
    tx,
    sql`insert into payments.waiver (reference, item, unit_id, file_code, name, ground, basis, full_amount, waived, at, by_name)
      select reference, item, unit, code, name, ground, basis, "full", waived, at, by
      from jsonb_to_recordset(${json(made.flatMap(waiverRows))}) as g (reference text, item text, unit uuid, code text, name jsonb, ground jsonb, basis text,
        "full" bigint, waived bigint, at timestamptz, by text)`,
  )

/** Whoever paid online had the page of payment; who has a notice can pay it there. */
const isReadOnline = ({ paid }: LivedOrder): boolean => paid === undefined || paid.method === 'online'

const orderRow = ({ id, row, reference, total, openedAt, state, paid }: LivedOrder) => ({
  id,
  reference,
  code: row.code,
  procedure: row.procedure.code,
  name: row.procedure.name,
  owner: row.owner.id,
  collector: row.receiver.id,
  payer: row.person.id,
  payerName: row.person.fullName,
  link: `/trang-cua-toi/ho-so/${row.id}`,
  total,
  state,
  opened: openedAt,
  paid: paid?.at,
})

const closingRow = ({ unitId, by, signed, ...closing }: LivedClosing) => ({
  ...closing,
  unit: unitId,
  account: by.account,
  name: by.name,
  signed: signed?.at,
  signedBy: signed?.by.name,
  signedAccount: signed?.by.account,
})

function attemptRows({ id, total, paid, openedAt }: LivedOrder) {
  if (paid === undefined) return []
  const { method, at, failedAt } = paid
  const isOnline = method === 'online'
  const attempt = (started: Date) => ({ order: id, reference: newReference(started), method, amount: total, started })
  const failed = failedAt && {
    ...attempt(new Date(Math.max(openedAt.getTime(), failedAt.getTime() - 60_000))),
    id: randomUUIDv7(),
    state: 'failed',
    settled: failedAt,
  }
  return [
    ...(failed ? [failed] : []),
    {
      ...attempt(isOnline ? new Date(at.getTime() - 90_000) : at),
      id: paid.attemptId,
      state: 'paid',
      received: total,
      transaction: paid.transactions[0],
      bank: isOnline ? 'NHTHU' : undefined,
      settled: at,
      by: paid.takenBy?.account,
      closing: paid.closingId,
    },
  ]
}

const receiptRows = ({ id, row, total, paid }: LivedOrder) =>
  (paid?.receipts ?? []).map((receipt) => ({
    id: receipt.id,
    order: id,
    attempt: paid?.attemptId,
    unit: row.receiver.id,
    book: bookOfReceipts(row.receiver.id),
    year: Number(dateAt(receipt.at).slice(0, 4)),
    number: receipt.number,
    at: receipt.at,
    payer: receipt.payerName,
    amount: total,
    verification: newVerificationCode(),
    voided: receipt.voided?.at,
    voidedBy: receipt.voided?.by,
    reason: receipt.voided?.reason,
  }))

function refundRows({ paid }: LivedOrder) {
  if (paid?.refund === undefined) return []
  const { decided, returned, owedAt, ...refund } = paid.refund
  return [
    {
      ...refund,
      attempt: paid.attemptId,
      owed: owedAt,
      decision: decided?.decision,
      decided: decided?.at,
      by: decided?.by.name,
      account: decided?.by.account,
      returned: returned?.at,
      transfer: returned?.transferCode,
    },
  ]
}

const waiverRows = ({ id, code, receiver, money }: DossierRows) =>
  (money?.exemptions ?? []).flatMap((one) =>
    one.decided === undefined || one.decided.reason !== undefined
      ? []
      : [
          {
            reference: feeReference(id, one.payAt),
            item: one.fee,
            unit: receiver.id,
            code,
            name: one.name,
            ground: one.groundName,
            basis: one.basis,
            full: one.fullAmount,
            waived: one.fullAmount - one.amount,
            at: one.decided.at,
            by: one.decided.by.name,
          },
        ],
  )
