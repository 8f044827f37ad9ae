import { fill, say } from '#values/words.ts'
import { Button, ButtonRow } from '#ui/portal/Button.tsx'
import { DataTable } from '#ui/portal/DataTable.tsx'
import { FieldGroup } from '#ui/portal/Field.tsx'
import { lowerFirst } from '#values/text.ts'
import { table, type TableField } from '../field-types/table/table.ts'
import { isObject } from '../level.ts'
import { factsBelow, isAsked } from '../visible.ts'
import { Cell } from './Cell.tsx'
import { frameOf, type AnswerProps } from './drawing.ts'
import { rowsDrawn } from './rows-drawn.ts'
import { words } from './words.ts'

/** Rows of values in columns; on a phone each row is a card. Its buttons are plain submits, as those of a group. */
export function TableQuestion(props: AnswerProps<TableField>) {
  const { field, name, value, drawing, facts } = props
  const { language } = drawing
  const { min, max } = table.limits(field)
  const rows = rowsDrawn(value, { min, max }, drawing.spareRow)
  const rowName = (at: number) => say(table.rowName(field, at), language)
  const { after: _, ...frame } = frameOf(props)
  const drawn = rows.map((given, at) => {
    const row = isObject(given) ? given : {}
    const below = factsBelow(field.columns, row, facts)
    const cells = field.columns.map((column) => {
      const cell = { field: column, name: `${name}.${at}.${column.id}`, value: row[column.id], drawing, facts: below }
      return [
        column.id,
        isAsked(column, below) ? <Cell key={column.id} {...cell} rowName={rowName(at)} /> : null,
      ] as const
    })
    const remove = (
      <Button kind="plain" icon="trash" name={`remove:${name}.${at}`}>
        {say(fill(words.remove, { name: lowerFirst(rowName(at)) }), language)}
      </Button>
    )
    return {
      ...Object.fromEntries(cells),
      id: `${name}.${at}`,
      remove: drawing.spareRow !== true && (rows.length > 1 || min === 0) ? remove : null,
    }
  })
  return (
    <FieldGroup {...frame} id={name}>
      <div>
        <DataTable
          caption={say(field.label, language)}
          captionUnseen
          columns={[
            ...field.columns.map((column) => ({
              key: column.id,
              title: say(column.label, language),
              number: column.type === 'computed',
            })),
            { key: 'remove', title: '', tight: true },
          ]}
          rows={drawn}
        />
        {drawing.spareRow !== true && rows.length < max && (
          <ButtonRow>
            <Button kind="secondary" icon="plus" name={`add:${name}`}>
              {say(fill(words.add, { name: say(words.row, language) }), language)}
            </Button>
          </ButtonRow>
        )}
      </div>
    </FieldGroup>
  )
}
