import type { Writable } from 'node:stream'
import type pg from 'pg'
import type { Queries } from './connect.ts'
import type { Memory } from './memory.ts'
import type { Client } from './statement.ts'

/** What is sent within one turn of the event loop leaves in one packet; `pg` would write each statement by itself. */
function gather(client: pg.PoolClient) {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** Statements of a transaction whose answers nobody waits for. */
export interface Unwaited {
  add(answer: Promise<unknown>): void
}

/**
 * Work in one transaction of a client of its own. `begin` goes out together with the first statement, `commit` with the last that
 * nobody waits for. Throws what the work throws; before that, what made a statement fail.
 */
export async function inTransaction<Value>(
  pool: pg.Pool,
  memory: Memory,
  work: (tx: Queries) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect()
  const failed: unknown[] = []
  const unwaited: Unwaited = { add: (answer) => void answer.catch((error: unknown) => failed.push(error)) }
  let isOver = false
  // Work that goes on after its transaction must not reach whoever has the client next.
  const own: Client = {
    query(statement) {
      if (isOver) return Promise.reject(new Error('the transaction is over'))
      gather(client)
      return client.query(statement)
    },
  }
  let broken: Error | undefined
  try {
    gather(client)
    unwaited.add(client.query('begin'))
    const value = await work({ client: own, memory, unwaited })
    isOver = true
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw new Error('a statement failed, and the work went on as if it had not')
    return value
  } catch (error) {
    isOver = true
    await client.query('rollback').catch((failure: Error) => void (broken = failure))
    // Statements behind a failed one only say that they were not done.
    throw failed[0] ?? error
  } finally {
    client.release(broken)
  }
}
