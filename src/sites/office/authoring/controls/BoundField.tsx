import type { Words } from '#values/words.ts'
import { boundAsked, boundKinds, type Control } from '#engines/services/contract.ts'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { useSay } from '../../use-office.ts'
import { withSaid } from './ConditionLine.tsx'
import type { ControlGiven } from './ControlField.tsx'

const words = {
  date: { vi: 'Ngày', en: 'Day' },
  field: { vi: 'Câu trả lời', en: 'Answer' },
  days: { vi: 'Cộng thêm mấy ngày (số âm: lùi lại)', en: 'Days after it (negative: before)' },
} as const satisfies Record<string, Words>

/** The first or last day that may be answered: a fixed one, that of filing, or another answer, and days from it. */
export function BoundField({ control, said, error, choices }: ControlGiven & { control: Control }) {
  const t = useSay()
  const { path } = control
  const { kind, date, field, days } = boundAsked(said)
  const dates = withSaid(choices('dates'), field === '' ? [] : [field])
  return (
    <fieldset className="edit-condition">
      <legend>{t(control.label)}</legend>
      <SelectField
        name={`${path}.kind`}
        label={t(control.label)}
        labelUnseen
        value={kind}
        options={boundKinds.map(({ value, text }) => ({ value, text: t(text) }))}
      />
      {kind === 'date' && <TextField name={`${path}.date`} type="date" label={t(words.date)} value={date} />}
      {kind === 'field' && (
        <SelectField
          name={`${path}.field`}
          label={t(words.field)}
          value={field}
          options={[{ value: '', text: '…' }, ...dates]}
        />
      )}
      {(kind === 'today' || kind === 'field') && <TextField name={`${path}.days`} label={t(words.days)} value={days} />}
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  )
}
