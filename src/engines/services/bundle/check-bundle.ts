import { fieldTypeWords } from '#engines/forms/contract.ts'
import type { Form, Paper } from '#engines/forms/declare.ts'
import { finding, type Finding } from '#engines/workflow/declare.ts'
import type { Procedure } from '../procedure/procedure-shape.ts'

/**
 * Whether everything that a member always asks for comes from somewhere: a question of the bundle of the same type, or what is
 * always answered, and a paper. What it asks in some cases only may never come up here; that shows with answers, in tests. Nothing
 * is said of a procedure that is no bundle.
 */
export function checkBundle({ bundle = [], form, papers }: Procedure, procedures: readonly Procedure[]): Finding[] {
  return bundle.flatMap((member, at) => {
    const procedure = procedures.find(({ code }) => code === member.code)
    const path = `bundle.${at}`
    if (procedure?.form === undefined || form === undefined)
      return [
        finding(
          `${path}.code`,
          member.code === ''
            ? 'chưa chọn thủ tục; chọn một'
            : `không có thủ tục ${member.code} nộp được; chọn thủ tục khác`,
          member.code === ''
            ? 'no procedure is chosen; choose one'
            : `no fileable procedure ${member.code}; choose another`,
        ),
      ]
    if (procedure.bundle !== undefined)
      return [
        finding(`${path}.code`, 'là một gói; chọn từng thủ tục trong gói ấy', 'is a bundle; choose its procedures'),
      ]
    const asked = fieldsOf(procedure.form)
    const own = fieldsOf(form)
    return [
      ...strays(Object.keys(member.answers), asked, `${path}.answers`),
      ...strays(Object.keys(member.papers), procedure.papers, `${path}.papers`),
      ...asked.flatMap(({ id, type, label, optional, when }) => {
        const source = member.answers[id] ?? id
        if (type === 'computed' || type === 'statement' || typeof source !== 'string') return []
        const from = own.find((field) => field.id === source)
        const mayBeLeft = optional === true || when !== undefined
        if (from?.type === type || (from === undefined && mayBeLeft && source === id)) return []
        return [
          finding(
            `${path}.answers.${id}`,
            `thủ tục ${member.code} hỏi “${label.vi}” mà gói chưa có câu trả lời; thêm câu “${source}” kiểu ${fieldTypeWords[type].vi}, hoặc chọn câu khác, hoặc chọn luôn trả lời giống nhau`,
            `no question "${source}" of type ${type} answers “${label.en}” of ${member.code}; add one, choose another, or what is always answered`,
          ),
        ]
      }),
      ...procedure.papers.flatMap((paper) => missingPaper(paper, papers, member.papers[paper.id] ?? paper.id, path)),
    ]
  })
}

const fieldsOf = (form: Form) => form.pages.flatMap(({ fields }) => fields)

const strays = (ids: readonly string[], known: readonly { readonly id: string }[], path: string): Finding[] =>
  ids
    .filter((id) => !known.some((one) => one.id === id))
    .map((id) =>
      finding(
        `${path}.${id}`,
        `thủ tục không hỏi "${id}"; chọn lại thủ tục, hoặc bỏ dòng này`,
        `the procedure does not ask for "${id}"`,
      ),
    )

const missingPaper = (paper: Paper, own: readonly Paper[], source: string, path: string): Finding[] =>
  paper.generated || paper.optional || paper.when !== undefined || own.some(({ id }) => id === source)
    ? []
    : [
        finding(
          `${path}.papers.${paper.id}`,
          `thủ tục này cần “${paper.name.vi}” mà gói không có giấy tờ "${source}"; thêm ở phần Giấy tờ, hoặc chọn giấy tờ khác`,
          `“${paper.name.en}” is needed, and the bundle has no paper "${source}"; add it, or choose another`,
        ),
      ]
