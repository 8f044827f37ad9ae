import { checkCondition, type CodeList, type Form } from '#engines/forms/declare.ts'
import { codeListsOf } from '#engines/forms/contract.ts'
import { finding, type Finding } from '#engines/workflow/declare.ts'
import type { Procedure } from './procedure-shape.ts'

/** Whether what is said of co-applicants fits the form: pages that are there, each once, and a condition on its questions. */
export function checkCoApplicants({ coApplicants }: Procedure, form: Form, codeLists: readonly CodeList[]): Finding[] {
  if (coApplicants === undefined) return []
  const { pages, when } = coApplicants
  const known = new Set(form.pages.map(({ id }) => id))
  return [
    ...pages.flatMap((page, index) => {
      const path = `coApplicants.pages.${index}`
      if (!known.has(page)) return [finding(path, `biểu mẫu không có trang ${page}`, `the form has no page ${page}`)]
      return pages.indexOf(page) === index
        ? []
        : [finding(path, `trang ${page} đã nêu ở trên`, `the page ${page} is named above`)]
    }),
    ...(when === undefined
      ? []
      : checkCondition(when, form, codeListsOf(...codeLists)).map((words) => ({ path: 'coApplicants.when', words }))),
  ]
}
