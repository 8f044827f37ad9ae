import { DateField as DateBoxes } from '#ui/portal/DateField.tsx'
import { TextField as TextInput } from '#ui/portal/TextField.tsx'
import type { DateField } from '../../field-types/date/date.ts'
import { frameOf, written, type AnswerProps } from '../drawing.ts'

/** A whole date in three boxes; a month or a year in one. */
export function DateAnswer(props: AnswerProps<DateField>) {
  const { field, about } = props
  const text = written(props)
  if (field.precision === 'month' || field.precision === 'year') {
    return (
      <TextInput
        {...frameOf(props)}
        value={text}
        inputMode="numeric"
        width="short"
        digits
        required={field.optional !== true}
      />
    )
  }
  return (
    <DateBoxes
      {...frameOf(props)}
      value={boxesOf(text)}
      autoComplete={about === 'person.birthDate' ? 'bday' : undefined}
    />
  )
}

/** `24/?/2020` → day, empty month, year; text without slashes goes where a year stands, so that it is seen. */
function boxesOf(text: string) {
  const [year = '', month = '', day = ''] = text.split('/').reverse()
  const box = (part: string) => (part === '?' ? '' : part)
  return { day: box(day), month: box(month), year: box(year) }
}
