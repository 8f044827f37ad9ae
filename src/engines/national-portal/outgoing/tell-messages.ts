import type { PortalAnswer, PortalClient } from '../client/portal-client.ts'
import { textIn } from '../client/text-in.ts'
import type { Cause, NationalProfile } from '../declare.ts'
import type { DeliveryKind } from './delivery.ts'
import type { Message } from './prepare-messages.ts'

/** What the national portal said to one message. */
export type Said =
  | { readonly said: 'accepted' }
  | { readonly said: 'later'; readonly words: string }
  /** It said yes, but about others. */
  | { readonly said: 'unsure'; readonly words: string }
  | { readonly said: 'refused'; readonly cause: Cause; readonly words: string }

interface Parts {
  readonly client: PortalClient
  readonly profile: NationalProfile
  readonly kind: DeliveryKind
}

/** Each message with what was said to it. Those that share a unit and are alike new or known go together. */
export async function tellMessages(parts: Parts, messages: readonly Message[]): Promise<ReadonlyMap<Message, Said>> {
  const groups = Map.groupBy(messages, ({ unit, told, dossierId }) =>
    // A status is told by itself: its data is one record, not a list.
    parts.kind === 'status' ? dossierId : `${unit} ${told > 0}`,
  )
  const said = new Map<Message, Said>()
  for (const group of groups.values()) await tellGroup(parts, group, (group[0]?.told ?? 0) > 0, said)
  return said
}

async function tellGroup(
  parts: Parts,
  group: readonly Message[],
  isKnown: boolean,
  said: Map<Message, Said>,
): Promise<void> {
  const { answers } = parts.profile
  const answer = await ask(parts, group, isKnown)
  if (answers.done.includes(answer.code) || group.length === 1) return judgeGroup(parts, group, isKnown, answer, said)
  // Refused as a whole: those that it does not name go again without the others; where it names none, halves find which it is.
  const [named = [], unnamed = []] = [true, false].map((wanted) =>
    group.filter(({ code }) => answer.result.some((one) => one['MaHoSo'] === code) === wanted),
  )
  await judgeGroup(parts, named, isKnown, answer, said)
  const middle = named.length > 0 ? unnamed.length : Math.ceil(unnamed.length / 2)
  for (const part of [unnamed.slice(0, middle), unnamed.slice(middle)])
    if (part.length > 0) await tellGroup(parts, part, isKnown, said)
}

/** What it said to each: by itself, or to all alike. */
async function judgeGroup(
  parts: Parts,
  group: readonly Message[],
  isKnown: boolean,
  answer: PortalAnswer,
  said: Map<Message, Said>,
): Promise<void> {
  const { answers } = parts.profile
  const misjudged: Message[] = []
  for (const message of group) {
    const { code, words } = saidTo(message, answer)
    if (speaksOfOthers(parts.profile, message, answer)) said.set(message, ofOthers)
    else if (parts.kind === 'record' && (isKnown ? answers.isUnknown : answers.isKnown).includes(code))
      misjudged.push(message)
    else said.set(message, judge(parts.profile, code, words))
  }
  if (misjudged.length === 0) return
  // An acknowledgement was lost, or they lost what they had: told as the other it fits.
  const again = await ask(parts, misjudged, !isKnown)
  for (const message of misjudged) {
    const { code, words } = saidTo(message, again)
    said.set(message, speaksOfOthers(parts.profile, message, again) ? ofOthers : judge(parts.profile, code, words))
  }
}

const ofOthers: Said = { said: 'unsure', words: 'Cổng quốc gia trả lời về hồ sơ khác' }

/** A yes that names dossiers and not this one is no yes to it; one that names none at all is to all alike. */
const speaksOfOthers = (
  { answers }: NationalProfile,
  { code }: Message,
  { code: said, result }: PortalAnswer,
): boolean => {
  const named = result.map((one) => textIn(one, 'MaHoSo')).filter((one) => one !== '')
  return answers.done.includes(said) && named.length > 0 && !named.includes(code)
}

const saidTo = ({ code }: Message, answer: PortalAnswer): Spoken =>
  spokenTo(
    answer,
    answer.result.find((one) => one['MaHoSo'] === code),
  )

type Spoken = Pick<PortalAnswer, 'code' | 'words'>

/** What it says to one record: by itself, or to the whole message. */
const spokenTo = (answer: PortalAnswer, own: PortalAnswer['result'][number] | undefined): Spoken => ({
  code: textIn(own, 'error_code') || answer.code,
  words: (textIn(own, 'message') || answer.words).slice(0, 300),
})

/** What became of one record that was told, by what the message and its own entry answered. */
export function judgeCode(
  profile: NationalProfile,
  answer: PortalAnswer,
  own: PortalAnswer['result'][number] | undefined,
): Said {
  const { code, words } = spokenTo(answer, own)
  return judge(profile, code, words)
}

function ask({ client, profile, kind }: Parts, group: readonly Message[], isKnown: boolean): Promise<PortalAnswer> {
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
