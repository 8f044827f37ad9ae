import type pg from 'pg'

/** Waits until every event that was committed has been handed to its listeners. */
export async function settleEvents(pool: pg.Pool): Promise<void> {
  for (let quiet = 0; quiet < 2;) {
    const { rows } = await pool.query<{ busy: number }>(
      `select (select count(*) from kernel.outbox) + (select count(*) from pgboss.job where name = 'events' and state in ('created', 'active', 'retry')) as busy`,
    )
    quiet = Number(rows[0]?.busy) === 0 ? quiet + 1 : 0
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}
