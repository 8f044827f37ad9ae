import { find, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { read, type Condition } from '#values/condition.ts'
import { dateAt } from '#values/plain-date.ts'
import { unitName } from '#engines/directory/index.ts'
import { fieldAt, showField, showing } from '#engines/forms/contract.ts'
import { isResultFact, type ResultFacts } from '../procedure/check-results.ts'
import { isOfCase, lawsOn } from '../procedure/procedure.ts'
import type { Procedure, ResultTemplate } from '../declare.ts'
import { factsOf, type Dossier } from './dossier.ts'
import { decidingUnit } from './deciding-unit.ts'
import { notUndone } from './history.ts'
import type { ServicesParts } from '../parts.ts'
import { toFillIn } from './ready-result.ts'
import type { ResultContent } from './result.ts'

/** Of what may be empty in law, such as the father on the birth certificate of a child whose mother alone is declared. */
const leftEmpty = '(để trống)'

/**
 * The first text of a result: the template's blocks with the dossier's data in place of `{answers.path}` and of the facts that
 * `checkResults` knows. Values are put in as plain text, in Vietnamese. What the form did not ask, or allowed to be left out, is said
 * to be empty; what officials have to find out stays as dots, to be filled in by hand before it is decided.
 */
export async function composeResult(
  ctx: Context,
  parts: ServicesParts,
  dossier: Dossier,
  procedure: Procedure,
  template: ResultTemplate,
): Promise<ResultContent> {
  const lookups = await parts.lookups.on(ctx.tx, dateAt(dossier.filedAt))
  const view = showing('vi', lookups, dossier.answers, true)
  const facts: ResultFacts = {
    applicant: dossier.enterpriseName ?? dossier.applicantName,
    unit: await unitName(
      ctx.tx,
      await decidingUnit(ctx, dossier, procedure.process, template.outcome),
      dateAt(ctx.now()),
    ),
    code: dossier.code,
    filedAt: dateAt(dossier.filedAt).split('-').reverse().join('/'),
    procedure: procedure.name.vi,
    legalBasis: lawsOn(procedure, dateAt(ctx.now())).join('; '),
    reason: template.outcome === 'refused' ? await reasonOfRefusal(ctx, dossier.id) : '',
  }
  const valueOf = (name: string): string => {
    if (isResultFact(name)) return facts[name]
    const path = name.startsWith('answers.') ? name.slice('answers.'.length) : undefined
    const field = path === undefined || procedure.form === undefined ? undefined : fieldAt(procedure.form, path)?.field
    const lines = field === undefined || path === undefined ? [] : showField(field, read(dossier.answers, path), view)
    return lines.length === 0 ? leftEmpty : lines.join(', ')
  }
  const isHere = (part: { readonly when?: Condition | undefined }) => isOfCase(part, factsOf(dossier))
  const put = (text: string): string => text.replace(/\{([\w.]+)\}/g, (_, name: string) => valueOf(name))
  return {
    title: put(template.title.vi),
    blocks: template.blocks.filter(isHere).map((block) => {
      if ('paragraph' in block) return { paragraph: put(block.paragraph) }
      if ('fields' in block)
        return { fields: block.fields.filter(isHere).map(({ label, value }) => ({ label, value: put(value) })) }
      return { article: block.article, text: put(block.text) }
    }),
    recipients: template.recipients.map(put),
  }
}

/** Why a refusal was proposed, in the words of whoever proposed it last; dots to be filled in if nobody said. */
async function reasonOfRefusal(ctx: Context, dossierId: string): Promise<string> {
  const said = await find(
    ctx.tx,
    sql<{ reason: string }>`select detail->>'reason' as reason from services.dossier_event e
      where dossier_id = ${dossierId} and detail->>'proposal' = 'refuse' and ${notUndone} order by at desc, id desc limit 1`,
  )
  return said?.reason ?? toFillIn
}
