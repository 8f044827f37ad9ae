import { z } from 'zod'
import { read } from '#values/condition.ts'
import { isPlainDate, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { communeLabel, type Commune } from '../../lookups.ts'
import { fieldBase, FieldPath } from '../base.ts'
import { firstPosted, isNothing, unreadable, type LeafType, type Scope } from '../field-type.ts'
import { cleanLine } from '../text/clean.ts'

/** The date whose communes count: the day of the answers, or an earlier answer that is a date. */
export const AsOf = z.union([z.literal('today'), FieldPath])

/** A commune (xã, phường, thị trấn) by its code; typed names are looked up, with or without tone marks. */
export const CommuneField = z.strictObject({
  ...fieldBase,
  type: z.literal('commune'),
  asOf: AsOf.optional(),
})
export type CommuneField = z.infer<typeof CommuneField>

/** Two-tier and three-tier codes alike have 5 digits; names come from the lookup. */
const code = /^\d{5}$/

export const commune: LeafType<CommuneField, string> = {
  shape: 'leaf',
  type: 'commune',
  schema: CommuneField,
  missing: () => ({
    vi: 'Chưa chọn. Ghi tên xã, phường rồi chọn trong danh sách.',
    en: 'Nothing chosen. Type the name and choose from the list.',
  }),
  parse(field, input, scope) {
    if (isNothing(input)) return { value: undefined }
    const given = Number.isSafeInteger(input) ? String(input).padStart(5, '0') : input
    if (typeof given !== 'string') return { value: undefined, wrong: unreadable }
    const typed = cleanLine(given, 200)
    if (typed === '' || code.test(typed)) return { value: typed === '' ? undefined : typed }
    const found = scope.lookups.communes?.search(typed, dayOf(field, scope)) ?? []
    const [first] = found
    if (first !== undefined && found.length === 1) return { value: first.code }
    return { value: typed, wrong: first === undefined ? notFound : several(found) }
  },
  isValue: (value): value is string => typeof value === 'string' && code.test(value),
  check(field, value, scope) {
    const { communes } = scope.lookups
    return communes === undefined || communes.find(value, dayOf(field, scope)) !== undefined ? undefined : notFound
  },
  show(field, value, view) {
    const found = view.lookups.communes?.find(value, dayOf(field, view))
    return [found === undefined ? value : communeLabel(found)]
  },
  fromPost: firstPosted,
  isEmpty: isNothing,
}

function dayOf({ asOf }: { readonly asOf?: string | undefined }, { lookups, facts }: Scope): PlainDate {
  const other = asOf === undefined || asOf === 'today' ? undefined : read(facts, asOf)
  return typeof other === 'string' && isPlainDate(other) ? other : lookups.today
}

const notFound: Words = {
  vi: 'Không thấy xã, phường nào tên như vậy vào ngày này. Xem lại tên, hoặc chọn trong danh sách.',
  en: 'No commune of that name on this date. Check the name, or choose from the list.',
}

function several(found: readonly Commune[]): Words {
  const names = found.slice(0, 3).map(communeLabel).join('; ')
  return {
    vi: `Có ${found.length} nơi tên gần giống: ${names}. Ghi thêm tên huyện, tỉnh.`,
    en: `${found.length} places have a similar name: ${names}. Add the district or province.`,
  }
}
