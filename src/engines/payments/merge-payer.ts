import { run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'

/** Gives what one row of a person has to pay to another of the same person. */
export async function mergePayer(tx: Queries, from: string, to: string): Promise<void> {
  await run(tx, sql`update payments.payment_order set payer_id = ${to} where payer_id = ${from}`)
  await run(
    tx,
    sql`insert into payments.order_reader (order_id, person_id) select order_id, ${to} from payments.order_reader where person_id = ${from}
      on conflict do nothing`,
  )
  await run(tx, sql`delete from payments.order_reader where person_id = ${from}`)
}
