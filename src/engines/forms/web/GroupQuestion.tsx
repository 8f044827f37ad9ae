import type { ReactNode } from 'react'
import { fill, say } from '#values/words.ts'
import { Button, ButtonRow } from '#ui/portal/Button.tsx'
import { Card } from '#ui/portal/Cards.tsx'
import { lowerFirst } from '#values/text.ts'
import { typeOf } from '../field-types/index.ts'
import { frameOf, type QuestionProps } from './drawing.ts'
import { Anchor, Frame } from './Frame.tsx'
import { rowsDrawn } from './rows-drawn.ts'
import { words } from './words.ts'

/** The same few questions for each of several things. Its buttons are plain submits: `add:children`, `remove:children.1`. */
export function GroupQuestion(props: QuestionProps & { readonly parts: (name: string, value: unknown) => ReactNode }) {
  const { field, name, value, drawing, bare, parts } = props
  const { language } = drawing
  const type = typeOf(field)
  if (type.shape !== 'rows') return null
  const { min, max } = type.limits(field)
  const rows = rowsDrawn(value, { min, max }, drawing.spareRow)
  const rowName = (at: number) => say(type.rowName(field, at), language)
  const frame = frameOf(props)
  const inside = (
    <>
      {rows.map((row, at) => (
        <div key={at} className="field" role="group" id={`${name}.${at}`} tabIndex={-1} aria-label={rowName(at)}>
          <Card title={rowName(at)}>
            {parts(`${name}.${at}`, row)}
            {drawing.spareRow !== true && (rows.length > 1 || min === 0) && (
              <Button kind="plain" icon="trash" name={`remove:${name}.${at}`}>
                {say(fill(words.remove, { name: lowerFirst(rowName(at)) }), language)}
              </Button>
            )}
          </Card>
        </div>
      ))}
      {drawing.spareRow !== true && rows.length < max && (
        <ButtonRow>
          <Button kind="secondary" icon="plus" name={`add:${name}`}>
            {say(fill(words.add, { name: lowerFirst(rowName(rows.length)) }), language)}
          </Button>
        </ButtonRow>
      )}
    </>
  )
  if (bare !== true)
    return (
      <Frame {...frame} id={name}>
        {inside}
      </Frame>
    )
  return (
    <Anchor id={name} error={frame.error}>
      {inside}
    </Anchor>
  )
}
