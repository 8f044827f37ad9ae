import { find, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Outside } from '../delivery/outside.ts'
import type { TemplateKind, TemplateText } from './template-shape.ts'

export const templateColumns = sql`plain, accented, is_accented, channels, takes, is_urgent`

/**
 * What is told outside on a day: what administrators set for this procedure alone, before what its declaration says, before the template for
 * all. A declaration says words; how they go stays as the template for all has it.
 */
export async function findTemplate(
  tx: Queries,
  { template, procedureCode, own }: Pick<Outside, 'template' | 'procedureCode' | 'own'>,
  day: PlainDate,
): Promise<TemplateText | undefined> {
  const found = await findSet(tx, template, procedureCode, day)
  if (found === undefined) return undefined
  const { isOfAll, ...text } = found
  if (own === undefined || !isOfAll) return text
  return { ...text, plain: own.plain, accented: own.accented, isAccented: own.isAccented ?? false }
}

/** What is set for all or, before that, for this procedure alone; of each the newest. */
const findSet = (tx: Queries, kind: TemplateKind, procedureCode: string, day: PlainDate) =>
  find(
    tx,
    sql<
      TemplateText & { isOfAll: boolean }
    >`select ${templateColumns}, procedure_code = '' as is_of_all from notification.template
      where kind = ${kind} and procedure_code in (${procedureCode}, '') and valid_from <= ${day}
      order by procedure_code = '', valid_from desc limit 1`,
  )
