import { holds } from '#values/condition.ts'
import { lowerFirst } from '#values/text.ts'
import { addDays, daysBetween, type PlainDate } from '#values/plain-date.ts'
import type { Field, Form } from '#engines/forms/declare.ts'
import {
  boundDate,
  communeLabel,
  optionsOn,
  parseAnswers,
  partsOfField,
  type Lookups,
} from '#engines/forms/contract.ts'
import type { InventedPerson } from './people.ts'
import type { Chance } from './random.ts'

export type Resident = InventedPerson & { readonly residence: { readonly commune: string; readonly detail: string } }

/** What answers are made from: who applies, whom else they may name, today's date. */
export interface AnswerSource {
  readonly chance: Chance
  readonly person: Resident
  readonly others: readonly Resident[]
  readonly communes: readonly string[]
  readonly lookups: Lookups
  readonly on: PlainDate
}

interface Making extends AnswerSource {
  /** The answers before this one, for conditions and dates that depend on them. */
  readonly before: Readonly<Record<string, unknown>>
}

/**
 * Believable answers to any form, asked as it asks: hidden pages and fields stay unanswered, what is computed is there as in
 * whatever is filed, and the form finds nothing wrong on the day.
 */
export function sampleAnswers(form: Form, source: AnswerSource): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const page of form.pages) {
    if (page.when !== undefined && !holds(page.when, answers)) continue
    for (const field of page.fields) {
      if (field.when !== undefined && !holds(field.when, answers)) continue
      const value =
        field.type === 'computed'
          ? parseAnswers(form, answers, source.lookups).answers[field.id]
          : answer(field, { ...source, before: answers })
      if (value !== undefined) answers[field.id] = value
    }
  }
  return { ...parseAnswers(form, answers, source.lookups).answers }
}

function answer(field: Field, making: Making): unknown {
  const { chance, on, lookups } = making
  switch (field.type) {
    case 'statement':
    case 'computed':
      return undefined
    case 'text':
      return textFor(field, making)
    case 'long-text':
      return 'Theo giấy tờ gửi kèm.'
    case 'number': {
      const least = Math.ceil(field.min ?? 1)
      return chance.between(least, Math.max(least, Math.floor(Math.min(field.max ?? least + 120, least + 120))))
    }
    case 'money': {
      const covered = field.notBelow === undefined ? undefined : making.before[field.notBelow]
      const least = Math.max(field.min ?? 0, typeof covered === 'number' ? covered : 0)
      return Math.min(field.max ?? Number.MAX_SAFE_INTEGER, least + chance.between(100, 180) * 1_000_000)
    }
    case 'date':
      return dateFor(field, making)
    case 'yes-no':
      return field.mustBeYes ? true : chance.happens(0.8)
    case 'choice': {
      if (field.id === 'sex') return making.person.sex
      const values = field.options
        ? field.options.map((one) => one.value)
        : optionsOn(lookups.codeLists[field.codeList as string]!, on).map((one) => one.code)
      // Of those who come to a commune or a department, nearly all are Vietnamese.
      if (field.codeList === 'nationality') return values[0]
      const value = values[chance.happens(0.7) ? 0 : chance.between(0, values.length - 1)]
      return field.many ? [value] : value
    }
    case 'commune':
      return chance.pick(making.communes)
    case 'address':
      return making.person.residence
    case 'identity-document':
      return identityDocument(making)
    case 'group':
    case 'table':
      return Array.from({ length: Math.max(field.min ?? 1, 1) }, () =>
        record(partsOfField(field), { ...making, person: someoneElse(undefined, making) }),
      )
    case 'person':
      return record(
        partsOfField(field),
        field.prefill === 'person' ? making : { ...making, person: someoneElse(field.ofSex, making) },
      )
    default:
      return record(partsOfField(field), making)
  }
}

/** Somebody else than the applicant, a man or a woman where that is asked. */
function someoneElse(sex: string | undefined, { chance, others }: Making): Resident {
  return chance.pick(others.filter((one) => sex === undefined || one.sex === sex))
}

