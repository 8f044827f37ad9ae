import { holds } from '#values/condition.ts'
import { addDays, type PlainDate } from '#values/plain-date.ts'
import type { Field, Form } from '#engines/forms/declare.ts'
import { optionsOn, partsOfField, type Lookups } from '#engines/forms/contract.ts'
import type { InventedPerson } from './people.ts'
import type { Chance } from './random.ts'

/** What answers are made from: who applies, where they live, today's date. */
export interface AnswerSource {
  readonly chance: Chance
  readonly person: InventedPerson & { readonly residence: { readonly commune: string; readonly detail: string } }
  readonly communes: readonly string[]
  readonly lookups: Lookups
  readonly on: PlainDate
}

/** Believable answers to any form, asked as it asks: hidden pages and fields stay unanswered. */
export function sampleAnswers(form: Form, source: AnswerSource): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const page of form.pages) {
    if (page.when !== undefined && !holds(page.when, answers)) continue
    for (const field of page.fields) {
      if (field.when !== undefined && !holds(field.when, answers)) continue
      const value = answer(field, source)
      if (value !== undefined) answers[field.id] = value
    }
  }
  return answers
}

function answer(field: Field, source: AnswerSource): unknown {
  const { chance } = source
  switch (field.type) {
    case 'statement':
    case 'computed':
      return undefined
    case 'text':
      return textFor(field, source)
    case 'long-text':
      return 'Theo giấy tờ gửi kèm.'
    case 'number':
      return Math.max(field.min ?? 1, Math.min(field.max ?? 200, chance.between(Math.ceil(field.min ?? 1), Math.floor(Math.min(field.max ?? 200, (field.min ?? 1) + 120)))))
    case 'money':
      return Math.max(field.min ?? 0, chance.between(10, 180) * 1_000_000)
    case 'date':
      return dateFor(field, source)
    case 'yes-no':
      return chance.happens(0.8)
    case 'choice': {
      const values = 'options' in field && field.options ? field.options.map((one) => one.value) : codes(field.codeList as string, source)
      return field.many ? [chance.pick(values)] : values[chance.happens(0.7) ? 0 : chance.between(0, values.length - 1)]
    }
    case 'commune':
      return chance.pick(source.communes)
    case 'group':
    case 'table':
      return Array.from({ length: Math.max(field.min ?? 1, 1) }, () => record(partsOfField(field), source))
    default:
      return record(partsOfField(field), source)
  }
}

function record(parts: readonly Field[], source: AnswerSource): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const part of parts) {
    if (part.when !== undefined && !holds(part.when, values)) continue
    const value = answer(part, source)
    if (value !== undefined) values[part.id] = value
  }
  return values
}

const codes = (list: string, { lookups, on }: AnswerSource): string[] => optionsOn(lookups.codeLists[list]!, on).map((one) => one.code)

function textFor(field: Extract<Field, { type: 'text' }>, { chance, person }: AnswerSource): string {
  const digits = (count: number) => Array.from({ length: count }, () => chance.between(0, 9)).join('')
  const known: Record<string, string> = { fullName: person.fullName, personalId: person.personalId, phone: person.phone, email: person.email, detail: person.residence.detail }
  const patterned: Record<string, string> = {
    'personal-id': person.personalId,
    'identity-number': person.personalId,
    phone: person.phone,
    email: person.email,
    'driving-licence': `24${digits(10)}`,
    'enterprise-code': `24${digits(8)}`,
    'tax-code': `24${digits(8)}`,
    'vehicle-plate': `98A-${digits(3)}.${digits(2)}`,
    'land-certificate': `BG ${digits(6)}`,
  }
  const value = (field.pattern && patterned[field.pattern]) ?? known[field.id] ?? `${field.label.vi} ${chance.between(1, 99)}`
  return value.slice(0, field.max ?? 200)
}

function dateFor(field: Extract<Field, { type: 'date' }>, { chance, on, person }: AnswerSource): string {
  if (field.id === 'birthDate') return person.birthDate
  const after = field.notBefore === 'today' || typeof field.notBefore === 'object'
  return addDays(on, after ? chance.between(10, 40) : -chance.between(20, 700))
}
