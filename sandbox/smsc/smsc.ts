import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import {
  readBind,
  readSubmit,
  readText,
  takeUnits,
  writeReceipt,
  writeUnit,
  zeroEnded,
  type Submitted,
  type Unit,
} from './wire.ts'

/**
 * How it takes a part. `throttle`: refuses it as too quick; `full`: its queue is full; `refuse`: no such number; `swallow`: takes it and drops the
 * line before the answer; `drop`: drops the line without having taken it; `mute`: takes it and never answers; `garbage`: answers
 * with what is not SMPP.
 */
export type Manner = 'take' | 'throttle' | 'full' | 'refuse' | 'swallow' | 'drop' | 'mute' | 'garbage'

/** A text as a phone got it, once all of its parts were there. */
export interface ShortMessage {
  readonly to: string
  readonly from: string
  readonly text: string
  readonly parts: number
}

export interface SimulatedSmsc {
  /** For `SMS_URL`. */
  readonly url: string
  /** Asked for each part in turn, from 0 on. */
  manner: (order: number, part: Submitted) => Manner
  /** What its receipts say; undefined sends none. */
  fate: (to: string) => string | undefined
  /** Receipts come before the answer that names the part. */
  isHasty: boolean
  /** Each receipt comes so often. */
  receiptTimes: number
  /** So long before each answer, and before that to a bind. */
  delayMs: number
  bindDelayMs: number
  /** Whether a part that is taken is given an id. */
  givesIds: boolean
  /** Every part that was taken, in order. */
  readonly taken: Submitted[]
  readonly messages: ShortMessage[]
  /** How many lines were bound. */
  binds: number
  /** How many receipts were answered with good news. */
  receiptsTaken: number
  /** What its own units were answered with: `deliver_sm`, `enquire_link`, `unbind`, by the status. */
  readonly answers: { readonly to: 'deliver' | 'enquire' | 'unbind'; readonly status: number }[]
  /** Says something by itself on every line: a `deliver_sm` with this body, whether it lives, good-bye. */
  say(what: { readonly deliver: Buffer } | 'enquire' | 'unbind'): void
  /** Ends all lines, as a centre that is restarted does. */
  dropLines(): void
  close(): Promise<void>
}

const saying = { enquire: 0x15, unbind: 0x06 }
/** Of what it says by itself; receipts are numbered from one on. */
const ownSequence = 0x1000_0000
const answerNames = { 0x80000005: 'deliver', 0x80000015: 'enquire', 0x80000006: 'unbind' } as const

const credentials = { systemId: 'lienthong', password: 'mat-khau' }
const statusOf: Partial<Record<Manner, number>> = { throttle: 0x58, full: 0x14, refuse: 0x0b }

/** Listens on `port` (0 = any) of the loopback and speaks SMPP 3.4. */
export async function startSmsc(port: number): Promise<SimulatedSmsc> {
  const lines = new Set<Socket>()
  const server = createServer({ noDelay: true }, (line) => {
    lines.add(line.once('close', () => lines.delete(line)))
    line.on('error', () => {})
    serve(smsc, line)
  })
  server.listen({ port, host: '127.0.0.1' })
  await once(server, 'listening')
  const smsc: SimulatedSmsc = {
    url: `smpp://${credentials.systemId}:${credentials.password}@127.0.0.1:${(server.address() as AddressInfo).port}`,
    manner: () => 'take',
    fate: () => 'DELIVRD',
    isHasty: false,
    receiptTimes: 1,
    delayMs: 0,
    bindDelayMs: 0,
    givesIds: true,
    taken: [],
    messages: [],
    binds: 0,
    receiptsTaken: 0,
    answers: [],
    say(what) {
      const unit =
        typeof what === 'string'
          ? writeUnit(saying[what], 0, ownSequence)
          : writeUnit(0x05, 0, ownSequence, what.deliver)
      for (const line of lines) line.write(unit)
    },
    dropLines() {
      for (const line of lines) line.destroy()
    },
    async close() {
      smsc.dropLines()
      server.close()
      await once(server, 'close')
    },
  }
  return smsc
}

