import { once } from 'node:events'
import { connect, type NetConnectOpts, type Socket } from 'node:net'

export interface ClamdLimits {
  /** Longest time until the connection stands, and until it says what it is, in milliseconds. */
  readonly connect: number
  /** Longest silence while it takes a file or looks into it, in milliseconds. */
  readonly silence: number
}

export const usualLimits: ClamdLimits = { connect: 5000, silence: 30_000 }

/** The virus scanner of ClamAV by its own protocol (clamd(8)), one question a connection. Throws when it does not answer whole. */
export interface Clamd {
  /** Its program and signatures, such as `ClamAV 1.4.3/27812/Thu Nov 26 08:24:13 2026`. */
  version(): Promise<string>
  /** `stream: OK`, `stream: <name> FOUND`, or an error. */
  scan(bytes: AsyncIterable<Uint8Array>): Promise<string>
}

/** `tcp://host:port` or `unix:/path`. */
export function createClamd(url: string, limits = usualLimits): Clamd {
  const place = placeOf(new URL(url))
  const ask = async (frames: AsyncIterable<Uint8Array>, silence: number): Promise<string> => {
    const line = await open(place, limits.connect)
    line.setTimeout(silence, () => line.destroy(new Error('clamd is silent')))
    // Both at once: what clamd does not take it refuses before everything was sent.
    const [sent, said] = await Promise.allSettled([send(line, frames), readReply(line)])
    line.destroy()
    if (said.status === 'rejected') throw said.reason
    if (sent.status === 'rejected') throw new Error(`clamd says "${said.value}"`, { cause: sent.reason })
    return said.value
  }
  return {
    version: () => ask(versionFrames(), limits.connect),
    scan: (bytes) => ask(streamFrames(bytes), limits.silence),
  }
}

const placeOf = ({ protocol, hostname, port, pathname }: URL): NetConnectOpts =>
  protocol === 'unix:'
    ? { path: decodeURIComponent(pathname) }
    : { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) }

async function open(place: NetConnectOpts, longest: number): Promise<Socket> {
  const line = connect(place)
  const late = setTimeout(() => line.destroy(new Error('clamd does not take the connection')), longest)
  try {
    await once(line, 'connect')
  } finally {
    clearTimeout(late)
  }
  // Whoever reads or writes is told of it; nobody does between the two.
  line.on('error', () => {})
  return line
}

async function* versionFrames() {
  yield Buffer.from('zVERSION\0')
}

/** Each chunk after its length, and a length of nothing behind the last. */
async function* streamFrames(bytes: AsyncIterable<Uint8Array>) {
  yield Buffer.from('zINSTREAM\0')
  for await (const chunk of bytes) {
    if (chunk.length === 0) continue
    yield lengthOf(chunk)
    yield chunk
  }
  yield lengthOf([])
}

function lengthOf({ length }: { readonly length: number }): Buffer {
  const frame = Buffer.alloc(4)
  frame.writeUInt32BE(length)
  return frame
}

async function send(line: Socket, frames: AsyncIterable<Uint8Array>): Promise<void> {
  const closed = new AbortController()
  const onClose = () => closed.abort(line.errored ?? new Error('clamd closed the line'))
  line.once('close', onClose)
  try {
    for await (const frame of frames) {
      closed.signal.throwIfAborted()
      if (!line.write(frame)) await once(line, 'drain', { signal: closed.signal })
    }
  } catch (error) {
    // Without an end clamd would wait for more, and we for its answer.
    line.destroy(error as Error)
    throw error
  } finally {
    line.off('close', onClose)
  }
}

const longestReply = 4096

/** One line that ends in a zero byte; half a line is none. */
function readReply(line: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    line.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
      const end = text.indexOf('\0')
      if (end >= 0) resolve(text.slice(0, end))
      else if (text.length > longestReply) line.destroy(new Error('clamd says too much'))
    })
    line.once('close', () => reject(line.errored ?? new Error(`clamd cut the line after "${text}"`)))
  })
}
