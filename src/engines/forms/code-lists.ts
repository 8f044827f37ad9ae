import { z } from 'zod'
import { holdsOn, isPlainDate, type PlainDate } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import { DeclaredDate, DeclaredWords } from './field-types/base.ts'
import { PatternName } from './field-types/text/patterns/names.ts'

/** One value of a list, valid from a date on, up to but not including `to`. Codes are never used again for something else. */
export const CodeListEntry = z.strictObject({
  code: z.string().min(1).max(40),
  label: DeclaredWords,
  hint: DeclaredWords.optional(),
  /** Other names people know it by; typed text is matched against them too. */
  aliases: z.array(z.string().min(1)).optional(),
  /** The shape of the number that goes with this entry, such as 9 digits with a CMND. */
  pattern: PatternName.optional(),
  /** A number that the law ties to this entry in this period: a coefficient, a standard rate. */
  value: z.number().optional(),
  from: DeclaredDate.optional(),
  to: DeclaredDate.optional(),
})
export type CodeListEntry = z.infer<typeof CodeListEntry>

export const CodeList = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  title: DeclaredWords,
  entries: z.array(CodeListEntry).min(1),
})
export type CodeList = z.infer<typeof CodeList>

/** Declares a code list; checked at start with the other declarations. */
export const defineCodeList = (list: CodeList): CodeList => list

/** The entries that may be chosen on a date, in the order declared. */
export const optionsOn = (list: CodeList, on: PlainDate): CodeListEntry[] =>
  list.entries.filter((entry) => holdsOn(periodOf(entry), on))

/** The entry of a code, also one that has ended: an old dossier keeps the words of its time. */
export function findOption(list: CodeList, code: string, on?: PlainDate): CodeListEntry | undefined {
  const entries = list.entries.filter((entry) => entry.code === code)
  if (on === undefined) return entries.at(-1)
  return entries.find((entry) => holdsOn(periodOf(entry), on))
}

/** The entry that someone means by its code, its label in either language, or another name; tone marks may be missing. */
export function findOptionByText(entries: readonly CodeListEntry[], text: string): CodeListEntry | undefined {
  const exact = entries.find((entry) => [entry.code, entry.label.vi, entry.label.en].includes(text))
  if (exact !== undefined) return exact
  const wanted = fold(text)
  const near = entries.filter((entry) =>
    [entry.label.vi, entry.label.en, ...(entry.aliases ?? [])].some((name) => fold(name) === wanted),
  )
  return new Set(near.map((entry) => entry.code)).size === 1 ? near.at(-1) : undefined
}

const periodOf = (entry: CodeListEntry) => ({ from: dateOrNone(entry.from), to: dateOrNone(entry.to) })
const dateOrNone = (text: string | undefined) => (text !== undefined && isPlainDate(text) ? text : undefined)
