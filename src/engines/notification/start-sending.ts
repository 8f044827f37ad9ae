import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '#kernel/database/connect.ts'
import type { Log } from '#kernel/log.ts'
import { sendWaitingEmails, type MailParts } from './send-email.ts'

const pauseMs = 2000

/** Sends waiting e-mails as long as the process works; any number of processes may, each takes its own. */
export function startSending(db: Database, parts: MailParts, log: Log, now: () => Date): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      const sent = await sendWaitingEmails(db, parts, log, now).catch((error: unknown) => {
        log.warn({ err: error }, 'e-mails wait')
        return 0
      })
      if (sent === 0) await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}
