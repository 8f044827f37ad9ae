import { rows, run, sql } from '#kernel/database/query.ts'
import type { Database } from '#kernel/database/connect.ts'
import { AddressRefused, askOutside } from '#kernel/http/ask-outside.ts'
import type { Log } from '#kernel/log.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'
import { longestPauseMs, pauseAfter } from '../attempts.ts'
import { isUnwished } from '../delivery/wish.ts'
import { waitOutQuiet } from '../template/quiet-hours.ts'
import { encryptPush } from './encrypt-push.ts'
import { getPushKey, vapidHeader, type PushKey } from './push-key.ts'

export interface PushParts {
  readonly secrets: Secrets
  readonly publicUrl: string
  readonly insideHosts: readonly string[]
}

interface Claimed {
  readonly id: string
  readonly state: 'sending' | 'withdrawn'
  readonly text: string
  readonly link: string | null
  readonly attempts: number
  readonly subscriptionId: string
  readonly endpoint: string | null
  readonly publicKey: string
  readonly auth: string
}

type Outcome =
  | { readonly is: 'sent' }
  | { readonly is: 'gone'; readonly error: string }
  | { readonly is: 'failed'; readonly error: string }
  | { readonly is: 'later'; readonly error: string; readonly afterMs?: number }

const mostAtOnce = 50
const answerMs = 30_000
/** What a killed sender held is taken up after so long. */
const leaseMs = 10 * 60_000
/** Within half an hour: a notification is news of the moment, and another channel may be left. */
const mostTries = 6
/** A push service keeps it so long for a phone that is off. */
const keptSeconds = 24 * 3600

/**
 * Hands waiting notifications to the push services of the browsers; a browser that is gone is forgotten. One that may have left is handed over
 * again: by its tag and topic a browser shows it once. Answers how many were tried.
 */
export async function sendWaitingPushes(db: Database, parts: PushParts, log: Log, now: () => Date): Promise<number> {
  const at = now()
  await waitOutQuiet(db, 'push', at)
  const found = await rows(
    db,
    sql<Claimed>`with due as (
        select id, message_id from notification.push where state = 'waiting' and (next_at <= ${at} or next_at > ${at}::timestamptz + interval '1 day')
          or state = 'sending' and claimed_at < ${new Date(at.getTime() - leaseMs)}
        order by next_at limit ${mostAtOnce} for update skip locked
      ), taken as (
        update notification.push p set attempts = attempts + 1, claimed_at = ${at},
          state = case when ${isUnwished('push', sql`due.message_id`)} then 'withdrawn' else 'sending' end
        from due where p.id = due.id returning p.id, p.state, p.message_id, p.subscription_id, p.text, p.attempts
      )
      select taken.id, taken.state, taken.text, taken.attempts, taken.subscription_id, m.link, s.endpoint, s.public_key, s.auth from taken
      join notification.message m on m.id = taken.message_id left join notification.push_subscription s on s.id = taken.subscription_id`,
  )
  const claimed = found.filter(({ state }) => state === 'sending')
  if (claimed.length === 0) return found.length
  const key = await getPushKey(db, parts.secrets, now())
  await Promise.all(
    claimed.map(async (push) => {
      const outcome = await handOver(push, key, parts, now())
      if (outcome.is !== 'sent') log.warn({ push: push.id, ...outcome }, 'push not taken')
      if (outcome.is === 'gone')
        await run(db, sql`delete from notification.push_subscription where id = ${push.subscriptionId}`)
      await note(db, push, outcome, now())
    }),
  )
  return found.length
}

async function handOver(push: Claimed, key: PushKey, parts: PushParts, at: Date): Promise<Outcome> {
  const { endpoint, text, link } = push
  if (endpoint === null) return { is: 'failed', error: 'no browser any more' }
  try {
    const body = encryptPush(Buffer.from(JSON.stringify({ text, link, id: push.id })), push)
    const { status, headers } = await askOutside(endpoint, {
      headers: {
        'Content-Encoding': 'aes128gcm',
        'Content-Type': 'application/octet-stream',
        TTL: String(keptSeconds),
        Urgency: 'normal',
        // RFC 8030 § 5.4: what is handed over twice replaces itself while the device is off.
        Topic: Buffer.from(push.id.replaceAll('-', ''), 'hex').toString('base64url'),
        Authorization: vapidHeader(key, endpoint, parts.publicUrl, at),
      },
      body,
      insideHosts: parts.insideHosts,
      answerMs,
    })
    return judge(status, Number(headers['retry-after'] ?? 0))
  } catch (error) {
    const { message, code = '' } = error as Error & { code?: string }
    if (error instanceof AddressRefused) return { is: 'gone', error: message }
    return { is: 'later', error: code || message }
  }
}

/** RFC 8030 § 5: 201 is taken; 404 and 410 say that the subscription has ended (§ 7.3). */
function judge(status: number, retryAfter: number): Outcome {
  const error = `HTTP ${status}`
  if (status >= 200 && status < 300) return { is: 'sent' }
  if (status === 404 || status === 410) return { is: 'gone', error }
  if (status === 429 || status >= 500)
    return { is: 'later', error, ...(retryAfter > 0 && { afterMs: retryAfter * 1000 }) }
  return { is: 'failed', error }
}

async function note(db: Database, { id, attempts }: Claimed, outcome: Outcome, at: Date): Promise<void> {
  const error = outcome.is === 'sent' ? null : outcome.error.slice(0, 300)
  const waits = outcome.is === 'later' && attempts < mostTries
  const pause = Math.min(longestPauseMs, (outcome.is === 'later' && outcome.afterMs) || pauseAfter(attempts))
  const states = {
    sent: 'sent',
    gone: 'failed',
    failed: 'failed',
    later: waits ? 'waiting' : 'failed',
  }
  await run(
    db,
    sql`update notification.push set state = ${states[outcome.is]}, error = ${error}, next_at = ${new Date(at.getTime() + (waits ? pause : 0))},
      sent_at = case when ${outcome.is === 'sent'} then ${at}::timestamptz end where id = ${id}`,
  )
}
