import { say } from '#values/words.ts'
import { Icon } from '#ui/Icon.tsx'
import { optionsIn } from '../field-types/choice/choice.ts'
import { typeOf } from '../field-types/index.ts'
import type { SimpleField } from '../field-types/simple.ts'
import { showField, showing } from '../show-field.ts'
import { written, type AnswerProps } from './drawing.ts'
import { words } from './words.ts'

interface CellProps extends AnswerProps<SimpleField> {
  readonly rowName: string
}

/** One answer inside a table: the control alone, named by its column and row for those who do not see them. */
export function Cell(props: CellProps) {
  const { field, name, value, drawing, facts, rowName } = props
  const { language, lookups, wrong } = drawing
  if (typeOf(field).shape === 'computed') {
    return <output id={name}>{showField(field, value, showing(language, lookups, facts, true)).join(', ')}</output>
  }
  const error = wrong.get(name)
  const control = {
    id: name,
    name,
    'aria-label': `${say(field.label, language)}, ${rowName}`,
    'aria-invalid': error !== undefined || undefined,
    'aria-describedby': error === undefined ? undefined : `${name}-error`,
    className: 'input',
  }
  const options = optionsOf(props)
  return (
    <div>
      {error !== undefined && (
        <span className="error" id={`${name}-error`}>
          <Icon name="alert-circle" />
          <span>{error}</span>
        </span>
      )}
      {options === undefined ? (
        <input
          {...control}
          type="text"
          defaultValue={written(props)}
          inputMode={field.type === 'number' || field.type === 'money' ? 'decimal' : undefined}
        />
      ) : (
        <select {...control} multiple={field.type === 'choice' && field.many} defaultValue={chosen(props)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

function optionsOf({ field, drawing }: CellProps) {
  const { language, lookups } = drawing
  const none = { value: '', text: say(words.choose, language) }
  if (field.type === 'yes-no')
    return [none, { value: 'yes', text: say(words.yes, language) }, { value: 'no', text: say(words.no, language) }]
  if (field.type !== 'choice') return undefined
  const options = optionsIn(field, lookups, lookups.today).map(({ code, label }) => ({
    value: code,
    text: say(label, language),
  }))
  return field.many === true ? options : [none, ...options]
}

function chosen(props: CellProps): string | string[] {
  const { field, value } = props
  if (field.type === 'yes-no') return value === undefined ? '' : written(props)
  if (field.type === 'choice' && field.many === true)
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  return typeof value === 'string' ? value : ''
}
