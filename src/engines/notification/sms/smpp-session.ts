import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { once } from 'node:events'
import {
  answerTo,
  commands,
  genericNack,
  isAnswer,
  pduReader,
  statuses,
  Unreadable,
  writePdu,
  type Pdu,
} from './smpp-pdu.ts'
import { bindBody } from './smpp-units.ts'

export interface SmppSession {
  readonly isOpen: boolean
  /** Sends a command and waits for its answer; throws {@link LineEnded} where none can come any more. */
  ask(command: number, body: Buffer): Promise<Pdu>
  /** Says good-bye and ends the line. */
  close(): Promise<void>
}

export interface SmppPlace {
  readonly host: string
  readonly port: number
  readonly isSecure: boolean
  readonly systemId: string
  readonly password: string
}

/** So long an answer may take; then the line counts as dead. */
const answerMs = 30_000
/** So often a silent line is asked whether it lives. */
const enquireMs = 30_000

/** The line ended before an answer came: nobody knows whether the far side has it. */
export class LineEnded extends Error {}

interface Asked {
  resolve(answer: Pdu): void
  reject(error: Error): void
  readonly timer: NodeJS.Timeout
}

/**
 * Opens a line to a centre and binds it for both directions. `onDelivered` is answered with good news once it has ended, asked again later by the
 * centre when it throws, and not again where the unit is {@link Unreadable}.
 */
export async function openSmppSession(
  place: SmppPlace,
  onDelivered: (body: Buffer) => Promise<void>,
  limits: { readonly answerMs?: number } = {},
): Promise<SmppSession> {
  const { host, port } = place
  const line: Socket = place.isSecure ? connectTls({ host, port, servername: host }) : connectTcp({ host, port })
  line.setNoDelay(true)
  const ready = AbortSignal.timeout(limits.answerMs ?? answerMs)
  try {
    await once(line, place.isSecure ? 'secureConnect' : 'connect', { signal: ready })
  } catch (error) {
    line.destroy()
    throw error
  }
  const session = speak(line, onDelivered, limits.answerMs ?? answerMs)
  const bound = await session.ask(commands.bindTransceiver, bindBody(place.systemId, place.password))
  if (bound.status === statuses.ok) return session
  line.destroy()
  throw new Error(`the centre refused the bind: status 0x${bound.status.toString(16)}`)
}

function speak(line: Socket, onDelivered: (body: Buffer) => Promise<void>, patienceMs: number): SmppSession {
  const asked = new Map<number, Asked>()
  const read = pduReader()
  let sequence = 0
  const say = (pdu: Pdu) => void (line.writable && line.write(writePdu(pdu)))
  const answer = (to: Pdu, status: number, body: Buffer = Buffer.alloc(0)) =>
    say({ command: answerTo(to), status, sequence: to.sequence, body })

  const ask: SmppSession['ask'] = (command, body) =>
    new Promise((resolve, reject) => {
      if (!line.writable) return reject(new LineEnded('the line is closed'))
      sequence = (sequence % 0x7fffffff) + 1
      const timer = setTimeout(() => line.destroy(new LineEnded('no answer in time')), patienceMs)
      asked.set(sequence, { resolve, reject, timer })
      say({ command, status: statuses.ok, sequence, body })
    })

  const take = (pdu: Pdu) => {
    if (isAnswer(pdu)) {
      const waiting = asked.get(pdu.sequence)
      // Of a second answer, or one to nothing, nobody has use.
      if (waiting === undefined) return
      asked.delete(pdu.sequence)
      clearTimeout(waiting.timer)
      waiting.resolve(pdu)
    } else if (pdu.command === commands.enquireLink) answer(pdu, statuses.ok)
    else if (pdu.command === commands.unbind) {
      answer(pdu, statuses.ok)
      line.end()
    } else if (pdu.command === commands.deliver)
      onDelivered(pdu.body).then(
        () => answer(pdu, statuses.ok, Buffer.of(0)),
        (error: unknown) => answer(pdu, error instanceof Unreadable ? statuses.never : statuses.notNow, Buffer.of(0)),
      )
    else
      say({
        command: genericNack,
        status: statuses.unknownCommand,
        sequence: pdu.sequence,
        body: Buffer.alloc(0),
      })
  }

  line.on('data', (chunk: Buffer) => {
    try {
      for (const pdu of read(chunk)) take(pdu)
    } catch (error) {
      line.destroy(error as Error)
    }
  })
  const enquiry = setInterval(() => void ask(commands.enquireLink, Buffer.alloc(0)).catch(() => {}), enquireMs)
  let why = 'the line ended'
  line.on('error', (error) => (why = error.message))
  line.on('close', () => {
    clearInterval(enquiry)
    for (const { reject, timer } of asked.values()) {
      clearTimeout(timer)
      reject(new LineEnded(why))
    }
    asked.clear()
  })
  line.on('end', () => line.end())

  return {
    get isOpen() {
      return line.writable
    },
    ask,
    async close() {
      if (line.closed) return
      const gone = once(line, 'close')
      if (line.writable) await ask(commands.unbind, Buffer.alloc(0)).catch(() => {})
      line.destroy()
      await gone
    },
  }
}
