import { say } from '#values/words.ts'
import { TextArea, TextField as TextInput } from '#ui/portal/TextField.tsx'
import type { LongTextField } from '../../field-types/long-text/long-text.ts'
import type { MoneyField } from '../../field-types/money/money.ts'
import type { NumberField } from '../../field-types/number/number.ts'
import { patterns } from '../../field-types/text/patterns/index.ts'
import type { TextField } from '../../field-types/text/text.ts'
import { frameOf, written, type AnswerProps } from '../drawing.ts'

/** What browsers may offer for answers about whoever fills in the form (WCAG 1.3.5). */
const autoComplete: Readonly<Record<string, string>> = {
  'person.fullName': 'name',
  'person.phone': 'tel',
  'person.email': 'email',
  'enterprise.name': 'organization',
}

export function TextAnswer(props: AnswerProps<TextField>) {
  const { field, name, drawing, about } = props
  const pattern = field.pattern === undefined ? undefined : patterns[field.pattern]
  const isCode = pattern !== undefined && pattern.isWords !== true
  return (
    <TextInput
      {...frameOf(props)}
      picture={drawing.pictures?.[name]}
      value={written(props)}
      required={field.optional !== true}
      inputMode={pattern?.keyboard}
      type={pattern?.keyboard === 'email' || pattern?.keyboard === 'tel' ? pattern.keyboard : 'text'}
      autoComplete={about === undefined ? undefined : autoComplete[about]}
      digits={isCode}
      width={isCode ? 'half' : 'full'}
    />
  )
}

export const LongTextAnswer = (props: AnswerProps<LongTextField>) => (
  <TextArea
    {...frameOf(props)}
    value={written(props)}
    rows={props.field.lines}
    required={props.field.optional !== true}
  />
)

export function NumberAnswer(props: AnswerProps<NumberField>) {
  const { field, drawing } = props
  return (
    <TextInput
      {...frameOf(props)}
      value={written(props)}
      inputMode={(field.decimals ?? 0) > 0 ? 'decimal' : 'numeric'}
      unit={field.unit && say(field.unit, drawing.language)}
      digits
      width="short"
      required={field.optional !== true}
    />
  )
}

export const MoneyAnswer = (props: AnswerProps<MoneyField>) => (
  <TextInput
    {...frameOf(props)}
    value={written(props)}
    inputMode="numeric"
    unit="₫"
    digits
    width="half"
    required={props.field.optional !== true}
  />
)
