import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/**
 * Hears notices on a channel, each with what it says, through a connection of its own, and again after every break; `missed` is called after each
 * reconnect, since notices in between are lost.
 */
export function listen(
  url: string,
  channel: string,
  heard: (payload?: string) => void,
  missed: () => void = heard,
): { close(): Promise<void> } {
  const closing = new AbortController()
  let client: pg.Client | undefined
  const loop = (async () => {
    while (!closing.signal.aborted) {
      const current = new pg.Client({ connectionString: url, application_name: 'lien-thong listen', keepAlive: true })
      client = current
      const broken = new Promise<void>((resolve) => {
        current.on('error', () => resolve())
        current.on('end', () => resolve())
      })
      try {
        current.on('notification', ({ payload }) => heard(payload))
        // Ended while it connects, a client of pg's never says how that went.
        await Promise.race([current.connect(), broken])
        await current.query(`listen ${pg.escapeIdentifier(channel)}`)
        missed()
        await broken
      } catch {
        // The database is away; try again below.
      }
      if (!closing.signal.aborted) await wait(500, undefined, { signal: closing.signal }).catch(() => {})
    }
  })()
  return {
    async close() {
      closing.abort()
      await client?.end().catch(() => {})
      await loop
    },
  }
}
