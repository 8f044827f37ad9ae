import type { Database } from '#kernel/database/connect.ts'
import { listen } from '#kernel/database/listen.ts'
import { boardChannel, viewBoard } from './board.ts'
import type { Board } from './contract/hall.ts'

type Told = (board: Board) => void

/** The boards that hang on this process. */
export interface BoardWatch {
  /** Tells a board now and at every change of its centre, until what it answers is called; `ended` when it should come back later. */
  watch(centreId: string, told: Told, ended: () => void): () => void
  /** Ends every line; boards come back by themselves. */
  end(): void
  close(): Promise<void>
}

interface Line {
  readonly centreId: string
  readonly told: Told
  readonly ended: () => void
}

/**
 * Hears what changes in any hall and reads a board once for all that show it. Nothing is listened to before the first board comes. While
 * a board is being read, further changes of its centre are one more reading.
 */
export function watchBoards({
  db,
  url,
  now,
}: {
  readonly db: Database
  readonly url: string
  readonly now: () => Date
}): BoardWatch {
  const lines = new Set<Line>()
  const reading = new Map<string, { again: boolean }>()
  let heard: ReturnType<typeof listen> | undefined

  const tellAll = async (centreId: string): Promise<void> => {
    const running = reading.get(centreId)
    if (running !== undefined) return void (running.again = true)
    const mine = { again: true }
    reading.set(centreId, mine)
    try {
      while (mine.again) {
        mine.again = false
        const watching = [...lines].filter((line) => line.centreId === centreId)
        if (watching.length === 0) return
        const board = await viewBoard(db, centreId, now())
        for (const { told } of watching) told(board)
      }
    } catch {
      // The database is away: whoever comes back is told anew.
      for (const line of lines) if (line.centreId === centreId) line.ended()
    } finally {
      reading.delete(centreId)
    }
  }
  const tellEverybody = () => {
    for (const centreId of new Set([...lines].map((line) => line.centreId))) void tellAll(centreId)
  }
  const end = () => {
    for (const { ended } of lines) ended()
  }
  return {
    watch(centreId, told, ended) {
      const line = { centreId, told, ended }
      lines.add(line)
      heard ??= listen(url, boardChannel, (centre) => void (centre && tellAll(centre)), tellEverybody)
      void tellAll(centreId)
      return () => void lines.delete(line)
    },
    end,
    async close() {
      end()
      await heard?.close()
    },
  }
}
