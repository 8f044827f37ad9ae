/** The units of SMPP 3.4 as a centre reads and writes them. Shares no code with the platform's client, so that neither hides the other's mistakes. */
export interface Unit {
  readonly id: number
  readonly status: number
  readonly sequence: number
  readonly body: Buffer
}

export function writeUnit(id: number, status: number, sequence: number, body: Buffer = Buffer.alloc(0)): Buffer {
  const unit = Buffer.alloc(16 + body.length)
  ;[unit.length, id, status, sequence].forEach((value, at) => unit.writeUInt32BE(value, at * 4))
  body.copy(unit, 16)
  return unit
}

/** Takes whole units off the front of what has come in. */
export function takeUnits(held: Buffer): { units: Unit[]; rest: Buffer } {
  const units: Unit[] = []
  let rest = held
  while (rest.length >= 16 && rest.length >= rest.readUInt32BE(0)) {
    const length = rest.readUInt32BE(0)
    units.push({
      id: rest.readUInt32BE(4),
      status: rest.readUInt32BE(8),
      sequence: rest.readUInt32BE(12),
      body: Buffer.from(rest.subarray(16, length)),
    })
    rest = rest.subarray(length)
  }
  return { units, rest }
}

export const zeroEnded = (text: string): Buffer => Buffer.from(`${text}\0`, 'latin1')

export function readBind(body: Buffer): { systemId: string; password: string } {
  const [systemId = '', password = ''] = body.toString('latin1').split('\0')
  return { systemId, password }
}

export interface Submitted {
  readonly from: string
  readonly to: string
  readonly coding: number
  readonly wantsReceipt: boolean
  readonly bytes: Buffer
  /** Of a part of several: which one of how many, and what joins them. */
  readonly joined: { readonly reference: number; readonly total: number; readonly part: number } | undefined
}

export function readSubmit(body: Buffer): Submitted {
  let at = 0
  const text = () => {
    const end = body.indexOf(0, at)
    const found = body.toString('latin1', at, end)
    at = end + 1
    return found
  }
  const byte = () => body[at++] as number
  text()
  at += 2
  const from = text()
  at += 2
  const to = text()
  const esmClass = byte()
  at += 2
  text()
  text()
  const wantsReceipt = (byte() & 3) === 1
  at += 1
  const coding = byte()
  at += 1
  const length = byte()
  const message = body.subarray(at, at + length)
  if (message.length !== length) throw new Error('shorter than it says')
  if ((esmClass & 0x40) === 0) return { from, to, coding, wantsReceipt, bytes: message, joined: undefined }
  const [, , , reference = 0, total = 0, part = 0] = message
  const bytes = message.subarray((message[0] as number) + 1)
  return { from, to, coding, wantsReceipt, bytes, joined: { reference, total, part } }
}

const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const extension: Readonly<Record<number, string>> = {
  10: '\f',
  20: '^',
  40: '{',
  41: '}',
  47: '\\',
  60: '[',
  61: '~',
  62: ']',
  64: '|',
  101: '€',
}

/** What a phone would show. */
export function readText(bytes: Buffer, coding: number): string {
  if (coding === 8) return Buffer.from(bytes).swap16().toString('utf16le')
  let text = ''
  for (let at = 0; at < bytes.length; at += 1)
    text += bytes[at] === 27 ? (extension[bytes[++at] as number] ?? '?') : basic[bytes[at] as number]
  return text
}

/** A `deliver_sm` with a receipt in its text, as appendix B of the standard has it. */
export function writeReceipt(id: string, to: string, from: string, stat: string, error: string): Buffer {
  const text = `id:${id} sub:001 dlvrd:${stat === 'DELIVRD' ? '001' : '000'} submit date:2611270800 done date:2611270801 stat:${stat} err:${error} text:`
  return Buffer.concat([
    zeroEnded(''),
    Buffer.of(1, 1),
    zeroEnded(to),
    Buffer.of(5, 0),
    zeroEnded(from),
    Buffer.of(4, 0, 0),
    zeroEnded(''),
    zeroEnded(''),
    Buffer.of(0, 0, 0, 0, text.length),
    Buffer.from(text, 'latin1'),
  ])
}
