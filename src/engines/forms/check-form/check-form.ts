import type { z } from 'zod'
import type { Condition } from '#values/condition.ts'
import type { ProblemPlace } from '#values/errors.ts'
import type { Words } from '#values/words.ts'
import type { Field } from '../field-types/index.ts'
import { typeOf } from '../field-types/index.ts'
import { Form } from '../form.ts'
import { Paper } from '../paper.ts'
import { wrongCondition, type CodeLists } from './conditions.ts'
import { wrongField } from './fields.ts'
import type { Scope } from './scope.ts'
import { teach } from './words.ts'

/**
 * What is wrong with a declared form, in words that teach; nothing if it may be used. Paths are those of the declaration:
 * `pages.0.fields.2.when`. Code lists are looked up where they are given.
 */
export function checkForm(declared: unknown, codeLists?: CodeLists): ProblemPlace[] {
  const read = Form.safeParse(declared)
  if (!read.success) return read.error.issues.map(inWords)
  const form = read.data
  const places: ProblemPlace[] = []
  if (form.pages.length === 0) places.push({ path: 'pages', message: teach.noPages })
  places.push(...duplicates(form.pages, (index) => `pages.${index}.id`))

  const all = form.pages.flatMap((page) => page.fields)
  const earlier: Field[] = []
  form.pages.forEach((page, index) => {
    const path = `pages.${index}`
    const scope: Scope = { earlier: [earlier], all: [all] }
    if (page.fields.length === 0) places.push({ path: `${path}.fields`, message: teach.emptyPage(page.id) })
    if (page.when !== undefined) {
      for (const message of wrongCondition(page.when, scope, codeLists)) places.push({ path: `${path}.when`, message })
    }
    page.fields.forEach((field, at) => {
      const fieldPath = `${path}.fields.${at}`
      if (earlier.some((other) => other.id === field.id))
        places.push({ path: `${fieldPath}.id`, message: teach.duplicate(field.id) })
      places.push(...wrongField(field, fieldPath, scope, codeLists), ...wrongRows(field, fieldPath, scope, codeLists))
      earlier.push(field)
    })
  })
  return places
}

/** What is wrong with the papers of a procedure whose answers come from a form. */
export function checkPapers(declared: unknown, form: Form, codeLists?: CodeLists): ProblemPlace[] {
  const read = Paper.array().safeParse(declared)
  if (!read.success) return read.error.issues.map(inWords)
  const fields = form.pages.flatMap((page) => page.fields)
  const scope: Scope = { earlier: [fields], all: [fields] }
  return [
    ...duplicates(read.data, (index) => `${index}.id`),
    ...read.data.flatMap((paper, index) =>
      (paper.when === undefined ? [] : wrongCondition(paper.when, scope, codeLists)).map((message) => ({
        path: `${index}.when`,
        message,
      })),
    ),
  ]
}

/** What is wrong with a condition that looks at the answers of a form from outside it, such as that of a fee. */
export function checkCondition(condition: Condition, form: Form, codeLists?: CodeLists): Words[] {
  const fields = form.pages.flatMap((page) => page.fields)
  return wrongCondition(condition, { earlier: [fields], all: [fields] }, codeLists)
}

/** Fields in a row see those before them in the row, then those outside. */
function wrongRows(field: Field, path: string, outer: Scope, codeLists: CodeLists): ProblemPlace[] {
  const type = typeOf(field)
  if (type.shape !== 'rows') return []
  const parts = type.parts(field)
  const name = `${path}.${field.type === 'table' ? 'columns' : 'fields'}`
  const earlier: Field[] = []
  const scope: Scope = { earlier: [earlier, ...outer.earlier], all: [parts, ...outer.all] }
  return [
    ...duplicates(parts, (index) => `${name}.${index}.id`),
    ...parts.flatMap((part, index) => {
      const places = wrongField(part, `${name}.${index}`, scope, codeLists)
      if (part.prefill !== undefined) places.push({ path: `${name}.${index}.prefill`, message: teach.prefillInRows })
      earlier.push(part)
      return places
    }),
  ]
}

const duplicates = (things: readonly { readonly id: string }[], path: (index: number) => string): ProblemPlace[] =>
  things.flatMap(({ id }, index) =>
    things.findIndex((other) => other.id === id) < index ? [{ path: path(index), message: teach.duplicate(id) }] : [],
  )

/** A message of the schema, with where it stands. */
function inWords(issue: z.core.$ZodIssue): ProblemPlace {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ')
    return {
      path,
      message: {
        vi: `Không có mục ${keys} ở đây. Xem grammar trong declare.ts.`,
        en: `There is no ${keys} here. See the grammar in declare.ts.`,
      },
    }
  }
  return {
    path,
    message: { vi: `Khai báo chưa đúng: ${issue.message}`, en: `Not a valid declaration: ${issue.message}` },
  }
}
