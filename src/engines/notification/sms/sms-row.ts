import { randomUUIDv7 } from 'node:crypto'
import { run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { splitSms } from './split-sms.ts'

export interface NewSms {
  readonly messageId: string | undefined
  /** As {@link mobileOf} writes it. */
  readonly phone: string
  readonly text: string
  readonly unitId: string | undefined
  /** Not before. */
  readonly nextAt: Date
  /** Leaves in quiet hours too. */
  readonly isUrgent: boolean
}

/** Lets a short message wait for its way out. */
export async function insertSms(
  tx: Queries,
  { messageId, phone, text, unitId, nextAt, isUrgent }: NewSms,
): Promise<string> {
  const id = randomUUIDv7()
  await run(
    tx,
    sql`insert into notification.sms (id, message_id, phone, text, parts, unit_id, next_at, is_urgent)
      values (${id}, ${messageId ?? null}, ${phone}, ${text}, ${splitSms(text).parts.length}, ${unitId ?? null}, ${nextAt}, ${isUrgent})`,
  )
  return id
}