function record(parts: readonly Field[], making: Making): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const part of parts) {
    const before = { ...making.before, ...values }
    if (part.when !== undefined && !holds(part.when, before)) continue
    const value = answer(part, { ...making, before })
    if (value !== undefined) values[part.id] = value
  }
  return values
}

/** The card in force on the day, with the holder's own number. */
function identityDocument({ lookups, on, person }: Making) {
  const kind = optionsOn(lookups.codeLists['identityDocumentKind']!, on).find((one) => one.pattern === 'personal-id')
  return {
    kind: kind?.code,
    number: person.personalId,
    issuedOn: addDays(on, -900),
    issuedBy: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
  }
}

/** Where somebody lives, as people write it in one line. */
function homeOf({ residence }: Resident, { lookups, on }: Making): string {
  const commune = lookups.communes?.find(residence.commune, on)
  return commune === undefined ? residence.detail : `${residence.detail}, ${lowerFirst(communeLabel(commune))}`
}

/** Names of things that people give, by what the form asks for. */
const names: Readonly<Record<string, readonly string[]>> = {
  'Tên doanh nghiệp': ['Công ty TNHH Hoàng Long', 'Công ty CP Thương mại Sông Thương', 'Công ty TNHH May Yên Dũng'],
  'Tên chương trình': ['Tri ân khách hàng', 'Mừng năm mới', 'Mua nhiều tặng nhiều'],
}

/** Text fields that ask for a home. */
const asksForHome = /Home$|^(hometown|postAddress)$/

function textFor(field: Extract<Field, { type: 'text' }>, making: Making): string {
  const { chance, person, others } = making
  const digits = (count: number) => Array.from({ length: count }, () => chance.between(0, 9)).join('')
  const known: Record<string, string> = {
    fullName: person.fullName,
    representative: person.fullName,
    detail: person.residence.detail,
  }
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
    'budget-unit-code': `1${digits(6)}`,
    'industry-code': '4711',
  }
  const called = names[field.label.vi]
  const value =
    known[field.id] ??
    (called && chance.pick(called)) ??
    (asksForHome.test(field.id) ? homeOf(person, making) : undefined) ??
    (field.pattern === 'person-name' ? chance.pick(others).fullName : undefined) ??
    (field.pattern && patterned[field.pattern]) ??
    field.example ??
    `${field.label.vi} ${chance.between(1, 99)}`
  return value.slice(0, field.max ?? 200)
}

type DateField = Extract<Field, { type: 'date' }>

/** A date within its bounds; dates of birth without bounds are the person's own, a child's is that of a schoolchild. */
function dateFor(field: DateField, making: Making): string | undefined {
  const { chance, on, person, lookups, before } = making
  const earliest = boundDate(field.notBefore, { lookups, facts: before })
  const latest = boundDate(field.notAfter, { lookups, facts: before })
  const fits = (date: PlainDate) =>
    (earliest === undefined || date >= earliest) && (latest === undefined || date <= latest)
  const own = person.birthDate as PlainDate
  const date = field.id.startsWith('child')
    ? addDays(on, -chance.between(2_200, 4_000))
    : /birth/i.test(field.id) && fits(own)
      ? own
      : earliest !== undefined && latest !== undefined
        ? dateBetween(earliest, latest, chance)
        : earliest !== undefined
          ? addDays(earliest, chance.between(0, 20))
          : addDays(latest ?? on, -chance.between(1, 400))
  const precision = field.precision ?? 'day'
  return date.slice(0, { day: 10, any: 10, month: 7, year: 4 }[precision])
}

/** Any day from the one to the other; the first if the bounds leave none. */
const dateBetween = (earliest: PlainDate, latest: PlainDate, chance: Chance): PlainDate =>
  addDays(earliest, chance.between(0, Math.max(0, daysBetween(earliest, latest))))
