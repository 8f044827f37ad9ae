import { Problem } from '#values/errors.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Json } from '#values/layers.ts'
import { dateAt } from '#values/plain-date.ts'
import { findUnitByCode } from '#engines/directory/index.ts'
import { fieldAt } from '#engines/forms/contract.ts'
import { Form } from '#engines/forms/declare.ts'
import { authoringProblems } from '../contract/authoring.ts'
import type { ResultTemplate as Template } from '../declare.ts'
import type { ServicesParts } from '../parts.ts'
import { printForm } from '../print/print-form.ts'
import { authorityOf, resultBody } from '../print/result-body.ts'
import { letterheadOf, pdfFile } from '../print/sheet.ts'
import { isResultFact, type ResultFacts } from '../procedure/check-results.ts'
import { ResultTemplate } from '../procedure/procedure-shape.ts'
import { readAt } from './edit-declaration.ts'
import { nameIn } from './check-draft.ts'
import type { ProcedureDraft } from './procedure-draft.ts'

/** A result of a draft as the printer makes it, with made-up answers in its places: all blocks are shown, whatever their case. */
export async function previewResult(ctx: Context, parts: ServicesParts, draft: ProcedureDraft, number: number) {
  const template = ResultTemplate.safeParse(readAt(draft.declaration, `results.${number}`))
  if (!template.success) throw new Problem('notThere', authoringProblems.notThere)
  const today = dateAt(ctx.now())
  const agency = readAt(draft.declaration, 'owner.agency')
  const unit = typeof agency === 'string' ? await findUnitByCode(ctx.tx, agency, today) : undefined
  const put = filledBy(draft.declaration, unit?.name ?? 'Ủy ban nhân dân')
  const { title, signer, recipients, notation } = template.data
  const bytes = await printForm(parts.printer, 'result', {
    letterhead: await letterheadOf(ctx, parts, unit?.id ?? '', today, `…/${notation}`),
    title: put(title.vi) || '…',
    body: resultBody(blocksOf(template.data, put)),
    signer: { authority: authorityOf(signer.capacity), position: signer.position || '…' },
    recipients: recipients.map(put),
  })
  return pdfFile(bytes, `xem-thu-${template.data.id || number}.pdf`)
}

const blocksOf = ({ blocks }: Template, put: (text: string) => string) =>
  blocks.map((block) => {
    if ('paragraph' in block) return { paragraph: put(block.paragraph) }
    if ('fields' in block) return { fields: block.fields.map(({ label, value }) => ({ label, value: put(value) })) }
    return { article: block.article, text: put(block.text) }
  })

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
    text.replace(/\{([\w.]+)\}/g, (whole, name: string) => {
      if (isResultFact(name)) return facts[name]
      const field = form.success && name.startsWith('answers.') ? fieldAt(form.data, name.slice(8))?.field : undefined
      return field === undefined ? whole : (field.example ?? `“${field.label.vi}”`)
    })
}
