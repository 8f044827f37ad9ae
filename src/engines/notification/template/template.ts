import { find, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { TemplateKind, TemplateText } from './template-shape.ts'

export const templateColumns = sql`plain, accented, is_accented, channels, takes, is_urgent`

/** The template that counts on a day: the procedure's own before the one for all, of each the newest. */
export const findTemplate = (
  tx: Queries,
  kind: TemplateKind,
  procedureCode: string,
  day: PlainDate,
): Promise<TemplateText | undefined> =>
  find(
    tx,
    sql<TemplateText>`select ${templateColumns} from notification.template
      where kind = ${kind} and procedure_code in (${procedureCode}, '') and valid_from <= ${day}
      order by procedure_code = '', valid_from desc limit 1`,
  )
