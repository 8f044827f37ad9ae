import { z } from 'zod'
import { unaccent } from '#values/text.ts'
import { mostParts, splitSms } from '../sms/split-sms.ts'

/** By what somebody is told outside the platform. */
export const Channel = z.enum(['push', 'sms', 'email'])
export type Channel = z.output<typeof Channel>

/**
 * What may stand in a text, as `{code}`. Nothing else can: a short message bears no name, number of a person or anything that is in a dossier.
 */
export const Fact = z.enum(['code', 'due', 'until', 'place', 'site', 'link', 'lookup'])
export type Fact = z.output<typeof Fact>
export type Facts = Readonly<Partial<Record<Fact, string>>>

/** What each thing that is told knows; a template says no more than that. */
export const factsByKind = {
  'dossier.filed': ['code', 'site'],
  'dossier.received': ['code', 'due', 'site'],
  'dossier.ready': ['code', 'site'],
  'dossier.delivered': ['code', 'site', 'link'],
  'dossier.supplement-asked': ['code', 'site'],
  'dossier.supplied-at-counter': ['code', 'place', 'site'],
  'dossier.withdrawn-at-counter': ['code', 'place', 'site'],
  'dossier.rejected': ['code', 'site'],
  'dossier.apologised': ['code', 'due', 'site'],
  'dossier.rescheduled': ['code', 'due', 'site'],
  'supplement.rescheduled': ['code', 'until', 'site'],
  'dossier.paused': ['code', 'site'],
  'dossier.meeting-called': ['code', 'site'],
  'dossier.lapsed': ['code', 'site'],
  'dossier.result-revoked': ['code', 'site'],
  'postal.delivery-with-post': ['code', 'site'],
  'postal.delivery-done': ['code', 'site'],
  'postal.delivery-returned': ['code', 'site'],
  'postal.pick-up-with-post': ['code', 'until', 'site'],
  'postal.pick-up-done': ['code', 'site'],
  'postal.pick-up-returned': ['code', 'site'],
  'petition.sent': ['code', 'due', 'site'],
  'petition.accepted': ['code', 'due', 'site'],
  'petition.refused': ['code', 'lookup', 'site'],
  'petition.asked-more': ['code', 'lookup', 'site'],
  'petition.extended': ['code', 'due', 'site'],
  'petition.answered': ['code', 'lookup', 'site'],
} as const satisfies Record<string, readonly Fact[]>

export type TemplateKind = keyof typeof factsByKind
export const templateKinds = Object.keys(factsByKind) as [TemplateKind, ...TemplateKind[]]
export const TemplateKind = z.enum(templateKinds)

/** What is told of a dossier, so that its procedure may word it; questions and complaints are of no procedure. */
export const DossierKind = TemplateKind.exclude([
  'petition.sent',
  'petition.accepted',
  'petition.refused',
  'petition.asked-more',
  'petition.extended',
  'petition.answered',
])
export type DossierKind = z.output<typeof DossierKind>

/** Facts as long as they come, to count parts by. */
export const sampleFacts: Required<Facts> = {
  code: '000.00.24.H02-261126-0001',
  due: '04/12/2026',
  until: '18/12/2026',
  place: 'Trung tâm Phục vụ hành chính công tỉnh',
  site: 'dichvucong.bacgiang.gov.vn',
  link: `https://dichvucong.bacgiang.gov.vn/danh-gia?ma=${'A'.repeat(22)}`,
  lookup: 'ABCD-EFGH-JKMN',
}

const place = /\{(\w*)\}/g

/** A text with its facts in place. */
export const fillTemplate = (text: string, facts: Facts): string =>
  text.replace(place, (_, name: string) => facts[name as Fact] ?? '')

/** The names in braces that this kind of thing knows nothing of. */
export const unknownFacts = (kind: TemplateKind, text: string): string[] =>
  [...text.matchAll(place)]
    .map(([, name = '']) => name)
    .filter((name) => !(factsByKind[kind] as readonly string[]).includes(name))

const Text = z.string().trim().min(1).max(1000)

/** What a template says and how it is told. */
export const TemplateText = z.strictObject({
  plain: Text,
  accented: Text,
  /** Which of the two goes as a short message. */
  isAccented: z.boolean(),
  channels: z
    .array(Channel)
    .max(3)
    .refine((all) => new Set(all).size === all.length, { error: 'each channel once' })
    .readonly(),
  takes: z.enum(['first', 'all']),
  isUrgent: z.boolean(),
})
export type TemplateText = z.output<typeof TemplateText>

/** Signs of print in names of counters and what telephones have for them. */
const plainSigns: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '…': '...',
  '\u00a0': ' ',
}

/** What goes out as a short message. Without marks the facts lose theirs, too: one letter or dash would double the parts. */
export const smsTextOf = (
  { plain, accented, isAccented }: Pick<TemplateText, 'plain' | 'accented' | 'isAccented'>,
  facts: Facts,
): string =>
  isAccented
    ? fillTemplate(accented, facts).normalize('NFC')
    : unaccent(fillTemplate(plain, facts)).replace(/[–—‘’“”…\u00a0]/g, (sign) => plainSigns[sign] ?? sign)

/** A template as a phone gets it when its facts are as long as they come, and the parts that are paid for. */
export function previewSms(template: Pick<TemplateText, 'plain' | 'accented' | 'isAccented'>) {
  const text = smsTextOf(template, sampleFacts)
  const { encoding, parts, units } = splitSms(text)
  return { text, encoding, units, parts: parts.length, isTooLong: parts.length > mostParts }
}
