import type { ProblemPlace } from '#values/errors.ts'
import { fill, say, type Language } from '#values/words.ts'
import { lowerFirst } from '#values/text.ts'
import type { Form } from '../form.ts'
import { fieldAt, type FieldAt } from '../paths.ts'
import { words } from './words.ts'

/** The error box of a page, as `QuestionPage` takes it: what is wrong in few words, each leading to its field. */
export function pageErrors(form: Form, places: readonly ProblemPlace[], language: Language) {
  if (places.length === 0) return undefined
  const list = places.map(({ path, message }) => {
    const found = fieldAt(form, path)
    const [first = ''] = say(message, language).split('. ')
    const short = first.replace(/\.$/, '')
    return { fieldId: path, text: found === undefined ? short : `${nameOf(found, language)}: ${lowerFirst(short)}` }
  })
  const title = list.length === 1 ? words.oneWrong : fill(words.manyWrong, { count: list.length })
  return { title: say(title, language), list }
}

/** The field's name without the person of whom the page's own title speaks. */
function nameOf({ page, label }: FieldAt, language: Language): string {
  const whose = `${say(page.title, language)} – `
  const name = say(label, language)
  return name.startsWith(whose) ? name.slice(whose.length) : name
}
