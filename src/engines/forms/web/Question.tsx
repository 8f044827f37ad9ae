import { say } from '#values/words.ts'
import { Field as Framed } from '#ui/portal/Field.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { typeOf, type Field } from '../field-types/index.ts'
import { isObject } from '../level.ts'
import { showField, showing } from '../show-field.ts'
import { factsBelow, isAsked } from '../visible.ts'
import { Answer } from './answers/index.tsx'
import { frameOf, type AnswerProps, type QuestionProps } from './drawing.ts'
import { Anchor, Frame } from './Frame.tsx'
import { GroupQuestion } from './GroupQuestion.tsx'
import { TableQuestion } from './TableQuestion.tsx'
import { words } from './words.ts'

/** One field of any type, with all that belongs to it. */
export function Question(props: QuestionProps) {
  const { field, name, bare } = props
  const type = typeOf(field)
  if (type.shape === 'leaf') return <Answer {...props} />
  if (type.shape === 'computed') return <Result {...props} />
  if (field.type === 'table') return <TableQuestion {...props} field={field} />
  if (type.shape === 'rows') {
    const row = (at: string, given: unknown) => (
      <Parts {...props} fields={type.parts(field)} name={at} value={given} about={undefined} />
    )
    return <GroupQuestion {...props} parts={row} />
  }
  if (field.type === 'statement') return <Statement {...props} field={field} />
  if (type.shape !== 'record') return null
  const parts = <Parts {...props} fields={type.parts(field)} />
  if (bare === true) return <Anchor id={name}>{parts}</Anchor>
  return (
    <Frame {...frameOf(props)} id={name}>
      {parts}
    </Frame>
  )
}

/** The parts of a person or of a row, each by its own condition. */
export function Parts({
  fields,
  name,
  value,
  drawing,
  facts,
  about,
}: AnswerProps & { readonly fields: readonly Field[] }) {
  const own = isObject(value) ? value : {}
  const below = factsBelow(fields, own, facts)
  return fields
    .filter((part) => isAsked(part, below))
    .map((part) => (
      <Question
        key={part.id}
        field={part}
        name={`${name}.${part.id}`}
        value={own[part.id]}
        drawing={drawing}
        facts={below}
        about={about && `${about}.${part.id}`}
      />
    ))
}

function Result(props: AnswerProps) {
  const { field, name, value, drawing, facts } = props
  const lines = showField(field, value, showing(drawing.language, drawing.lookups, facts, true))
  const { name: _, ...frame } = frameOf({ ...props, drawing: { ...drawing, filed: undefined } })
  return (
    <Framed {...frame} id={name}>
      <output id={name}>{lines.length > 0 ? <b>{lines.join(', ')}</b> : say(words.notYet, drawing.language)}</output>
    </Framed>
  )
}

function Statement({ field, drawing }: AnswerProps<Extract<Field, { type: 'statement' }>>) {
  return (
    <Notice title={say(field.label, drawing.language)}>
      {say(field.body, drawing.language)
        .split('\n')
        .map((line, at) => (
          <p key={at}>{line}</p>
        ))}
    </Notice>
  )
}
