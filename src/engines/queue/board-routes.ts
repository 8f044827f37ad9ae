import type { Database } from '#kernel/database/connect.ts'
import { find, sql } from '#kernel/database/query.ts'
import type { StreamRoutes } from '#kernel/http/create-app.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import { fail } from '#values/errors.ts'
import { findDevice, type DeviceRow } from './device.ts'
import type { Voice } from './voice.ts'
import type { BoardWatch } from './watch-boards.ts'

interface BoardParts {
  readonly db: Database
  readonly boards: BoardWatch
  readonly voice: Voice
}

/** Proxies drop a line on which nothing comes; a machine that was revoked is noticed by then. */
const beatMs = 15_000

/** `/queue/board/events` pushes the board, `/queue/tickets/:id/voice` says a number: to boards of the hall only. */
export const boardRoutes =
  ({ db, boards, voice }: BoardParts): StreamRoutes =>
  (app, readCall) => {
    app.get('/queue/board/events', async (c) => {
      const board = await boardOf(db, (await readCall(c)).actor)
      return new Response(pushed(db, boards, board), {
        headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
      })
    })
    app.get('/queue/tickets/:id/voice', async (c) => {
      const board = await boardOf(db, (await readCall(c)).actor)
      const called = await calledTicket(db, board, c.req.param('id'))
      const wave = await voice.say(called)
      // Nothing to hear is no fault of the board, which says so itself.
      if (wave === undefined) return new Response(null, { status: 204 })
      return new Response(wave, { headers: { 'Content-Type': 'audio/wav', 'Content-Length': String(wave.length) } })
    })
  }

async function boardOf(db: Database, actor: Actor): Promise<DeviceRow> {
  const device = actor.kind === 'device' ? await findDevice(db, actor.account) : undefined
  return device?.kind === 'board' ? device : fail(actor.kind === 'nobody' ? 'notSignedIn' : 'forbidden')
}

/** What a board is told, one event a change, until it goes away or is revoked. */
function pushed(db: Database, boards: BoardWatch, { id, centreId }: DeviceRow): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  // Nothing is sent after the end: what was asked of the database meanwhile may come later.
  let isOver = false
  let stop = (): void => {}
  return new ReadableStream({
    start(controller) {
      const send = (text: string): void => {
        if (!isOver) controller.enqueue(encoder.encode(text))
      }
      const end = (): void => {
        if (isOver) return
        stop()
        controller.close()
      }
      const look = async (): Promise<void> => {
        const device = await findDevice(db, id).catch(() => undefined)
        if (device === undefined) end()
        else send(': beat\n\n')
      }
      const beat = setInterval(() => void look(), beatMs)
      const unwatch = boards.watch(centreId, (board) => send(`data: ${JSON.stringify(board)}\n\n`), end)
      stop = () => {
        isOver = true
        clearInterval(beat)
        unwatch()
      }
    },
    cancel: () => stop(),
  })
}

async function calledTicket(db: Database, { centreId }: DeviceRow, id: string) {
  const found = /^[\da-f-]{36}$/i.test(id)
    ? await find(
        db,
        sql<{ letter: string; number: number; desk: number }>`select s.letter, t.number, d.number as desk
          from queue.ticket t join queue.service s on s.id = t.service_id join queue.desk d on d.id = t.desk_id
          where t.id = ${id}::uuid and t.centre_id = ${centreId} and t.called_at is not null`,
      )
    : undefined
  return found ?? fail('notFound')
}
