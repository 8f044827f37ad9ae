import { createHash } from 'node:crypto'
import { run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { subjectOf } from './message.ts'

export interface Mail {
  /** An address that was configured: of a body outside, not of a person here. */
  readonly address: string
  readonly subject: string
  readonly body: string
  /** The same mail goes to an address once. */
  readonly dedupe: string
  readonly at: Date
}

/** Writes to an address, once. */
export async function mail(tx: Queries, { address, subject, body, dedupe, at }: Mail): Promise<void> {
  const id = createHash('sha256').update(`${address}\n${dedupe}`).digest('hex').slice(0, 32)
  await run(
    tx,
    sql`insert into notification.email (id, address, subject, body, next_at)
      values (${id}::uuid, ${address}, ${subjectOf(subject)}, ${body}, ${at}) on conflict (id) do nothing`,
  )
}
