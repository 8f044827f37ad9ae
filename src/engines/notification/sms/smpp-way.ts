import { createHash } from 'node:crypto'
import { commands, fieldsOf, genericNack, statuses, type Pdu } from './smpp-pdu.ts'
import { LineEnded, openSmppSession, type SmppPlace, type SmppSession } from './smpp-session.ts'
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

const shortestRestMs = 500
const longestRestMs = 30_000

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
  let restMs = 0
  let restsUntil = 0

  const onDelivered = async (body: Buffer) => {
    const receipt = receiptOf(body)
    if (receipt !== undefined) await parts.onReceipt({ ...receipt, at: parts.now() })
  }
  const rest = () => {
    restMs = Math.min(longestRestMs, Math.max(shortestRestMs, restMs * 2))
    restsUntil = performance.now() + restMs
  }
  const judge = (pdu: Pdu): Answer => {
    const error = [forGood.get(pdu.status), `status 0x${pdu.status.toString(16)}`].filter(Boolean).join(', ')
    if (pdu.status === statuses.ok && pdu.command !== genericNack) {
      if (performance.now() > restsUntil) restMs = 0
      return { is: 'taken', centreId: fieldsOf(pdu.body).string() }
    }
    const isCrowded = pdu.status === statuses.throttled || pdu.status === statuses.queueFull
    // Of many that were under way at once, the first refusal begins the rest.
    if (isCrowded && performance.now() > restsUntil) rest()
    return forGood.has(pdu.status) ? { is: 'refused', error } : { is: 'later', error, isCrowded }
  }

  return {
    window: parts.window,
    rate: parts.rate,
    async isReady() {
      if (performance.now() < restsUntil) return false
      if (session?.isOpen) return true
      try {
        session = await openSmppSession(
          parts.place,
          onDelivered,
          parts.answerMs === undefined ? {} : { answerMs: parts.answerMs },
        )
        return true
      } catch (error) {
        rest()
        throw error
      }
    },
    async handOver(part) {
      if (!session?.isOpen) return { is: 'later', error: 'no line to the centre', isCrowded: false }
      try {
        return judge(await session.ask(commands.submit, bodyOf(part, parts.from)))
      } catch (error) {
        // An answer that cannot be read tells no more than none.
        return { is: 'unsure', error: error instanceof LineEnded ? error.message : 'the answer cannot be read' }
      }
    },
    close: async () => session?.close(),
  }
}

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
