import { z } from 'zod'
import { Condition } from '#values/condition.ts'
import { DeclaredWords } from './field-types/base.ts'
import { Field } from './field-types/index.ts'

/** One question page: one small group of fields. */
export const Page = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, { error: 'the id of a page stands in its address: small letters, digits, dashes' }),
  title: DeclaredWords,
  hint: DeclaredWords.optional(),
  when: Condition.optional(),
  fields: z.array(Field).max(30),
})
export type Page = z.infer<typeof Page>

/** An application form: pages in the order they are asked. The same before and after JSON. */
export const Form = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'the id of a form: small letters, digits, dashes' }),
  pages: z.array(Page).max(60),
})
export type Form = z.infer<typeof Form>

/** What was answered, by the ids of fields. Complete and typed once it was parsed without a problem. */
export type Answers = { readonly [field: string]: unknown }

/** Declares a form; `checkForm` checks it at start. */
export const defineForm = (form: Form): Form => form
