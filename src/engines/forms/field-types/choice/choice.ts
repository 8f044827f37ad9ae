import { z } from 'zod'
import { isPlainDate, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { findOptionByText, optionsOn, type CodeListEntry } from '../../code-lists.ts'
import type { Lookups } from '../../lookups.ts'
import { showKnownDate } from '../date/read-date.ts'
import { DeclaredWords, fieldBase } from '../base.ts'
import { isNothing, unreadable, type LeafType } from '../field-type.ts'
import { cleanLine } from '../text/clean.ts'

const ChoiceOption = z.strictObject({
  value: z.string().min(1).max(40),
  label: DeclaredWords,
  hint: DeclaredWords.optional(),
})

/** One of the options, or several with `many`; options stand here or in a named code list. Up to 7 are cards, more are a list. */
export const ChoiceField = z.strictObject({
  ...fieldBase,
  type: z.literal('choice'),
  options: z.array(ChoiceOption).min(1).optional(),
  codeList: z.string().optional(),
  many: z.literal(true).optional(),
  display: z.enum(['cards', 'list']).optional(),
})
export type ChoiceField = z.infer<typeof ChoiceField>

type Chosen = string | readonly string[]

export const choice: LeafType<ChoiceField, Chosen> = {
  shape: 'leaf',
  type: 'choice',
  schema: ChoiceField,
  missing: ({ many }) =>
    many === true
      ? { vi: 'Chưa chọn. Xin chọn ít nhất một ô.', en: 'Nothing chosen. Choose at least one.' }
      : { vi: 'Chưa chọn. Xin chọn một ô.', en: 'Nothing chosen. Choose one.' },
  parse(field, input, { lookups }) {
    if (choice.isEmpty(input)) return { value: undefined }
    const entries = entriesOf(field, lookups)
    if (field.many !== true) {
      const [only, ...more] = Array.isArray(input) ? (input as unknown[]) : [input]
      if (typeof only !== 'string' || more.length > 0) return { value: undefined, wrong: unreadable }
      const typed = cleanLine(only, 200)
      return { value: typed === '' ? undefined : (findOptionByText(entries, typed)?.code ?? typed) }
    }
    const given: unknown[] = Array.isArray(input) ? input.slice(0, 500) : [input]
    if (!given.every((one) => typeof one === 'string')) return { value: undefined, wrong: unreadable }
    const typed = given.map((one) => cleanLine(one, 200)).filter((one) => one !== '')
    return {
      value: inOrder(
        entries,
        typed.map((one) => findOptionByText(entries, one)?.code ?? one),
      ),
    }
  },
  isValue: (value) =>
    typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string')),
  check(field, value, { lookups }) {
    const valid = optionsIn(field, lookups, lookups.today)
    const gone = asList(value).find((one) => !valid.some((entry) => entry.code === one))
    if (gone === undefined) return undefined
    const ended = entriesOf(field, lookups).find((entry) => entry.code === gone)
    return ended === undefined ? noSuchOption : notOnThisDay(ended, lookups.today)
  },
  show(field, value, { language, lookups }) {
    const entries = entriesOf(field, lookups)
    return asList(value).map((one) => entries.findLast((entry) => entry.code === one)?.label[language] ?? one)
  },
  fromPost: (field, post, name) => (field.many === true ? post.all(name) : post.first(name)),
  isEmpty: (value) => isNothing(value) || (Array.isArray(value) && value.length === 0),
}

/** The options that may be chosen on the day of the answers, for drawing and for checking alike. */
export function optionsIn(field: ChoiceField, lookups: Lookups, on: PlainDate): CodeListEntry[] {
  const list = listOf(field, lookups)
  return list === undefined ? declared(field) : optionsOn(list, on)
}

const entriesOf = (field: ChoiceField, lookups: Lookups) => listOf(field, lookups)?.entries ?? declared(field)

const declared = (field: ChoiceField): CodeListEntry[] =>
  (field.options ?? []).map(({ value, label, hint }) => ({ code: value, label, hint }))

const listOf = ({ codeList }: ChoiceField, { codeLists }: Lookups) =>
  codeList !== undefined && Object.hasOwn(codeLists, codeList) ? codeLists[codeList] : undefined

const asList = (value: Chosen): readonly string[] => (typeof value === 'string' ? [value] : value)

/** Each once, in the order of the options, so that the order of ticking never matters; undefined if none is left. */
function inOrder(entries: readonly CodeListEntry[], codes: readonly string[]): string[] | undefined {
  const place = (code: string) => entries.findIndex((entry) => entry.code === code) + 1 || entries.length + 1
  const once = [...new Set(codes)].sort((one, other) => place(one) - place(other))
  return once.length === 0 ? undefined : once
}

const noSuchOption: Words = {
  vi: 'Không có lựa chọn này. Xin chọn lại trong danh sách.',
  en: 'There is no such option. Please choose from the list.',
}

function notOnThisDay(entry: CodeListEntry, today: PlainDate): Words {
  if (entry.to !== undefined && isPlainDate(entry.to) && entry.to <= today) {
    const day = showKnownDate(entry.to)
    return {
      vi: `${entry.label.vi} không còn dùng từ ${day}. Xin chọn lại.`,
      en: `${entry.label.en} is not used since ${day}. Please choose again.`,
    }
  }
  return {
    vi: `${entry.label.vi} chưa dùng trong ngày này. Xin chọn lại.`,
    en: `${entry.label.en} is not used yet. Please choose again.`,
  }
}
