import { sql } from '#kernel/database/query.ts'

/** Whether an account `a` has a second factor that counts. */
export const hasFactor = sql`exists (select from identity.totp f where f.account_id = a.id and f.confirmed_at is not null)`
