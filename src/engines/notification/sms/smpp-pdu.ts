/** Commands of SMPP 3.4 that we speak (§ 5.1.2.1); an answer has the high bit set. */
export const commands = {
  bindTransceiver: 0x09,
  submit: 0x04,
  deliver: 0x05,
  unbind: 0x06,
  enquireLink: 0x15,
} as const
const answerBit = 0x80000000

/** An answer to what could not be read. */
export const genericNack = answerBit

/** Values of `command_status` that we go by (§ 5.1.3). */
export const statuses = {
  ok: 0x00,
  unknownCommand: 0x03,
  systemError: 0x08,
  queueFull: 0x14,
  throttled: 0x58,
  notNow: 0x64,
  never: 0x65,
} as const

export interface Pdu {
  readonly command: number
  readonly status: number
  readonly sequence: number
  readonly body: Buffer
}

const headerLength = 16

/** Longer ones are not sent by any centre: the line is out of step. */
const longest = 70_000

export const isAnswer = ({ command }: Pick<Pdu, 'command'>): boolean => (command & answerBit) !== 0

/** What answers a command. */
export const answerTo = ({ command }: Pick<Pdu, 'command'>): number => (command | answerBit) >>> 0

export function writePdu({ command, status, sequence, body }: Pdu): Buffer {
  const header = Buffer.alloc(headerLength)
  header.writeUInt32BE(headerLength + body.length, 0)
  header.writeUInt32BE(command, 4)
  header.writeUInt32BE(status, 8)
  header.writeUInt32BE(sequence, 12)
  return Buffer.concat([header, body])
}

/** Cuts what comes in over a line into units; throws where it cannot be SMPP. */
export function pduReader(): (chunk: Buffer) => Pdu[] {
  let held = Buffer.alloc(0)
  return (chunk) => {
    held = Buffer.concat([held, chunk])
    const whole: Pdu[] = []
    while (held.length >= headerLength) {
      const length = held.readUInt32BE(0)
      if (length < headerLength || length > longest) throw new Error(`not SMPP: a length of ${length}`)
      if (held.length < length) break
      whole.push({
        command: held.readUInt32BE(4),
        status: held.readUInt32BE(8),
        sequence: held.readUInt32BE(12),
        body: held.subarray(headerLength, length),
      })
      held = held.subarray(length)
    }
    return whole
  }
}

export const cString = (text: string): Buffer => Buffer.from(`${text}\0`, 'latin1')

/** What no reading makes better, however often it comes. */
export class Unreadable extends Error {}

/** Reads fields of a body in order; a string that does not end, or a byte that is not there, throws {@link Unreadable}. */
export function fieldsOf(body: Buffer) {
  let at = 0
  const take = (length: number): Buffer => {
    if (at + length > body.length) throw new Unreadable('the unit is too short')
    at += length
    return body.subarray(at - length, at)
  }
  return {
    take,
    byte: (): number => take(1).readUInt8(),
    string(): string {
      const end = body.indexOf(0, at)
      if (end < 0) throw new Unreadable('a string without its end')
      return take(end + 1 - at)
        .subarray(0, -1)
        .toString('latin1')
    },
    /** Optional parameters by tag (§ 5.3). */
    options(): ReadonlyMap<number, Buffer> {
      const found = new Map<number, Buffer>()
      while (at < body.length) {
        const head = take(4)
        found.set(head.readUInt16BE(0), take(head.readUInt16BE(2)))
      }
      return found
    },
  }
}
