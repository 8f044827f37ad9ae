import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

/** The harmless file that every virus scanner takes for a virus: https://www.eicar.org/download-anti-malware-testfile/ */
export const eicar = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`

/** `hang` says nothing, `cut` ends the line in the middle of the answer, `error` answers that it cannot. */
export type Mood = 'well' | 'hang' | 'cut' | 'error'

/** A clamd on this machine that knows its test file only, and can be told what to do wrong. */
export interface SimulatedClamd {
  /** For `CLAMD_URL`. */
  readonly url: string
  version: string
  mood: Mood
  /** Texts that it takes for malware, with the name of each. */
  readonly signatures: Map<string, string>
  /** Most bytes of one stream: `StreamMaxLength` of clamd.conf. */
  maxLength: number
  /** How many streams it has looked into. */
  scanned: number
  close(): Promise<void>
}

/** Listens on `port` (0 = any) of the loopback, or on a socket at a path. Speaks the commands PING, VERSION and INSTREAM of clamd(8). */
export async function startClamd(
  where: { readonly port: number } | { readonly path: string },
): Promise<SimulatedClamd> {
  const lines = new Set<Socket>()
  const server = createServer((line) => {
    lines.add(line.once('close', () => lines.delete(line)))
    line.on('error', () => {})
    answer(clamd, line).catch(() => line.destroy())
  })
  server.listen('port' in where ? { ...where, host: '127.0.0.1' } : where)
  await once(server, 'listening')
  const clamd: SimulatedClamd = {
    url: 'path' in where ? `unix:${where.path}` : `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    version: 'ClamAV 1.4.3/27812/Thu Nov 26 08:24:13 2026',
    mood: 'well',
    signatures: new Map([[eicar, 'Eicar-Test-Signature']]),
    maxLength: 100 * 1024 * 1024,
    scanned: 0,
    async close() {
      for (const line of lines) line.destroy()
      server.close()
      await once(server, 'close')
    },
  }
  return clamd
}

async function answer(clamd: SimulatedClamd, line: Socket): Promise<void> {
  const input = reader(line)
  const command = await input.until(0)
  const reply = await replyTo(clamd, command, input)
  if (clamd.mood === 'hang') return
  if (clamd.mood === 'cut') line.end(reply.slice(0, -2))
  else line.end(`${reply}\0`)
}

async function replyTo(clamd: SimulatedClamd, command: string, input: Reader): Promise<string> {
  if (command === 'zPING') return 'PONG'
  if (command === 'zVERSION') return clamd.version
  if (command !== 'zINSTREAM') return 'UNKNOWN COMMAND'
  if (clamd.mood === 'error') return 'stream: Cannot allocate memory. ERROR'
  const chunks: Buffer[] = []
  let total = 0
  for (;;) {
    const length = (await input.take(4)).readUInt32BE()
    if (length === 0) break
    total += length
    if (total > clamd.maxLength) return 'INSTREAM size limit exceeded. ERROR'
    chunks.push(await input.take(length))
  }
  clamd.scanned += 1
  const bytes = Buffer.concat(chunks)
  const found = [...clamd.signatures].find(([text]) => bytes.includes(text))
  return found === undefined ? 'stream: OK' : `stream: ${found[1]} FOUND`
}

interface Reader {
  /** The text before this byte, which is taken too. */
  until(byte: number): Promise<string>
  take(length: number): Promise<Buffer>
}

function reader(line: Socket): Reader {
  const chunks = line[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let held = Buffer.alloc(0)
  const more = async () => {
    const { done, value } = await chunks.next()
    if (done) throw new Error('the line ended')
    held = Buffer.concat([held, value])
  }
  const take = async (length: number) => {
    while (held.length < length) await more()
    const taken = held.subarray(0, length)
    held = held.subarray(length)
    return taken
  }
  return {
    take,
    async until(byte) {
      while (!held.includes(byte)) await more()
      return (await take(held.indexOf(byte) + 1)).subarray(0, -1).toString('latin1')
    },
  }
}
