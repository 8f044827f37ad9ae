import type { Field } from './field-types/index.ts'
import type { Answers, Form } from './form.ts'
import { own } from './parse-answers.ts'
import { showField, type Showing } from './show-field.ts'

/** Whether the answers ask for the result to be sent, and not to be fetched at the counter. */
export const isResultSent = (form: Form, answers: Answers): boolean => addressField(form, answers) !== undefined

/** Where to, in one line; undefined where it is fetched. */
export function resultAddressOf(form: Form, answers: Answers, view: Showing): string | undefined {
  const field = addressField(form, answers)
  return field && showField(field, own(answers, field.id), view).join(', ')
}

const addressField = (form: Form, answers: Answers): Field | undefined =>
  form.pages
    .flatMap((page) => page.fields)
    .find((field) => field.sendsResult === true && own(answers, field.id) !== undefined)
