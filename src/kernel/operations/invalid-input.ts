import { z } from 'zod'
import type { ProblemPlace } from '#values/errors.ts'

const vietnamese = z.locales.vi().localeError
const english = z.locales.en().localeError

/** The places of a Zod refusal, each said in both languages. Values are not echoed. */
export function placesOf(error: z.ZodError): ProblemPlace[] {
  return error.issues.slice(0, 50).map((issue) => {
    const say = (locale: typeof english) => {
      const said = issue.code === 'custom' ? issue.message : locale({ ...issue, input: undefined })
      return typeof said === 'string' ? said : (said?.message ?? issue.message)
    }
    return { path: issue.path.join('.'), message: { vi: say(vietnamese), en: say(english) } }
  })
}
