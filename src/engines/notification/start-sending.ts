import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '#kernel/database/connect.ts'
import type { Log } from '#kernel/log.ts'
import type { SmsGateway } from '#kernel/sms-gateway.ts'
import { sayChannels } from './delivery/open-channels.ts'
import { passOn } from './delivery/pass-on.ts'
import { getPushKey } from './push/push-key.ts'
import { sendWaitingPushes, type PushParts } from './push/send-push.ts'
import { sendWaitingEmails, type MailParts } from './send-email.ts'
import { receiptKeeper } from './sms/receipt.ts'
import { sendWaitingSms } from './sms/send-sms.ts'
import { createWay } from './sms/create-way.ts'
import type { SmsWay } from './sms/sms-way.ts'

export interface SendingParts extends MailParts, PushParts {
  /** The SMS centre and the registered name; absent = no SMS is sent. */
  readonly sms: SmsGateway | undefined
}

const pauseMs = 2000
/** So often it is looked for what a channel has lost. */
const passOnMs = 30_000

interface Sending {
  stop(): Promise<void>
}

/** Sends what waits as long as the process works, each kind by itself; any number of processes may, each takes its own. */
export async function startSending(db: Database, parts: SendingParts, log: Log, now: () => Date): Promise<Sending> {
  // Browsers subscribe with it, so that it is there before anything is sent.
  await getPushKey(db, parts.secrets, now())
  await sayChannels(db, { push: true, sms: parts.sms !== undefined, email: parts.smtpUrl !== undefined }, now())
  const kinds = [
    keepSending(() => sendWaitingEmails(db, parts, log, now), log),
    ...smsOf(db, parts, log, now),
    keepSending(() => sendWaitingPushes(db, parts, log, now), log),
    keepSending(() => passOn(db, now(), parts.publicUrl), log, passOnMs),
  ]
  return {
    stop: async () => void (await Promise.all(kinds.map((one) => one.stop()))),
  }
}

function smsOf(db: Database, { sms }: SendingParts, log: Log, now: () => Date): Sending[] {
  if (sms === undefined) return []
  const way = createWay(sms, { now, onReceipt: receiptKeeper(db) })
  const loop = keepSending(() => paced(way, () => sendWaitingSms(db, way, log, now)), log)
  return [
    {
      async stop() {
        await loop.stop()
        await way.close()
      },
    },
  ]
}

/** Takes at least the time that so many may take by contract. */
async function paced({ rate }: SmsWay, send: () => Promise<number>): Promise<number> {
  const started = performance.now()
  const sent = await send()
  if (rate !== undefined && sent > 0) await wait(Math.max(0, (sent / rate) * 1000 - (performance.now() - started)))
  return sent
}

/** Calls it again and again, with a pause where nothing was to send or nobody takes it. */
function keepSending(send: () => Promise<number>, log: Log, restMs = pauseMs): Sending {
  const stopping = new AbortController()
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      const sent = await send().catch((error: unknown) => {
        log.warn({ err: error }, 'messages wait')
        return 0
      })
      if (sent === 0) await wait(restMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}
