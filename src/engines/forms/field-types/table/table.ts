import { z } from 'zod'
import { fieldBase } from '../base.ts'
import type { RowsType } from '../field-type.ts'
import { mostRows } from '../group/group.ts'
import { SimpleField } from '../simple.ts'

/** Rows of simple values in columns: goods, prices. At least `min` rows (1, or 0 if optional), at most `max` (50). */
export const TableField = z.strictObject({
  ...fieldBase,
  type: z.literal('table'),
  columns: z.array(SimpleField).min(1).max(12),
  min: z.number().int().min(0).max(mostRows).optional(),
  max: z.number().int().min(1).max(mostRows).optional(),
})
export type TableField = z.infer<typeof TableField>

export const table: RowsType<TableField, SimpleField> = {
  shape: 'rows',
  type: 'table',
  schema: TableField,
  asTable: true,
  parts: (field) => field.columns,
  limits: (field) => ({
    min: field.min ?? (field.optional === true ? 0 : 1),
    max: field.max ?? Math.max(50, field.min ?? 0),
  }),
  rowName: (_field, index) => ({ vi: `Dòng ${index + 1}`, en: `Row ${index + 1}` }),
}
