import { createTransport } from 'nodemailer'
import { rows, run, sql } from '#kernel/database/query.ts'
import type { Database } from '#kernel/database/connect.ts'
import type { Log } from '#kernel/log.ts'
import { longestPauseMs, mostAttempts, pauseAfter } from './attempts.ts'

export interface MailParts {
  /** `smtp://host:port` of the relay; absent = e-mails wait, nothing is lost. */
  readonly smtpUrl: string | undefined
  readonly from: string
}

interface Waiting {
  readonly id: string
  readonly address: string
  readonly subject: string
  readonly body: string
  readonly attempts: number
}

/**
 * Sends what waits. Each e-mail is fenced as "sending" and committed before the relay sees it: after a crash in between it is
 * known to be uncertain and is not sent twice. A dead relay, or one that says later, puts it back with a growing pause; one that is refused for good
 * has failed.
 */
export async function sendWaitingEmails(db: Database, parts: MailParts, log: Log, now: () => Date): Promise<number> {
  if (parts.smtpUrl === undefined) return 0
  // What is to wait for longer than any pause was written by a clock that was set back since.
  const claimed = await rows(
    db,
    sql<Waiting>`update notification.email set state = 'sending', attempts = attempts + 1 where id in (
        select id from notification.email where state = 'waiting' and (next_at <= ${now()} or next_at > ${new Date(now().getTime() + 2 * longestPauseMs)}) order by next_at limit 50 for update skip locked
      ) returning id, address, subject, body, attempts`,
  )
  if (claimed.length === 0) return 0
  const transport = createTransport(parts.smtpUrl, { from: parts.from })
  let sent = 0
  for (const email of claimed) {
    try {
      await transport.sendMail({
        from: parts.from,
        to: email.address,
        subject: email.subject,
        text: email.body,
        messageId: `<${email.id}@lien-thong>`,
      })
      await run(db, sql`update notification.email set state = 'sent', sent_at = ${now()} where id = ${email.id}`)
      sent += 1
    } catch (error) {
      const state = email.attempts >= mostAttempts || isRefused(error) ? 'failed' : 'waiting'
      log.warn({ err: error, email: email.id, state }, 'e-mail not sent')
      await run(
        db,
        sql`update notification.email set state = ${state}, next_at = ${new Date(now().getTime() + pauseAfter(email.attempts))}, error = ${(error as Error).message.slice(0, 300)}
          where id = ${email.id}`,
      )
    }
  }
  transport.close()
  return sent
}

/** Refused for good (RFC 5321 § 4.2.1): no such address, or such a text; not what is wrong between us and the relay. */
const isRefused = (error: unknown): boolean => {
  const { code, responseCode = 0 } = error as Error & { code?: string; responseCode?: number }
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500
}
