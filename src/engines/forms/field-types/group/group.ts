import { z } from 'zod'
import { fill } from '#values/words.ts'
import { DeclaredWords, fieldBase } from '../base.ts'
import type { RowsType } from '../field-type.ts'
import { ItemField } from '../item.ts'

/** More rows than this are not typed by hand; a longer list is an attached file. */
export const mostRows = 200

/** The same few fields for each of several things: children, vehicles. At least `min` rows (1, or 0 if optional), at most `max` (20). */
export const GroupField = z.strictObject({
  ...fieldBase,
  type: z.literal('group'),
  fields: z.array(ItemField).min(1).max(20),
  min: z.number().int().min(0).max(mostRows).optional(),
  max: z.number().int().min(1).max(mostRows).optional(),
  /** What one row is called: `Con`, or `Con thứ {number}`. */
  itemName: DeclaredWords,
})
export type GroupField = z.infer<typeof GroupField>

export const group: RowsType<GroupField, ItemField> = {
  shape: 'rows',
  type: 'group',
  schema: GroupField,
  asTable: false,
  parts: (field) => field.fields,
  limits: (field) => ({
    min: field.min ?? (field.optional === true ? 0 : 1),
    max: field.max ?? Math.max(20, field.min ?? 0),
  }),
  rowName({ itemName }, index) {
    const numbered = (text: string) => (text.includes('{number}') ? text : `${text} {number}`)
    return fill({ vi: numbered(itemName.vi), en: numbered(itemName.en) }, { number: index + 1 })
  },
}
