import { once } from 'node:events'
import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import { FrontMessages, type FrontMessage } from './wire.ts'

/**
 * What happens to the line of a transaction that files a dossier, at its COMMIT: it breaks before the server has it; after the server has it; when
 * the server has committed and nobody has heard; when that was heard. `lied`: the server is told to undo, and the platform that it is done.
 */
export type Cut = 'before' | 'sent' | 'committed' | 'heard' | 'lied'

/** The way of the processes to their database, by TCP on this machine, that understands just enough of the protocol to break it there. */
export interface Line {
  readonly port: number
  /** Does this to the next so many filings, and resolves when it was done. */
  cut(how: Cut, times: number): Promise<void>
  /** From now on nothing passes, and nobody is told (a cable that was pulled). */
  silence(): void
  /** Passes again; lines that were silent stay so. */
  resume(): void
  close(): Promise<void>
}

export async function openLine(socketOf: () => string): Promise<Line> {
  let cut: { how: Cut; left: number; done: () => void } | undefined
  let isSilent = false
  const lines = new Set<Socket>()

  const take = (): Cut | undefined => {
    if (cut === undefined) return undefined
    const { how, done } = cut
    cut.left -= 1
    if (cut.left === 0) {
      cut = undefined
      done()
    }
    return how
  }

  const server = createServer((near) => {
    const far = connect(socketOf())
    const messages = new FrontMessages()
    let isMute = false
    let waits: 'committed' | 'heard' | 'lied' | undefined
    const reset = () => {
      near.resetAndDestroy()
      far.destroy()
    }
    for (const one of [near, far]) {
      lines.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        lines.delete(one)
        near.destroy()
        far.destroy()
      })
    }
    const forward = (message: FrontMessage) => {
      const how = message.commitsFiling ? take() : undefined
      if (how === 'before') return reset()
      if (how === undefined) return void far.write(message.bytes)
      if (how === 'sent') {
        // Execute and Sync are behind it: the server gets all of it and nobody reads its answer.
        far.write(Buffer.concat([message.bytes, messages.executeAndSync]), () => near.resetAndDestroy())
        return
      }
      waits = how
      far.write(how === 'lied' ? messages.asRollback(message) : message.bytes)
    }
    near.on('data', (chunk: Buffer) => {
      isMute ||= isSilent
      if (isMute) return
      for (const message of messages.read(chunk)) if (!far.destroyed) forward(message)
    })
    far.on('data', (chunk: Buffer) => {
      isMute ||= isSilent
      if (isMute) return
      if (waits === 'committed' && chunk.includes('COMMIT\0')) return reset()
      if (waits === 'lied' && chunk.includes('ROLLBACK\0')) {
        waits = undefined
        return void near.write(messages.asCommitted(chunk))
      }
      near.write(chunk, () => {
        if (waits === 'heard' && chunk.includes('COMMIT\0')) reset()
      })
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    cut: (how, left) => new Promise((done) => (cut = { how, left, done })),
    silence: () => void (isSilent = true),
    resume: () => void (isSilent = false),
    async close() {
      for (const one of lines) one.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
