import { get, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'

interface Passing {
  readonly waiting: number
  /** What is due and has waited longest. */
  readonly oldest: Date | null
  readonly troubled: number
  readonly succeededAt: Date | null
}

const day = 86_400_000

/** What waits for whom outside, and when it last went well; null where there is no such partner. */
export async function readPartners(
  ctx: Context,
  has: { readonly sendsSms: boolean; readonly paysOnline: boolean },
): Promise<{ email: Passing; sms: Passing | null; payments: Passing | null }> {
  const ask = (query: Fragment) => get(ctx.tx, query as ReturnType<typeof sql<Passing>>)
  const yesterday = new Date(ctx.now().getTime() - day)
  return {
    // Of the newest only: the last that left is among them, unless nothing has for long.
    email: await ask(sql`select count(*)::int as waiting, min(next_at) filter (where next_at <= ${ctx.now()}) as oldest,
        (select count(*)::int from notification.email where state in ('failed', 'sending')) as troubled,
        (select max(sent_at) from (select sent_at from notification.email order by id desc limit 1000) as newest) as succeeded_at
      from notification.email where state = 'waiting'`),
    sms: has.sendsSms
      ? await ask(sql`select count(*)::int as waiting, min(next_at) filter (where next_at <= ${ctx.now()}) as oldest,
          (select count(*)::int from notification.sms where state in ('failed', 'undelivered') and next_at > ${yesterday}) as troubled,
          (select max(sent_at) from notification.sms where sent_at is not null) as succeeded_at
        from notification.sms where state = 'waiting'`)
      : null,
    payments: has.paysOnline
      ? // Asked, and no answer came: what waits for a person to pay is none of the platform's doing.
        await ask(sql`select count(*)::int as waiting, min(last_asked_at) as oldest, 0 as troubled,
            (select max(at) from (select at from payments.message order by id desc limit 100) as newest) as succeeded_at
          from payments.attempt a where next_ask_at is not null and last_asked_at < ${new Date(ctx.now().getTime() - 120_000)}
            and not exists (select from payments.message m where m.attempt_id = a.id and m.at >= a.last_asked_at)`)
      : null,
  }
}
