import { addDays } from '#values/plain-date.ts'
import { boundDate, fieldAt, optionsOn, parseAnswers, visibleAnswers, type Lookups } from '#engines/forms/contract.ts'
import type { Field, Form } from '#engines/forms/declare.ts'

/** A number from 0 up to but not including 1, the next of a repeatable series. */
export type Chance = () => number

export function chanceFrom(seed: number): Chance {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

/** Answers to everything a form asks, as a citizen could give them; which options are chosen is left to chance. */
export function fillForm(form: Form, lookups: Lookups, chance: Chance): Record<string, unknown> {
  let draft: Record<string, unknown> = {}
  for (const page of form.pages) {
    for (const field of page.fields) {
      const next = { ...draft, [field.id]: answerTo(form, field, field.id, draft, lookups, chance) }
      // What is computed from it, and whether it was asked at all.
      draft = { ...visibleAnswers(form, parseAnswers(form, next, lookups).answers) }
    }
  }
  return draft
}

function answerTo(form: Form, field: Field, path: string, given: object, lookups: Lookups, chance: Chance): unknown {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(chance() * values.length)] as Value
  const part = (id: string): unknown => {
    const found = fieldAt(form, `${path}.${id}`)?.field
    return found && answerTo(form, found, `${path}.${id}`, given, lookups, chance)
  }
  const record = (ids: readonly string[]) =>
    Object.fromEntries(ids.map((id) => [id, part(id)]).filter(([, value]) => value !== undefined))
  switch (field.type) {
    case 'text':
      return field.pattern === undefined
        ? (field.example ?? field.label.vi).slice(0, field.max)
        : patterned[field.pattern]
    case 'long-text':
      return 'Như giấy tờ gửi kèm.'
    case 'money': {
      const covered = field.notBelow === undefined ? undefined : (given as Record<string, unknown>)[field.notBelow]
      const least = Math.max(field.min ?? 0, typeof covered === 'number' ? covered : 0)
      return pick([least, Math.max(least, Math.min(field.max ?? 200_000_000, 800))])
    }
    case 'number':
      return pick([field.min ?? 0, Math.min(field.max ?? 200_000_000, Math.max(field.min ?? 0, 800))])
    case 'date':
      return dateFor(field, given, lookups, chance).slice(0, field.precision === 'year' ? 4 : undefined)
    case 'choice': {
      if (field.codeList === 'sex') return 'female'
      const options =
        field.options?.map(({ value }) => value) ??
        optionsOn(lookups.codeLists[field.codeList!]!, lookups.today).map(({ code }) => code)
      return field.many ? options.filter(() => chance() < 0.5).concat(pick(options)) : pick(options)
    }
    case 'yes-no':
      return field.mustBeYes ?? chance() < 0.5
    case 'commune':
      return pick(communes)
    case 'address':
      return record(['commune', 'detail'])
    case 'identity-document':
      return { kind: 'cccd', number: patterned['personal-id'], issuedOn: '2020-05-05', issuedBy: 'Cục Cảnh sát' }
    case 'person': {
      const parts = record(Object.keys(field.parts))
      return field.ofSex === 'male' && 'personalId' in parts ? { ...parts, personalId: numberOfMan } : parts
    }
    case 'enterprise':
      return record(['code', 'name', 'address', 'representative'])
    case 'group':
    case 'table':
      return [0, 1].map((row) => {
        const parts = field.type === 'group' ? field.fields : field.columns
        const values: Record<string, unknown> = {}
        for (const one of parts)
          values[one.id] = answerTo(form, one, `${path}.${row}.${one.id}`, { ...given, ...values }, lookups, chance)
        return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
      })
    case 'computed':
    case 'statement':
      return undefined
  }
}

/** Communes of a rural district and of the city of the demo province. */
const communes = ['07381', '07201']

/** A woman born in 1968: where sex and birth date are asked too, they are hers. */
const patterned: Readonly<Record<string, string>> = {
  'person-name': 'Thân Thị Bích Phượng',
  'personal-id': '024168009123',
  phone: '0979123218',
  email: 'phuong@gmail.com',
  'driving-licence': '241168003472',
  'enterprise-code': '2400123456',
  'vehicle-plate': '98A-123.45',
  'land-certificate': 'CĐ 123456',
  'industry-code': '4711',
  'budget-unit-code': '1023456',
  'social-insurance': '2412345678',
}

const numberOfMan = '024068009123'

type DateField = Extract<Field, { type: 'date' }>

function dateFor(field: DateField, given: object, lookups: Lookups, chance: Chance): string {
  if (field.id === 'birthDate') return '1968-08-14'
  const scope = { lookups, facts: { ...given } }
  const [earliest, latest] = [boundDate(field.notBefore, scope), boundDate(field.notAfter, scope)]
  const days = Math.floor(chance() * 3) * 50
  if (earliest !== undefined && latest === undefined) return addDays(earliest, days)
  const back = addDays(latest ?? lookups.today, -days)
  return earliest !== undefined && back < earliest ? earliest : back
}
