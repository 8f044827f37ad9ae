import { data } from 'react-router'
import { Problem } from '#values/errors.ts'
import { say, type Language } from '#values/words.ts'

/** What a page says where a sign-in was refused; anything else flies on. */
export function toldRefusal(error: unknown, language: Language) {
  if (!(error instanceof Problem)) throw error
  return data({ language, reason: say(error.words, language) }, { status: error.status })
}
