import type { ProblemPlace } from '#values/errors.ts'
import { fill, type Words } from '#values/words.ts'
import { splitSms } from '../sms/split-sms.ts'
import {
  factsByKind,
  fillTemplate,
  previewSms,
  sampleFacts,
  unknownFacts,
  type TemplateKind,
  type TemplateText,
} from './template-shape.ts'

const words = {
  unknown: {
    vi: 'Ở tin này không có {fact}; điền được: {known}.',
    en: 'There is no {fact} here; there are {known}.',
  },
  long: { vi: 'Dài quá: nhiều hơn 10 tin ghép.', en: 'Too long: more than 10 parts.' },
  marks: {
    vi: 'Còn chữ có dấu hoặc ký hiệu lạ: {signs}. Bản không dấu chỉ gồm chữ không dấu.',
    en: 'Has letters with marks or odd signs: {signs}.',
  },
} as const satisfies Record<string, Words>

/** What is wrong with the two texts of a template, each with its place. */
export function faultsOf(kind: TemplateKind, text: Pick<TemplateText, 'plain' | 'accented'>): ProblemPlace[] {
  const faults = (['plain', 'accented'] as const).flatMap((path) => [
    ...unknownIn(kind, text[path]).map((message) => ({ path, message })),
    ...(previewSms({ ...text, isAccented: path === 'accented' }).isTooLong ? [{ path, message: words.long }] : []),
  ])
  const odd = [...new Set(fillTemplate(text.plain, { ...sampleFacts, place: '' }))].filter(
    (sign) => splitSms(sign).encoding !== 'gsm-7',
  )
  return odd.length === 0
    ? faults
    : [...faults, { path: 'plain', message: fill(words.marks, { signs: odd.join(' ') }) }]
}

/** What is said of each name in braces that this kind of thing knows nothing of. */
export const unknownIn = (kind: TemplateKind, text: string): Words[] => {
  const known = factsByKind[kind].map((fact) => `{${fact}}`).join(', ')
  return unknownFacts(kind, text).map((fact) => fill(words.unknown, { fact: `{${fact}}`, known }))
}
