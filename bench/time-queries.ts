import type pg from 'pg'

export interface QueryTimes {
  /** Milliseconds that queries took, as the process saw them, and how many there were, since the last call. */
  take(): { took: number; queries: number }
}

interface Query {
  (...args: unknown[]): unknown
}

/**
 * Puts a clock around every query of a pool's connections: the same functions, SQL and driver as always. Queries that are under way at
 * the same time count once. To be called before the pool opens a connection.
 */
export function timeQueries(pool: pg.Pool): QueryTimes {
  let took = 0
  let queries = 0
  let underWay = 0
  let since = 0
  const begin = () => {
    if (underWay === 0) since = performance.now()
    underWay += 1
    queries += 1
  }
  const end = () => {
    underWay -= 1
    if (underWay === 0) took += performance.now() - since
  }
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as Query
    const timed: Query = (...args) => {
      begin()
      // The pool's own queries come with a callback, those of a transaction answer a promise.
      const done = args.at(-1)
      if (typeof done !== 'function') return (query(...args) as Promise<unknown>).finally(end)
      return query(...args.slice(0, -1), (...answer: unknown[]) => {
        end()
        ;(done as Query)(...answer)
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
