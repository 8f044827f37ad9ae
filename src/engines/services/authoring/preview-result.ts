import { fail } from '#values/errors.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Json } from '#values/layers.ts'
import { dateAt } from '#values/plain-date.ts'
import { fieldAt } from '#engines/forms/contract.ts'
import { Form } from '#engines/forms/declare.ts'
import type { ResultContent } from '../dossier/result.ts'
import type { ServicesParts } from '../parts.ts'
import { printForm } from '../print/print-form.ts'
import { authorityOf, resultBody } from '../print/result-body.ts'
import { letterheadOf, pdfFile } from '../print/sheet.ts'
import { isCapacity, isResultFact, longestText, type ResultFacts } from '../procedure/check-results.ts'
import { readAt } from './edit-declaration.ts'
import { exampleUnit } from './example-unit.ts'
import { nameIn } from './check-draft.ts'
import type { ProcedureDraft } from './procedure-draft.ts'

/** As long as the printer takes a line, with room for the notation. */
const longestLine = 400

/**
 * A result of a draft as the printer makes it, with made-up answers in its places: all blocks are shown, whatever their case. What is not
 * written yet stands as dots; not found when there is no such result.
 */
export async function previewResult(ctx: Context, parts: ServicesParts, draft: ProcedureDraft, number: number) {
  const template = readAt(draft.declaration, `results.${number}`) ?? fail('notFound')
  const today = dateAt(ctx.now())
  const unit = await exampleUnit(ctx.tx, draft.declaration, today)
  const put = filledBy(draft.declaration, unit?.name ?? 'Ủy ban nhân dân')
  const said = (path: string) => put(textAt(template, path)).slice(0, longestLine) || '…'
  const capacity = textAt(template, 'signer.capacity')
  const bytes = await printForm(parts.printer, 'result', {
    letterhead: await letterheadOf(ctx, parts, unit?.id, today, `…/${said('notation')}`),
    title: said('title.vi'),
    body: resultBody(listAt(template, 'blocks').map((block) => filledBlock(block, put))),
    signer: { authority: authorityOf(isCapacity(capacity) ? capacity : undefined), position: said('signer.position') },
    recipients: listAt(template, 'recipients').flatMap((one) => (typeof one === 'string' ? put(one) : [])),
  })
  return pdfFile(bytes, `xem-thu-${number}.pdf`)
}

function filledBlock(block: Json, put: (text: string) => string): ResultContent['blocks'][number] {
  if (readAt(block, 'fields') !== undefined) {
    const rows = listAt(block, 'fields')
    return { fields: rows.map((row) => ({ label: textAt(row, 'label') || '…', value: put(textAt(row, 'value')) })) }
  }
  if (readAt(block, 'article') !== undefined)
    return { article: textAt(block, 'article'), text: put(textAt(block, 'text')) }
  return { paragraph: put(textAt(block, 'paragraph')) || '…' }
}

const textAt = (value: Json, path: string): string => {
  const said = readAt(value, path)
  return typeof said === 'string' ? said : ''
}

const listAt = (value: Json, path: string): readonly Json[] => {
  const said = readAt(value, path)
  return Array.isArray(said) ? said : []
}

/** Puts an example, or the question itself, in each place; what nothing fills stays as it is, so that it is seen. */
function filledBy(declaration: Json, unit: string): (text: string) => string {
  const form = Form.safeParse(readAt(declaration, 'form'))
  const facts: ResultFacts = {
    applicant: 'Nguyễn Văn A',
    unit,
    code: 'H02.00-000000-0000',
    filedAt: '01/01/2021',
    procedure: nameIn(declaration).vi,
    legalBasis: [readAt(declaration, 'legalBasis')]
      .flat()
      .filter((law) => typeof law === 'string')
      .join('; '),
    reason: '…',
  }
  return (text) =>
    text.slice(0, longestText).replace(/\{([\w.]+)\}/g, (whole, name: string) => {
      if (isResultFact(name)) return facts[name]
      const field = form.success && name.startsWith('answers.') ? fieldAt(form.data, name.slice(8))?.field : undefined
      return field === undefined ? whole : (field.example ?? `“${field.label.vi}”`)
    })
}
