import type pg from 'pg'
import { prepareValue } from 'pg/lib/utils.js'
import { serialize } from 'pg-protocol'
import { Batch, type Given, type Prepared, type Sent } from './batch.ts'

/** Where statements are sent: the pool, or the connection of one transaction. */
export interface Client {
  /** With `canWait` it leaves together with the next one that cannot. */
  query(text: string, values: readonly unknown[], canWait?: boolean): Promise<Given>
}

/** A connection holds as many plans; texts beyond (lists built by hand) are planned each time. */
export const mostPrepared = 1000

const execute = serialize.execute()

/**
 * Sends statements over one connection. What gathers in one turn of the event loop, or while others are under way, leaves in one
 * packet with a single Sync behind it (PostgreSQL documentation, "Pipelining" of the extended query protocol): it is done in
 * order, answered in one packet, and behind a statement that failed none is done. `pg` by itself asks for a description, a Sync
 * and a packet for each. Every statement is prepared, so that a connection plans and describes it once.
 */
export class Pipeline implements Client {
  readonly #client: pg.PoolClient
  readonly #mostPrepared: number
  readonly #prepared = new Map<string, Prepared>()
  #times = 0
  #next: Batch | undefined
  #isLeaving = false
  /** Plans whose first use failed, so that nobody knows whether they are there, and outdated ones: closed with the next batch. */
  #doubtful: string[] = []

  constructor(client: pg.PoolClient, most = mostPrepared) {
    this.#client = client
    this.#mostPrepared = most
  }

  query(text: string, values: readonly unknown[], canWait = false): Promise<Given> {
    return new Promise((resolve, reject) => {
      const known = this.#prepared.get(text)
      const prepared = known ?? this.#newPlan()
      const bound = serialize.bind({ statement: prepared.name, values: values as unknown[], valueMapper: prepareValue })
      const batch = (this.#next ??= this.#begin())
      if (known === undefined) {
        if (prepared.name !== '') this.#prepared.set(text, prepared)
        batch.bytes.push(
          serialize.parse({ name: prepared.name, text }),
          serialize.describe({ type: 'S', name: prepared.name }),
        )
      }
      batch.bytes.push(bound, execute)
      batch.sent.push({ text, prepared, isNew: known === undefined, rows: [], resolve, reject })
      if (!canWait) this.#leave(batch)
    })
  }

  /** Without a name it serves once. */
  #newPlan(): Prepared {
    return { name: this.#prepared.size < this.#mostPrepared ? `s${(this.#times += 1)}` : '', columns: [] }
  }

  #begin(): Batch {
    const batch: Batch = new Batch(
      () => this.#close(batch),
      (undone, error) => this.#forget(undone, error),
    )
    for (const name of this.#doubtful) batch.bytes.push(serialize.close({ type: 'S', name }))
    this.#doubtful = []
    return batch
  }

  /** `pg` submits it when the one before is answered; until then it grows. */
  #leave(batch: Batch): void {
    if (this.#isLeaving) return
    this.#isLeaving = true
    process.nextTick(() => this.#client.query(batch))
  }

  /** What comes from now on goes with the next one. */
  #close(batch: Batch): void {
    if (this.#next !== batch) return
    this.#next = undefined
    this.#isLeaving = false
  }

  #forget(undone: readonly Sent[], error: unknown): void {
    for (const [place, { text, prepared, isNew }] of undone.entries()) {
      if (prepared.name === '' || !(isNew || (place === 0 && isOutdated(error)))) continue
      this.#prepared.delete(text)
      this.#doubtful.push(prepared.name)
    }
  }
}

/** A table got another shape under a plan ("cached plan must not change result type"). */
const isOutdated = (error: unknown): boolean => (error as { code?: string }).code === '0A000'
