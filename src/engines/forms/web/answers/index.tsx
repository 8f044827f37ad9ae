import type { ReactNode } from 'react'
import type { Field } from '../../field-types/index.ts'
import type { AnswerProps } from '../drawing.ts'
import { ChoiceAnswer, YesNoAnswer } from './ChoiceAnswers.tsx'
import { CommuneAnswer } from './CommuneAnswer.tsx'
import { DateAnswer } from './DateAnswer.tsx'
import { LongTextAnswer, MoneyAnswer, NumberAnswer, TextAnswer } from './TextAnswers.tsx'

type Of<Type extends Field['type']> = (props: AnswerProps<Extract<Field, { type: Type }>>) => ReactNode

/** How each type that holds one value is asked. */
const answers: {
  readonly [Type in 'text' | 'long-text' | 'number' | 'money' | 'date' | 'choice' | 'yes-no' | 'commune']: Of<Type>
} = {
  text: TextAnswer,
  'long-text': LongTextAnswer,
  number: NumberAnswer,
  money: MoneyAnswer,
  date: DateAnswer,
  choice: ChoiceAnswer,
  'yes-no': YesNoAnswer,
  commune: CommuneAnswer,
}

/** One question with one answer. The component is that of the field's own type, so the wider type is safe. */
export function Answer(props: AnswerProps) {
  const Drawn = answers[props.field.type as keyof typeof answers] as (props: AnswerProps) => ReactNode
  return <Drawn {...props} />
}
