import type pg from 'pg'
import type { Queries } from './connect.ts'
import type { Memory } from './memory.ts'
import { mostPrepared, Pipeline, type Client } from './pipeline.ts'

/** Statements of a transaction whose answers nobody waits for. */
export interface Unwaited {
  add(answer: Promise<unknown>): void
}

const pipelines = new WeakMap<pg.PoolClient, Pipeline>()

function pipelineOf(client: pg.PoolClient, pooled: boolean): Pipeline {
  const known = pipelines.get(client)
  if (known !== undefined) return known
  // Behind a pooler the next transaction may get another connection, which never heard of a plan.
  const pipeline = new Pipeline(client, pooled ? 0 : mostPrepared)
  pipelines.set(client, pipeline)
  return pipeline
}

/** Single statements, each on whichever connection is free. */
export const onAny = (pool: pg.Pool, pooled: boolean): Client => ({
  async query(text, values) {
    const client = await pool.connect()
    try {
      return await pipelineOf(client, pooled).query(text, values)
    } finally {
      client.release()
    }
  },
})

/**
 * Work in one transaction of a client of its own. `begin` goes out together with the first statement, `commit` with the last that
 * nobody waits for. Throws what the work throws; before that, what made a statement fail.
 */
export async function inTransaction<Value>(
  pool: pg.Pool,
  memory: Memory,
  work: (tx: Queries) => Promise<Value>,
  pooled: boolean,
): Promise<Value> {
  const client = await pool.connect()
  const pipeline = pipelineOf(client, pooled)
  const failed: unknown[] = []
  const unwaited: Unwaited = { add: (answer) => void answer.catch((error: unknown) => failed.push(error)) }
  let isOver = false
  // Work that goes on after its transaction must not reach whoever has the client next.
  const own: Client = {
    query(text, values, canWait) {
      if (isOver) return Promise.reject(new Error('the transaction is over'))
      return pipeline.query(text, values, canWait)
    },
  }
  let broken: Error | undefined
  try {
    unwaited.add(pipeline.query('begin', [], true))
    const value = await work({ client: own, memory, unwaited })
    isOver = true
    const { tag } = await pipeline.query('commit', [])
    if (tag !== 'COMMIT') throw new Error('a statement failed, and the work went on as if it had not')
    return value
  } catch (error) {
    isOver = true
    const undo = () => pipeline.query('rollback', [])
    // Where something fails that had not left yet, what is behind it is not done: neither is the first of these.
    await undo()
      .catch(undo)
      .catch((failure: Error) => void (broken = failure))
    // Statements behind a failed one only say that they were not done.
    throw failed[0] ?? error
  } finally {
    client.release(broken)
  }
}
