import { createHash } from 'node:crypto'
import { commands, fieldsOf, genericNack, statuses, type Pdu } from './smpp-pdu.ts'
import { LineEnded, openSmppSession, type SmppPlace, type SmppSession } from './smpp-session.ts'
import { createRest } from './rest.ts'
import { receiptOf, submitBody } from './smpp-units.ts'
import { dataCoding, partBytes } from './sms-bytes.ts'
import type { Answer, Receipt, SmsPart, SmsWay } from './sms-way.ts'
import { splitSms } from './split-sms.ts'

export interface SmppParts {
  readonly place: SmppPlace
  /** The registered name that messages come from (Decree 91/2020). */
  readonly from: string
  readonly window: number
  readonly rate: number | undefined
  readonly now: () => Date
  /** Ends once the receipt is kept. */
  readonly onReceipt: (receipt: Receipt) => Promise<void>
  readonly answerMs?: number
}

/** What will be no better another time: the number, the name or the text is wrong (§ 5.1.3). All else may be tried again. */
const forGood = new Map([
  [0x01, 'message length is invalid'],
  [0x0a, 'invalid source address'],
  [0x0b, 'invalid destination address'],
  [0x48, 'invalid source address TON'],
  [0x49, 'invalid source address NPI'],
  [0x50, 'invalid destination address TON'],
  [0x51, 'invalid destination address NPI'],
  [0x61, 'invalid scheduled delivery time'],
  [0x62, 'invalid validity period'],
])

/** Short messages by SMPP 3.4. A line that ended is opened anew at the next occasion; a crowded centre is left alone for a while. */
export function createSmppWay(parts: SmppParts): SmsWay {
  let session: SmppSession | undefined
  const rest = createRest()

  const onDelivered = async (body: Buffer) => {
    const receipt = receiptOf(body)
    if (receipt !== undefined) await parts.onReceipt({ ...receipt, at: parts.now() })
  }
  const judge = (pdu: Pdu): Answer => {
    const error = [forGood.get(pdu.status), `status 0x${pdu.status.toString(16)}`].filter(Boolean).join(', ')
    if (pdu.status === statuses.ok && pdu.command !== genericNack) {
      rest.forget()
      return { is: 'taken', centreId: pdu.body.length === 0 ? '' : fieldsOf(pdu.body).string() }
    }
    const isCrowded = pdu.status === statuses.throttled || pdu.status === statuses.queueFull
    if (isCrowded) rest.begin()
    return forGood.has(pdu.status) ? { is: 'refused', error } : { is: 'later', error, isCrowded }
  }

  return {
    window: parts.window,
    rate: parts.rate,
    cutsItself: false,
    async isReady() {
      if (!rest.isOver()) return false
      if (session?.isOpen) return true
      try {
        session = await openSmppSession(
          parts.place,
          onDelivered,
          parts.answerMs === undefined ? {} : { answerMs: parts.answerMs },
        )
        return true
      } catch (error) {
        rest.begin()
        throw error
      }
    },
    async handOver(part) {
      if (!session?.isOpen) return { is: 'later', error: 'no line to the centre', isCrowded: false }
      try {
        return named(judge(await session.ask(commands.submit, bodyOf(part, parts.from))), part)
      } catch (error) {
        // An answer that cannot be read tells no more than none.
        return { is: 'unsure', error: error instanceof LineEnded ? error.message : 'the answer cannot be read' }
      }
    },
    close: async () => session?.close(),
  }
}

/** A part that a centre took without giving it an id has one of ours, which no receipt names. */
const named = (answer: Answer, { smsId, part }: SmsPart): Answer =>
  answer.is === 'taken' && answer.centreId === '' ? { ...answer, centreId: `smpp-${smsId}-${part}` } : answer

function bodyOf({ smsId, phone, text, part }: SmsPart, from: string): Buffer {
  const whole = splitSms(text)
  return submitBody({
    from,
    phone,
    dataCoding: dataCoding[whole.encoding],
    bytes: partBytes(whole, part, referenceOf(smsId)),
    isJoined: whole.parts.length > 1,
  })
}

/** The same for all parts of one, also when some are sent later. */
const referenceOf = (smsId: string): number => createHash('sha256').update(smsId).digest()[0] as number
