import type { Words } from '#values/words.ts'
import { fieldAt } from '#engines/forms/contract.ts'
import { finding, type Finding } from '#engines/workflow/declare.ts'
import type { Procedure, ResultTemplate } from './procedure-shape.ts'

/** What a placeholder may name beside `answers.…`: the facts that `composeResult` puts in. */
const resultFacts = ['applicant', 'unit', 'code', 'filedAt', 'procedure', 'legalBasis', 'reason'] as const

/** A value for each of them. */
export type ResultFacts = Readonly<Record<(typeof resultFacts)[number], string>>

/** Whether a placeholder names one of them. */
export const isResultFact = (name: string): name is keyof ResultFacts =>
  (resultFacts as readonly string[]).includes(name)

/** Whether this is a right in which somebody signs for an agency, as the printed layout takes it: `TM. ỦY BAN NHÂN DÂN`. */
export const isCapacity = (text: string): boolean => /^(TM|Q|KT|TL|TUQ)\. \S/.test(text)

/** Whether everything that results name can be filled in, and whether there is a paper for every way a dossier ends. */
export function checkResults(procedure: Procedure): Finding[] {
  const { results, process } = procedure
  const ids = results.map(({ id }) => id)
  const mayRefuse = Object.values(process?.steps ?? {}).some(({ may }) => may.includes('refuse'))
  return [
    ...(mayRefuse && !results.some(({ outcome }) => outcome === 'refused')
      ? [
          finding(
            'results',
            'có bước được từ chối nhưng chưa có mẫu văn bản từ chối',
            'a step may refuse, but there is no paper for it',
          ),
        ]
      : []),
    ...results.flatMap((result, index) => [
      ...(ids.indexOf(result.id) === index
        ? []
        : [finding(`results.${index}.id`, `mã ${result.id} đã dùng ở trên`, `the id ${result.id} is used above`)]),
      ...(result.when !== undefined || results.filter(({ outcome }) => outcome === result.outcome).length === 1
        ? []
        : [
            finding(
              `results.${index}.when`,
              'có nhiều mẫu cho cùng một kết quả: ghi rõ mẫu này dùng khi nào',
              'several papers have this outcome: say when it is this one',
            ),
          ]),
      ...(result.signer.capacity === undefined || isCapacity(result.signer.capacity)
        ? []
        : [
            finding(
              `results.${index}.signer.capacity`,
              'bắt đầu bằng TM., KT., Q., TL. hoặc TUQ., rồi của ai (Nghị định 30/2020/NĐ-CP, Điều 13)',
              'begins with TM., KT., Q., TL. or TUQ., then for whom (Decree 30/2020, art. 13)',
            ),
          ]),
      ...(result.blocks.length > 0
        ? []
        : [finding(`results.${index}.blocks`, 'văn bản chưa có nội dung', 'the paper says nothing')]),
      ...textsOf(result).flatMap(({ path, text }) => [
        ...wrongPlaceholders(procedure, text, `results.${index}.${path}`),
        ...tooLong(path, text).map((words) => ({ path: `results.${index}.${path}`, words })),
      ]),
    ]),
  ]
}

/** A printed block takes 20,000 letters, with the answers that are put in. */
export const longestText = 10_000

/** A title or a recipient is one line, of 500 letters at the most. */
const longestLine = 300

function tooLong(path: string, text: string): Words[] {
  const most = /^(title|recipients)/.test(path) ? longestLine : longestText
  if (text.length <= most) return []
  return [
    {
      vi: `dài quá ${most} chữ, bản in không nhận; rút ngắn, hoặc tách thành nhiều đoạn`,
      en: `is longer than ${most} letters, which is not printed; shorten it, or split it into several blocks`,
    },
  ]
}

function textsOf({ title, blocks, recipients }: ResultTemplate): { path: string; text: string }[] {
  return [
    { path: 'title', text: title.vi },
    ...blocks.flatMap((block, index) => {
      const path = `blocks.${index}`
      if ('paragraph' in block) return [{ path, text: block.paragraph }]
      if ('article' in block) return [{ path, text: block.text }]
      return block.fields.map(({ value }, at) => ({ path: `${path}.fields.${at}`, text: value }))
    }),
    ...recipients.map((text, index) => ({ path: `recipients.${index}`, text })),
  ]
}

function wrongPlaceholders({ form }: Procedure, text: string, path: string): Finding[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([whole, name = '']) => {
    if (isResultFact(name)) return []
    if (name.startsWith('answers.') && form !== undefined) {
      const field = fieldAt(form, name.slice('answers.'.length))?.field
      if (field !== undefined && field.type !== 'statement') return []
    }
    const known = ['answers.…', ...resultFacts].join(', ')
    return [
      finding(
        path,
        `không có gì để điền vào ${whole}; có: ${known}, và mẫu đơn phải có câu hỏi đó`,
        `nothing can be put in place of ${whole}; there are ${known}, and the form must have that question`,
      ),
    ]
  })
}
