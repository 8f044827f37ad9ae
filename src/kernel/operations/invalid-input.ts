import { z } from 'zod'
import type { ProblemPlace } from '#values/errors.ts'
import type { Words } from '#values/words.ts'

const vietnamese = z.locales.vi().localeError
const english = z.locales.en().localeError

/** The places of a Zod refusal, each said in both languages. Values are not echoed. */
export const placesOf = (error: z.ZodError): ProblemPlace[] =>
  error.issues.slice(0, 50).map((issue) => ({ path: issue.path.join('.'), message: wordsOf(issue) }))

const wrongForm: Words = { vi: 'Chưa đúng dạng.', en: 'Not in the right form.' }

/** What the contract says itself (`vi · en`), else what Zod says; but what people type is spoken of in people's words. */
function wordsOf(issue: z.core.$ZodIssue): Words {
  const [vi, en] = issue.message.split(' · ')
  if (issue.code === 'custom' || en !== undefined) return { vi: vi as string, en: en ?? (vi as string) }
  if (issue.code === 'invalid_format' && issue.format === 'regex') return wrongForm
  if (issue.code === 'invalid_format' && issue.format === 'uuid') return notChosen
  if (issue.code === 'too_small' && issue.origin === 'string') return atLeast(Number(issue.minimum))
  if (issue.code === 'too_big' && issue.origin === 'string') return atMost(Number(issue.maximum))
  return { vi: saidBy(vietnamese, issue), en: saidBy(english, issue) }
}

/** Ids are never typed: they stand behind what is chosen. */
const notChosen: Words = { vi: 'Chưa chọn.', en: 'Nothing chosen.' }

const atLeast = (length: number): Words =>
  length <= 1
    ? { vi: 'Chưa điền.', en: 'Not filled in.' }
    : { vi: `Viết ít nhất ${length} chữ cái.`, en: `Write at least ${length} characters.` }

const atMost = (length: number): Words => ({
  vi: `Dài quá, nhiều nhất ${length} chữ cái.`,
  en: `Too long: at most ${length} characters.`,
})

function saidBy(locale: typeof english, issue: z.core.$ZodIssue): string {
  const said = locale({ ...issue, input: undefined })
  return typeof said === 'string' ? said : (said?.message ?? issue.message)
}
