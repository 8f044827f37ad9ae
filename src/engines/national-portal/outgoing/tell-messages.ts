import type { PortalAnswer, PortalClient } from '../client/portal-client.ts'
import type { Cause, NationalProfile } from '../declare.ts'
import type { DeliveryKind } from './delivery.ts'
import type { Message } from './prepare-messages.ts'

/** What the national portal said to one message. */
export type Said =
  | { readonly said: 'accepted' }
  | { readonly said: 'later'; readonly words: string }
  | { readonly said: 'refused'; readonly cause: Cause; readonly words: string }

interface Parts {
  readonly client: PortalClient
  readonly profile: NationalProfile
}

/** Each message with what was said to it. Those that share a unit and are alike new or known go together. */
export async function tellMessages(
  parts: Parts,
  kind: DeliveryKind,
  messages: readonly Message[],
): Promise<ReadonlyMap<Message, Said>> {
  const groups = Map.groupBy(messages, ({ unit, told, dossierId }) =>
    // A status is told by itself: its data is one record, not a list.
    kind === 'status' ? dossierId : `${unit} ${told > 0}`,
  )
  const said = new Map<Message, Said>()
  for (const group of groups.values()) await tellGroup(parts, kind, group, (group[0]?.told ?? 0) > 0, said)
  return said
}

async function tellGroup(
  parts: Parts,
  kind: DeliveryKind,
  group: readonly Message[],
  isKnown: boolean,
  said: Map<Message, Said>,
): Promise<void> {
  const { answers } = parts.profile
  const answer = await ask(parts, kind, group, isKnown)
  const byCode = new Map(answer.result.map((one) => [String(one['MaHoSo']), one]))
  if (!answers.done.includes(answer.code) && group.length > 1) {
    // Refused as a whole: those that it does not name go again without the others; where it names none, halves find which it is.
    const unnamed = group.filter(({ code }) => !byCode.has(code))
    if (unnamed.length === group.length) {
      const middle = Math.ceil(group.length / 2)
      await tellGroup(parts, kind, group.slice(0, middle), isKnown, said)
      return tellGroup(parts, kind, group.slice(middle), isKnown, said)
    }
    if (unnamed.length > 0) await tellGroup(parts, kind, unnamed, isKnown, said)
    return judgeGroup(
      parts,
      kind,
      group.filter(({ code }) => byCode.has(code)),
      isKnown,
      answer,
      said,
    )
  }
  return judgeGroup(parts, kind, group, isKnown, answer, said)
}

/** What it said to each: by itself, or to all alike. */
async function judgeGroup(
  parts: Parts,
  kind: DeliveryKind,
  group: readonly Message[],
  isKnown: boolean,
  answer: PortalAnswer,
  said: Map<Message, Said>,
): Promise<void> {
  const { answers } = parts.profile
  const byCode = new Map(answer.result.map((one) => [String(one['MaHoSo']), one]))
  const misjudged: Message[] = []
  for (const message of group) {
    const own = byCode.get(message.code)
    const code = own === undefined ? answer.code : String(own['error_code'] ?? answer.code)
    const words = own === undefined ? answer.words : String(own['message'] ?? '').slice(0, 300)
    if (kind === 'record' && (isKnown ? answers.isUnknown : answers.isKnown).includes(code)) misjudged.push(message)
    else said.set(message, judge(parts.profile, code, words))
  }
  // An acknowledgement was lost, or they lost what they had: told as the other it fits.
  if (misjudged.length > 0) await tellOtherwise(parts, misjudged, !isKnown, said)
}

async function tellOtherwise(
  parts: Parts,
  messages: readonly Message[],
  isKnown: boolean,
  said: Map<Message, Said>,
): Promise<void> {
  const answer = await ask(parts, 'record', messages, isKnown)
  const byCode = new Map(answer.result.map((one) => [String(one['MaHoSo']), one]))
  for (const message of messages) {
    const own = byCode.get(message.code)
    said.set(
      message,
      judge(parts.profile, String(own?.['error_code'] ?? answer.code), String(own?.['message'] ?? answer.words)),
    )
  }
}

function ask(
  { client, profile }: Parts,
  kind: DeliveryKind,
  group: readonly Message[],
  isKnown: boolean,
): Promise<PortalAnswer> {
  const data = group.flatMap(({ records }) => records)
  const { services } = profile
  const unit = group[0]?.unit
  if (kind === 'record') return client.ask(services.records, unit, { isUpdating: isKnown ? 'True' : 'False', data })
  if (kind === 'progress') return client.ask(services.progress, unit, { data })
  return client.ask(services.statuses, unit, { type: '2', data: data[0] })
}

function judge({ answers }: NationalProfile, code: string, words: string): Said {
  if (answers.done.includes(code)) return { said: 'accepted' }
  if (answers.tryLater.includes(code)) return { said: 'later', words: `${code} ${words}` }
  const cause = answers.isUnknown.includes(code) ? 'record-missing' : (answers.causes[code] ?? 'other')
  return { said: 'refused', cause, words: `${code} ${words}`.trim() }
}
