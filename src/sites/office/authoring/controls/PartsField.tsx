import type { Words } from '#values/words.ts'
import { enterpriseParts, personParts } from '#engines/forms/contract.ts'
import { readAt, type Control } from '#engines/services/contract.ts'
import type { Json } from '#values/layers.ts'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { useSay } from '../../use-office.ts'
import type { ControlGiven } from './ControlField.tsx'

const words = {
  no: { vi: 'Không hỏi', en: 'Not asked' },
  required: { vi: 'Bắt buộc', en: 'Required' },
  optional: { vi: 'Không bắt buộc', en: 'Optional' },
} as const satisfies Record<string, Words>

interface Part {
  readonly id: string
  readonly label: Words
}

/** What can be asked of a person, or of an enterprise. */
const partsOf = (declaration: Json, element: string): readonly Part[] =>
  Object.values(readAt(declaration, `${element}.type`) === 'enterprise' ? enterpriseParts : personParts)

/** What is asked of a person or an enterprise, part by part. */
export function PartsField({ control, said, declaration, element, error }: ControlGiven & { control: Control }) {
  const t = useSay()
  const options = [
    { value: '', text: t(words.no) },
    { value: 'required', text: t(words.required) },
    { value: 'optional', text: t(words.optional) },
  ]
  return (
    <fieldset className="edit-condition">
      <legend>{t(control.label)}</legend>
      {partsOf(declaration, element).map(({ id, label }) => {
        // Where nothing is said everything is asked.
        const now = said === undefined ? 'required' : readAt(said, id)
        return (
          <div key={id}>
            <input type="hidden" name={`${control.path}.asked`} value={id} />
            <SelectField
              name={`${control.path}.${id}`}
              label={t(label)}
              value={typeof now === 'string' ? now : ''}
              options={options}
            />
          </div>
        )
      })}
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  )
}

/** What the parts that are asked are called here, where it is not the usual name. */
export function PartWordsField({ control, said, declaration, element, error }: ControlGiven & { control: Control }) {
  const t = useSay()
  const read = (path: string): string => {
    const text = said === undefined ? undefined : readAt(said, path)
    return typeof text === 'string' ? text : ''
  }
  const asked = readAt(declaration, `${element}.parts`)
  const shown = partsOf(declaration, element).filter(
    ({ id }) => asked === undefined || readAt(asked, id) !== undefined || read(`${id}.vi`) !== '',
  )
  return (
    <details className="edit-condition" open={said !== undefined}>
      <summary>{t(control.label)}</summary>
      {control.hint && <p className="field-hint">{t(control.hint)}</p>}
      {shown.map(({ id, label }) => {
        const [vi, en] = [read(`${id}.vi`), read(`${id}.en`)]
        return (
          <div key={id} className="edit-line">
            <input type="hidden" name={`${control.path}.asked`} value={id} />
            <TextField name={`${control.path}.${id}.vi`} label={t(label)} value={vi} />
            <TextField name={`${control.path}.${id}.en`} label={`${t(label)} (English)`} value={en === vi ? '' : en} />
          </div>
        )
      })}
      {error !== undefined && <p className="field-error">{error}</p>}
    </details>
  )
}