function serve(smsc: SimulatedSmsc, line: Socket): void {
  let held: Buffer = Buffer.alloc(0)
  let sequence = 0
  const say = (...unit: Parameters<typeof writeUnit>) => void (line.writable && line.write(writeUnit(...unit)))
  const tell = (id: string, { to, from, wantsReceipt }: Submitted) => {
    const stat = smsc.fate(to)
    if (stat === undefined || !wantsReceipt) return
    const body = writeReceipt(id, to, from, stat, stat === 'DELIVRD' ? '000' : '027')
    for (let time = 0; time < smsc.receiptTimes; time += 1) say(0x05, 0, (sequence += 1), body)
  }
  const submit = (unit: Unit) => {
    const part = readSubmit(unit.body)
    const manner = smsc.manner(order(smsc), part)
    const refusal = statusOf[manner]
    if (refusal !== undefined) return say(0x80000004, refusal, unit.sequence)
    if (manner === 'drop') return line.destroy()
    const id = take(smsc, part)
    if (manner === 'swallow') return line.destroy()
    if (manner === 'mute') return
    if (manner === 'garbage') return void line.write('HTTP/1.1 400 Bad Request\r\n\r\n')
    if (smsc.isHasty) tell(id, part)
    const answer = () => {
      say(0x80000004, 0, unit.sequence, smsc.givesIds ? zeroEnded(id) : undefined)
      if (!smsc.isHasty) tell(id, part)
    }
    if (smsc.delayMs === 0) answer()
    else setTimeout(answer, smsc.delayMs)
  }
  line.on('data', (chunk: Buffer) => {
    const { units, rest } = takeUnits(Buffer.concat([held, chunk]))
    held = rest
    for (const unit of units) {
      if (unit.id === 0x09) {
        const { systemId, password } = readBind(unit.body)
        const isKnown = systemId === credentials.systemId && password === credentials.password
        if (isKnown) smsc.binds += 1
        setTimeout(() => say(0x80000009, isKnown ? 0 : 0x0e, unit.sequence, zeroEnded('smsc')), smsc.bindDelayMs)
      } else if (unit.id === 0x04) submit(unit)
      else if (unit.id === 0x15) say(0x80000015, 0, unit.sequence)
      else if (unit.id === 0x06) line.end(writeUnit(0x80000006, 0, unit.sequence))
      else if (unit.sequence === ownSequence)
        smsc.answers.push({ to: answerNames[unit.id as keyof typeof answerNames], status: unit.status })
      else if (unit.id === 0x80000005 && unit.status === 0) smsc.receiptsTaken += 1
    }
  })
}

/** No centre gives the same id to two messages, whenever it was started. */
const ids = randomBytes(4).toString('hex')
let given = 0

const orders = new WeakMap<SimulatedSmsc, number>()

/** The how-manieth part this is that comes to it. */
function order(smsc: SimulatedSmsc): number {
  const now = orders.get(smsc) ?? 0
  orders.set(smsc, now + 1)
  return now
}

/** Keeps a part, and the whole text once the last part is there; answers the id that it gives it. */
function take(smsc: SimulatedSmsc, part: Submitted): string {
  smsc.taken.push(part)
  const { joined, to, from, coding } = part
  const same = smsc.taken.filter(
    (one) => one.to === to && one.joined?.reference === joined?.reference && one.joined?.total === joined?.total,
  )
  if (joined === undefined) smsc.messages.push({ to, from, text: readText(part.bytes, coding), parts: 1 })
  else if (new Set(same.map((one) => one.joined?.part)).size === joined.total && same.length === joined.total) {
    const inOrder = same.toSorted((a, b) => (a.joined?.part ?? 0) - (b.joined?.part ?? 0))
    const text = inOrder.map((one) => readText(one.bytes, coding)).join('')
    smsc.messages.push({ to, from, text, parts: joined.total })
  }
  return `${ids}-${(given += 1)}`
}
