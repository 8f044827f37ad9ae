import { sql } from '#kernel/database/query.ts'

/** Whether an account `a` has a passkey. */
export const hasPasskey = sql`exists (select from identity.passkey k where k.account_id = a.id)`

/** Whether it has a second factor that counts. */
export const hasFactor = sql`(${hasPasskey}
  or exists (select from identity.totp f where f.account_id = a.id and f.confirmed_at is not null))`
