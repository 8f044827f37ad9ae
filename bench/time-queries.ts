import type pg from 'pg'

export interface QueryTimes {
  /** Milliseconds that queries took, as the process saw them, and how many there were, since the last call. */
  take(): { took: number; queries: number }
}

interface Query {
  (...args: unknown[]): unknown
}

/**
 * Puts a clock around every query of a pool's connections: the same functions, SQL and driver as always. To be called before
 * the pool opens a connection.
 */
export function timeQueries(pool: pg.Pool): QueryTimes {
  let took = 0
  let queries = 0
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as Query
    const timed: Query = (...args) => {
      const started = performance.now()
      const answer = query(...args)
      if (!(answer instanceof Promise)) return answer
      return answer.finally(() => {
        took += performance.now() - started
        queries += 1
      })
    }
    client.query = timed as typeof client.query
  })
  return {
    take() {
      const taken = { took, queries }
      took = 0
      queries = 0
      return taken
    },
  }
}
