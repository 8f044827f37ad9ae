import type pg from 'pg'

export interface QueryTimes {
  /** Milliseconds until the server had answered, as the process saw them, and how many trips that were, since the last call. */
  take(): { took: number; trips: number }
}

/** What the platform sends: statements that leave together, told when they are answered. */
interface Sent {
  handleReadyForQuery(nothing?: unknown): void
  handleError(error?: unknown): void
}

/**
 * Puts a clock around what a pool's connections are sent: the same functions, SQL and driver as always. What is under way at the same
 * time counts once. To be called before the pool opens a connection.
 */
export function timeQueries(pool: pg.Pool): QueryTimes {
  let took = 0
  let trips = 0
  let underWay = 0
  let since = 0
  const begin = () => {
    if (underWay === 0) since = performance.now()
    underWay += 1
    trips += 1
  }
  const end = () => {
    underWay -= 1
    if (underWay === 0) took += performance.now() - since
  }
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (sent: unknown) => unknown
    client.query = ((sent: Sent) => {
      begin()
      for (const event of ['handleReadyForQuery', 'handleError'] as const) {
        const told = sent[event].bind(sent)
        sent[event] = (error?: unknown) => {
          end()
          told(error)
        }
      }
      return query(sent)
    }) as typeof client.query
  })
  return {
    take() {
      const taken = { took, trips }
      took = 0
      trips = 0
      return taken
    },
  }
}
