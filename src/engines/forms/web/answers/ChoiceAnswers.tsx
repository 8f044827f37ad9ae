import { say } from '#values/words.ts'
import { CheckField, ChoiceCards } from '#ui/portal/ChoiceCards.tsx'
import { SelectField } from '#ui/portal/TextField.tsx'
import { optionsIn, type ChoiceField } from '../../field-types/choice/choice.ts'
import type { YesNoField } from '../../field-types/yes-no/yes-no.ts'
import { frameOf, type AnswerProps } from '../drawing.ts'
import { words } from '../words.ts'

/** More options than this are a list to open. */
const mostCards = 7

export function ChoiceAnswer(props: AnswerProps<ChoiceField>) {
  const { field, value, drawing } = props
  const { language, lookups } = drawing
  const options = optionsIn(field, lookups, lookups.today)
  const chosen = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
  if (field.many === true || (field.display ?? (options.length > mostCards ? 'list' : 'cards')) === 'cards') {
    const choices = options.map(({ code, label, hint }) => ({
      value: code,
      label: say(label, language),
      ...(language !== 'vi' && label.vi !== label.en && { labelInLaw: label.vi }),
      ...(hint !== undefined && { hint: say(hint, language) }),
    }))
    return (
      <ChoiceCards
        {...frameOf(props)}
        labelUnseen={props.repeatsTitle}
        kind={field.many === true ? 'several' : 'one'}
        choices={choices}
        chosen={chosen}
      />
    )
  }
  const list = [
    { value: '', text: say(words.choose, language) },
    ...options.map(({ code, label }) => ({ value: code, text: say(label, language) })),
  ]
  return (
    <SelectField
      {...frameOf(props)}
      value={chosen[0] ?? ''}
      options={list}
      width="half"
      required={field.optional !== true}
    />
  )
}

export function YesNoAnswer(props: AnswerProps<YesNoField>) {
  const { field, name, value, drawing } = props
  const { language, wrong } = drawing
  if (field.mustBeYes === true) {
    return (
      <CheckField name={name} checked={value === true} error={wrong.get(name)}>
        {say(field.label, language)}
      </CheckField>
    )
  }
  const choices = [
    { value: 'yes', label: say(words.yes, language) },
    { value: 'no', label: say(words.no, language) },
  ]
  return (
    <ChoiceCards
      {...frameOf(props)}
      labelUnseen={props.repeatsTitle}
      kind="one"
      choices={choices}
      chosen={value === true ? ['yes'] : value === false ? ['no'] : []}
    />
  )
}
