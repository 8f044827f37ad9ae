import type { Words } from '#values/words.ts'
import { personParts } from '#engines/forms/contract.ts'
import { readAt, type Control } from '#engines/services/contract.ts'
import { SelectField } from '#ui/office/Fields.tsx'
import { useSay } from '../../use-office.ts'
import type { ControlGiven } from './ControlField.tsx'

const words = {
  no: { vi: 'Không hỏi', en: 'Not asked' },
  required: { vi: 'Bắt buộc', en: 'Required' },
  optional: { vi: 'Không bắt buộc', en: 'Optional' },
} as const satisfies Record<string, Words>

/** What is asked of a person, part by part. */
export function PartsField({ control, said, error }: ControlGiven & { control: Control }) {
  const t = useSay()
  const options = [
    { value: '', text: t(words.no) },
    { value: 'required', text: t(words.required) },
    { value: 'optional', text: t(words.optional) },
  ]
  return (
    <fieldset className="edit-condition">
      <legend>{t(control.label)}</legend>
      {Object.values(personParts).map(({ id, label }) => {
        const now = said === undefined ? undefined : readAt(said, id)
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
