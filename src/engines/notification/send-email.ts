import { createTransport } from 'nodemailer'
import { rows, run, sql } from '#kernel/database/query.ts'
import type { Database } from '#kernel/database/connect.ts'
import { Resting } from '#kernel/outside/breaker.ts'
import { breakerOf } from '#kernel/outside/breakers.ts'
import type { Log } from '#kernel/log.ts'
import { longestPauseMs, mostAttempts, pauseAfter } from './attempts.ts'
import { isUnwished } from './delivery/wish.ts'

export interface MailParts {
  /** `smtp://host:port` of the relay; absent = e-mails wait, nothing is lost. */
  readonly smtpUrl: string | undefined
  readonly from: string
}

interface Waiting {
  readonly id: string
  readonly state: 'sending' | 'withdrawn'
  readonly address: string
  readonly subject: string
  readonly body: string
  readonly attempts: number
}

/**
 * Sends what waits. Each e-mail is fenced as "sending" and committed before the relay sees it: after a crash in between it is
 * known to be uncertain and is not sent twice, as is one whose text was under way when the line ended. A dead relay, or one that says later, puts it back with a growing pause; one that is refused for good
 * has failed.
 */
export async function sendWaitingEmails(db: Database, parts: MailParts, log: Log, now: () => Date): Promise<number> {
  if (parts.smtpUrl === undefined) return 0
  const relay = breakerOf(parts.smtpUrl)
  if (!relay.isReady()) return 0
  // What is to wait for longer than any pause was written by a clock that was set back since.
  const found = await rows(
    db,
    sql<Waiting>`with due as (
        select id, message_id, heeds_wish from notification.email where state = 'waiting' and (next_at <= ${now()} or next_at > ${new Date(now().getTime() + 2 * longestPauseMs)})
        order by next_at limit 50 for update skip locked
      )
      update notification.email e set attempts = attempts + 1,
        state = case when due.heeds_wish and ${isUnwished('email', sql`due.message_id`)} then 'withdrawn' else 'sending' end
      from due where e.id = due.id returning e.id, e.state, e.address, e.subject, e.body, e.attempts`,
  )
  const claimed = found.filter(({ state }) => state === 'sending')
  if (claimed.length === 0) return found.length
  const progress = hearProgress()
  const transport = createTransport({ url: parts.smtpUrl, logger: progress.logger, debug: true }, { from: parts.from })
  let sent = 0
  for (const email of claimed) {
    progress.begin()
    try {
      if (!oneAddress.test(email.address)) throw new NotOneAddress()
      const letter = {
        from: parts.from,
        // As one address, not as text in which there may be several.
        to: { name: '', address: email.address },
        subject: email.subject,
        text: email.body,
        messageId: `<${email.id}@lien-thong>`,
      }
      await relay.ask(
        () => transport.sendMail(letter),
        (error) => !isAnswered(error),
      )
      await run(db, sql`update notification.email set state = 'sent', sent_at = ${now()} where id = ${email.id}`)
      sent += 1
    } catch (error) {
      // It was not asked: that is no try of this letter.
      if (error instanceof Resting) {
        await run(
          db,
          sql`update notification.email set state = 'waiting', attempts = attempts - 1, next_at = ${new Date(now().getTime() + error.ms)}
            where id = ${email.id}`,
        )
        continue
      }
      const state = progress.mayHaveLeft() && !isAnswered(error) ? 'sending' : standingAfter(error, email.attempts)
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

interface MailError extends Error {
  readonly code?: string
  /** What the relay answered, where it did. */
  readonly responseCode?: number
}

const isAnswered = (error: unknown): boolean => (error as MailError).responseCode !== undefined

const standingAfter = (error: unknown, attempts: number) =>
  attempts >= mostAttempts || isRefused(error) ? 'failed' : 'waiting'

/** Text in which there may be several, or more than an address, is sent to nobody: a library may read it otherwise than we do. */
const oneAddress = /^[^\s@<>()[\],;:\\"\p{C}]{1,64}@[^\s@<>()[\],;:\\"\p{C}]{1,255}$/u

class NotOneAddress extends Error {
  override readonly message = 'the address is not one address'
}

/** Refused for good (RFC 5321 § 4.2.1): no such address, or such a text; not what is wrong between us and the relay. */
const isRefused = (error: unknown): boolean => {
  const { code, responseCode = 0 } = error as MailError
  return error instanceof NotOneAddress || ((code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500)
}

/** Hears how far the letter under way came, which no error tells: from DATA on the relay may have it (RFC 5321 § 4.5.3.2.6, § 6.1). */
function hearProgress() {
  let saidData = false
  const hear = (entry: unknown, message: string) => {
    if (message === 'DATA' && (entry as { tnx?: string }).tnx === 'client') saidData = true
  }
  return {
    begin: () => void (saidData = false),
    mayHaveLeft: () => saidData,
    logger: { level: () => {}, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear },
  }
}
