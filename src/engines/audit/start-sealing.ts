import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '#kernel/database/connect.ts'
import { run, sql } from '#kernel/database/query.ts'
import type { Log } from '#kernel/log.ts'
import type { HeadParts } from './heads/sign-heads.ts'
import { createSigner } from './heads/start-signing.ts'
import { sealEntries } from './seal-entries.ts'
import { endOfTrail, type Seal } from './seal.ts'

export interface SealingParts {
  readonly db: Database
  readonly log: Log
  /** With it, heads are signed: once a minute, and when it ends. */
  readonly heads?: HeadParts
  /** From the end of one seal to the next; a second by default. */
  readonly intervalMs?: number
}

export interface Sealing {
  /** Seals what is committed by now, then ends. Call it when nothing writes any more, before the pool is closed. */
  stop(): Promise<void>
}

const afterFailureMs = 5000
const lastSealMs = 3000
/** How often the head is told to the log, which is kept where the administrator of the database cannot write. */
const tellingMs = 60_000

/** Seals the trail as long as the process works. Any number of processes may: each batch is sealed by one of them. */
export function startSealing({ db, log, heads, intervalMs = 1000 }: SealingParts): Sealing {
  const signer = heads && createSigner(db, heads, log)
  const stopping = new AbortController()
  let head: Seal | undefined
  let told: { readonly at: number; readonly number: number } | undefined
  const ended = sealUntil(stopping.signal)

  async function seal(wait = false) {
    const sealed = await sealEntries(db, wait, head)
    head = sealed?.head ?? head
    if (head !== undefined && head.number !== told?.number && performance.now() - (told?.at ?? -tellingMs) >= tellingMs)
      tell(head)
    return sealed
  }

  /** In the form that `audit verify --head` takes. */
  function tell({ number, treeSize, root }: Seal) {
    told = { at: performance.now(), number }
    log.info({ head: `${treeSize}:${root.toString('hex')}`, seal: number }, 'head of the audit trail')
  }

  async function sealUntil(signal: AbortSignal) {
    await prepareAudit(db).catch((error: unknown) =>
      log.error({ err: error }, 'partitions of the audit trail were not made'),
    )
    while (!signal.aborted) {
      const rest = await seal().then(
        (sealed) => (sealed?.more ? 0 : intervalMs),
        (error: unknown) => {
          log.error({ err: error }, 'the audit trail could not be sealed; it will be tried again')
          return afterFailureMs
        },
      )
      await signer?.whenDue()
      await pause(rest, undefined, { signal }).catch(() => {})
    }
  }

  /** Transactions of others that are still open hold a seal up; they may take their time, we do not wait for it. */
  async function sealUpTo(end: number, deadline: number) {
    while (performance.now() < deadline) {
      const sealed = await seal(true)
      if (sealed && !sealed.more && sealed.horizon >= end) return
      if (!sealed?.more) await pause(20)
    }
    log.warn('the last entries of the audit trail are left for the next seal: a transaction stays open')
  }

  return {
    async stop() {
      stopping.abort()
      await ended
      try {
        await sealUpTo(await endOfTrail(db), performance.now() + lastSealMs)
      } catch (error) {
        // The next process seals it; nothing is lost by that.
        log.error({ err: error }, 'the last seal could not be made')
      }
      if (head !== undefined && head.number !== told?.number) tell(head)
      await signer?.atOnce()
    },
  }
}

/**
 * Makes the month partitions around now, and takes up transaction numbers after a restore into another cluster. To be called
 * after migrating and before any entry is written; also runs daily.
 */
export const prepareAudit = (db: Database): Promise<number> => run(db, sql`select audit.prepare()`)
