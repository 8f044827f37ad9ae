import { cString, fieldsOf } from './smpp-pdu.ts'
import type { Receipt } from './sms-way.ts'

/** § 4.1.5: we send and receive on one line, by version 3.4. */
export const bindBody = (systemId: string, password: string): Buffer =>
  Buffer.concat([cString(systemId), cString(password), cString(''), Buffer.of(0x34, 0, 0), cString('')])

interface Submit {
  readonly from: string
  readonly phone: string
  readonly dataCoding: number
  readonly bytes: Buffer
  /** A header of joined parts stands before the text. */
  readonly isJoined: boolean
}

/** § 4.4.1. The sender is a registered name (type of number 5); the phone is international; a receipt is asked for. */
export const submitBody = ({ from, phone, dataCoding, bytes, isJoined }: Submit): Buffer =>
  Buffer.concat([
    cString(''),
    Buffer.of(5, 0),
    cString(from),
    Buffer.of(1, 1),
    cString(phone),
    Buffer.of(isJoined ? 0x40 : 0, 0, 0),
    cString(''),
    cString(''),
    Buffer.of(1, 0, dataCoding, 0, bytes.length),
    bytes,
  ])

/** What becomes of a message when nothing more will (§ 5.2.28); what is on its way still says nothing. */
const finals: Readonly<Record<string, Receipt['state']>> = {
  DELIVRD: 'delivered',
  EXPIRED: 'undelivered',
  DELETED: 'undelivered',
  UNDELIV: 'undelivered',
  REJECTD: 'undelivered',
  UNKNOWN: 'undelivered',
}
const finalNumbers: Readonly<Record<number, string>> = {
  2: 'DELIVRD',
  3: 'EXPIRED',
  4: 'DELETED',
  5: 'UNDELIV',
  7: 'UNKNOWN',
  8: 'REJECTD',
}

const receiptedId = 0x001e
const messagePayload = 0x0424
const messageState = 0x0427

/**
 * The receipt in a `deliver_sm`: by its optional parameters where they are there, or by its text (appendix B). Undefined for
 * what people send us and for what is not final; throws where it cannot be read.
 */
export function receiptOf(body: Buffer): Omit<Receipt, 'at'> | undefined {
  const fields = fieldsOf(body)
  fields.string()
  fields.take(2)
  fields.string()
  fields.take(2)
  fields.string()
  const esmClass = fields.byte()
  fields.take(2)
  fields.string()
  fields.string()
  fields.take(4)
  const short = fields.take(fields.byte())
  const options = fields.options()
  const text = (short.length > 0 ? short : (options.get(messagePayload) ?? short)).toString('latin1')
  if ((esmClass & 0x3c) !== 0x04) return undefined
  const centreId = untilNull(options.get(receiptedId)) || /(?:^|\s)id:([^\s\0]+)/i.exec(text)?.[1]
  const said = finalNumbers[options.get(messageState)?.[0] ?? 0] ?? /stat:(\w+)/i.exec(text)?.[1]?.toUpperCase() ?? ''
  const state = finals[said]
  if (centreId === undefined || state === undefined) return undefined
  const code = /err:(\w+)/i.exec(text)?.[1]
  return { centreId, state, error: state === 'delivered' ? null : `${said}${code === undefined ? '' : ` ${code}`}` }
}

/** Some centres fill the rest of a field with nulls. */
const untilNull = (bytes: Buffer | undefined): string => bytes?.toString('latin1').split('\0', 1)[0] ?? ''
