import { z } from 'zod'
import { findOption } from '../../code-lists.ts'
import { fieldBase } from '../base.ts'
import { choice, type ChoiceField } from '../choice/choice.ts'
import type { DateField } from '../date/date.ts'
import { isKnownDate, showKnownDate } from '../date/read-date.ts'
import type { RecordType, Scope } from '../field-type.ts'
import { patterns } from '../text/patterns/index.ts'
import type { TextField } from '../text/text.ts'

/** A paper that proves who someone is: kind, number, date and place of issue. Kinds and the shape of their numbers are a code list. */
export const IdentityDocumentField = z.strictObject({ ...fieldBase, type: z.literal('identity-document') })
export type IdentityDocumentField = z.infer<typeof IdentityDocumentField>

/** The code list of kinds; an entry may name the pattern of its number. */
const documentKinds = 'identityDocumentKind'

export const identityDocument: RecordType<IdentityDocumentField, ChoiceField | TextField | DateField> = {
  shape: 'record',
  type: 'identity-document',
  schema: IdentityDocumentField,
  alwaysMasked: true,
  parts: () => [kindPart, numberPart, issuedOnPart, issuedByPart],
  check(_field, { kind, number }, { lookups }) {
    const pattern = patternOf(kind, lookups.codeLists)
    if (pattern === undefined || typeof number !== 'string') return []
    const message = pattern.wrong(pattern.tidy(number), lookups.today)
    return message === undefined ? [] : [{ path: 'number', message }]
  },
  line(_field, { kind, number, issuedOn, issuedBy }, view, masked) {
    const name = typeof kind === 'string' ? choice.show(kindPart, kind, view).join('') : ''
    const pattern = patternOf(kind, view.lookups.codeLists)
    const text = typeof number === 'string' ? number : ''
    const shown = masked ? (pattern?.mask(text) ?? `${text.slice(0, 2)}***`) : (pattern?.show(text) ?? text)
    const day = isKnownDate(issuedOn) ? showKnownDate(issuedOn) : ''
    const issued = { vi: day === '' ? '' : `cấp ngày ${day}`, en: day === '' ? '' : `issued ${day}` }[view.language]
    const by = typeof issuedBy === 'string' ? issuedBy : ''
    return [`${name} ${text === '' ? '' : shown}`.trim(), issued, by].filter((part) => part !== '').join(', ')
  },
}

function patternOf(kind: unknown, codeLists: Scope['lookups']['codeLists']) {
  const list = Object.hasOwn(codeLists, documentKinds) ? codeLists[documentKinds] : undefined
  const name = list === undefined || typeof kind !== 'string' ? undefined : findOption(list, kind)?.pattern
  return name === undefined ? undefined : patterns[name]
}

const kindPart: ChoiceField = {
  id: 'kind',
  type: 'choice',
  label: { vi: 'Loại giấy tờ', en: 'Kind of document' },
  codeList: documentKinds,
}
const numberPart: TextField = {
  id: 'number',
  type: 'text',
  label: { vi: 'Số giấy tờ', en: 'Document number' },
  max: 50,
}
const issuedOnPart: DateField = {
  id: 'issuedOn',
  type: 'date',
  label: { vi: 'Ngày cấp', en: 'Date of issue' },
  notAfter: 'today',
}
const issuedByPart: TextField = {
  id: 'issuedBy',
  type: 'text',
  label: { vi: 'Nơi cấp', en: 'Issued by' },
  max: 200,
}
