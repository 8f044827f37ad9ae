import type { Socket } from 'node:net'
import { once, type EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import type pg from 'pg'

/** What `pg` has and its types do not tell. */
interface Wire extends EventEmitter {
  readonly stream: Socket
  query(text: string): void
  sendCopyFromChunk(chunk: Uint8Array): void
  endCopyFrom(): void
  sendCopyFail(message: string): void
}

/** So much waits for whoever reads before PostgreSQL is asked to wait. */
const waitingBytes = 4 * 1024 * 1024

/** What `copy … to stdout` answers, as it comes; memory for a few pieces. A reader that leaves early breaks the connection. */
export async function* copyOut(client: pg.ClientBase, command: string): AsyncGenerator<Buffer> {
  const { connection: wire } = client as unknown as { connection: Wire }
  const through = new PassThrough({ highWaterMark: waitingBytes })
  through.on('drain', () => wire.stream.resume())
  const hear = ({ chunk }: { chunk: Buffer }) => {
    // The parser uses its memory again.
    if (!through.write(Buffer.from(chunk))) wire.stream.pause()
  }
  wire.on('copyData', hear)
  let isOver = false
  const copying = client.query(command).then(
    () => ((isOver = true), through.end()),
    (error: Error) => ((isOver = true), through.destroy(error)),
  )
  try {
    yield* through as AsyncIterable<Buffer>
  } finally {
    if (!isOver) wire.stream.destroy()
    await copying
    wire.off('copyData', hear)
  }
}

/** Sends what `copy … from stdin` takes; PostgreSQL takes nothing of a source that fails. Answers how many rows came in. */
export function copyIn(client: pg.ClientBase, command: string, source: AsyncIterable<Uint8Array>): Promise<number> {
  return new Promise((resolve, reject) => {
    let failure: Error | undefined
    let rows = 0
    const send = async (wire: Wire) => {
      for await (const chunk of source) {
        wire.sendCopyFromChunk(chunk)
        if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain')
      }
      wire.endCopyFrom()
    }
    const copying: pg.Submittable & Record<string, unknown> = {
      submit: (connection) => (connection as unknown as Wire).query(command),
      handleCopyInResponse: (wire: Wire) =>
        void send(wire).catch((error: Error) => {
          failure = error
          wire.sendCopyFail('the source failed')
        }),
      handleCommandComplete: ({ text }: { text: string }) => void (rows = Number(text.replace('COPY ', ''))),
      handleError: (error: Error) => reject(failure ?? error),
      handleReadyForQuery: () => resolve(rows),
    }
    client.query(copying)
  })
}
