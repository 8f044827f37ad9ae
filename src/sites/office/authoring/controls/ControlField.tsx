import type { Json } from '#values/layers.ts'
import { asTyped, readAt, type ChoiceOf, type Control } from '#engines/services/contract.ts'
import { Check, SelectField, TextField } from '#ui/office/Fields.tsx'
import { useSay } from '../../use-office.ts'
import { controlId } from '../editor-address.ts'
import { ActorField } from './ActorField.tsx'
import { BoundField } from './BoundField.tsx'
import { ConditionField } from './ConditionField.tsx'
import { withSaid } from './ConditionLine.tsx'
import { FormulaField } from './FormulaField.tsx'
import { LawsField } from './LawsField.tsx'
import { MemberAnswersField, MemberPapersField } from './MemberFields.tsx'
import { NextField } from './NextField.tsx'
import { PartsField, PartWordsField } from './PartsField.tsx'

export interface Choice {
  readonly value: string
  readonly text: string
}

/** What every control of the editor is drawn from. */
export interface ControlGiven {
  readonly control: Control
  /** What it says now; undefined where nothing is said. */
  readonly said: Json | undefined
  readonly declaration: Json
  /** The path of the element that says it. */
  readonly element: string
  /** Why it is wrong, if it is. */
  readonly error: string | undefined
  readonly choices: (of: ChoiceOf) => readonly Choice[]
}

/** One control by its kind; a hidden mark says that it was on the screen, so that what is left empty is known to be meant. */
export const ControlField = (given: ControlGiven) => (
  <div className="edit-control" id={controlId(given.control.path)}>
    <input type="hidden" name={`${given.control.path}:shown`} value="1" />
    <Drawn {...given} />
  </div>
)

const textOf = (said: Json | undefined): string =>
  typeof said === 'string' || typeof said === 'number' ? asTyped(said) : ''

function Drawn(given: ControlGiven) {
  const { control, said, error, choices } = given
  const t = useSay()
  const label = t(control.label)
  const common = {
    name: control.path,
    label,
    ...(control.hint && { hint: t(control.hint) }),
    ...(error !== undefined && { error }),
  }
  switch (control.as) {
    case 'text':
      return <TextField {...common} value={textOf(said)} />
    case 'number':
      return <TextField {...common} value={textOf(said)} />
    case 'date':
      return <TextField {...common} type="date" value={textOf(said)} />
    case 'long-text':
      return <TextField {...common} rows={5} value={textOf(said)} />
    case 'lines':
      return <TextField {...common} rows={3} value={Array.isArray(said) ? said.map(textOf).join('\n') : textOf(said)} />
    case 'division':
      return <TextField {...common} value={Array.isArray(said) ? said.map(textOf).join(', ') : textOf(said)} />
    case 'laws':
      return <LawsField {...given} control={control} />
    case 'tick':
      return (
        <Check name={control.path} checked={said === true}>
          {label}
        </Check>
      )
    case 'words':
      return <WordsField {...given} label={label} rows={control.rows} />
    case 'choice': {
      const options = typeof control.options === 'string' ? choices(control.options) : control.options.map(sayOption(t))
      const none = { value: '', text: control.none === undefined ? '…' : t(control.none) }
      return (
        <SelectField
          {...common}
          value={textOf(said)}
          options={[none, ...withSaid(options, said === undefined || said === '' ? [] : [textOf(said)])]}
        />
      )
    }
    case 'choices': {
      const options = typeof control.options === 'string' ? choices(control.options) : control.options.map(sayOption(t))
      const chosen = Array.isArray(said) ? said.map(String) : []
      return (
        <fieldset className="edit-choices">
          <legend>{label}</legend>
          {withSaid(options, chosen).map(({ value, text }) => (
            <Check key={value} name={control.path} value={value} checked={chosen.includes(value)}>
              {text}
            </Check>
          ))}
          {error !== undefined && <p className="field-error">{error}</p>}
        </fieldset>
      )
    }
    case 'condition':
      return <ConditionField {...given} control={control} />
    case 'actor':
      return <ActorField {...given} control={control} />
    case 'next':
      return <NextField {...given} control={control} />
    case 'bound':
      return <BoundField {...given} control={control} />
    case 'formula':
      return <FormulaField {...given} control={control} />
    case 'parts':
      return <PartsField {...given} control={control} />
    case 'part-words':
      return <PartWordsField {...given} control={control} />
    case 'member-answers':
      return <MemberAnswersField {...given} control={control} />
    case 'member-papers':
      return <MemberPapersField {...given} control={control} />
  }
}

const sayOption = (t: ReturnType<typeof useSay>) => (one: { value: string; text: { vi: string; en: string } }) => ({
  value: one.value,
  text: t(one.text),
})

function WordsField({ control, said, error, label, rows }: ControlGiven & { label: string; rows: number | undefined }) {
  const t = useSay()
  const read = (language: string) => textOf(said === undefined ? undefined : readAt(said, language))
  const [vi, en] = [read('vi'), read('en')]
  const lines = rows === undefined ? {} : { rows }
  return (
    <>
      <TextField
        name={`${control.path}.vi`}
        label={label}
        value={vi}
        {...lines}
        {...(control.hint && { hint: t(control.hint) })}
        {...(error !== undefined && { error })}
      />
      <TextField name={`${control.path}.en`} label={`${label} (English)`} value={en === vi ? '' : en} {...lines} />
    </>
  )
}
