import { useEffect, useState } from 'react'
import type { Board } from '#engines/queue/contract.ts'

/** After so long without a line a board says that its numbers may be old. */
const lostMs = 5000

type Told = Omit<Board, 'desks' | 'calls'> & {
  readonly desks: readonly (Omit<Board['desks'][number], 'backAt'> & { readonly backAt: string | null })[]
  readonly calls: readonly (Omit<Board['calls'][number], 'at'> & { readonly at: string })[]
}

const read = ({ centre, desks, calls, waits }: Told): Board => ({
  centre,
  waits,
  desks: desks.map((desk) => ({ ...desk, backAt: desk.backAt === null ? null : new Date(desk.backAt) })),
  calls: calls.map((call) => ({ ...call, at: new Date(call.at) })),
})

/** The board as it is pushed; the browser calls again by itself when the line breaks. */
export function useBoard(first: Board): { readonly board: Board; readonly isLost: boolean } {
  const [board, setBoard] = useState(first)
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    const events = new EventSource('/queue/board/events')
    let waiting: ReturnType<typeof setTimeout> | undefined
    events.addEventListener('open', () => {
      clearTimeout(waiting)
      waiting = undefined
      setLost(false)
    })
    events.addEventListener('message', ({ data }: MessageEvent<string>) => setBoard(read(JSON.parse(data) as Told)))
    events.addEventListener('error', () => void (waiting ??= setTimeout(() => setLost(true), lostMs)))
    return () => {
      clearTimeout(waiting)
      events.close()
    }
  }, [])
  return { board, isLost }
}
