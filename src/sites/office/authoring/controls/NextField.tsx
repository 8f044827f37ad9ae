import type { Words } from '#values/words.ts'
import { nextKinds, nextRows, type Control } from '#engines/services/contract.ts'
import type { Next } from '#engines/workflow/declare.ts'
import { Check, SelectField } from '#ui/office/Fields.tsx'
import { useSay } from '../../use-office.ts'
import { ConditionLine } from './ConditionField.tsx'
import type { ControlGiven } from './ControlField.tsx'

const words = {
  step: { vi: 'Bước', en: 'Step' },
  goesTo: { vi: 'thì sang', en: 'then' },
  otherwise: { vi: 'Còn lại thì sang', en: 'Otherwise' },
  several: { vi: 'Các bước làm cùng lúc', en: 'Steps side by side' },
  deep: {
    vi: 'Rẽ nhánh nhiều tầng, giữ nguyên. Muốn đổi thì nhờ quản trị hệ thống.',
    en: 'Branches too deep for this form; kept as they are.',
  },
} as const satisfies Record<string, Words>

/** What follows a step: one, several, or by case. */
export function NextField({ control, said, declaration, error, choices }: ControlGiven & { control: Control }) {
  const t = useSay()
  const rows = nextRows(said as unknown as Next | undefined)
  if (rows === undefined) {
    return (
      <fieldset className="edit-condition">
        <legend>{t(control.label)}</legend>
        <p className="quiet">{t(words.deep)}</p>
      </fieldset>
    )
  }
  const { path } = control
  const steps = [{ value: '', text: '…' }, ...choices('steps')]
  const cases = [...rows.cases, { field: '', op: 'is', value: '', to: '' }]
  return (
    <fieldset className="edit-condition">
      <legend>{t(control.label)}</legend>
      <SelectField
        name={`${path}.kind`}
        label={t(control.label)}
        labelUnseen
        value={rows.kind}
        options={nextKinds.map(({ value, text }) => ({ value, text: t(text) }))}
      />
      {rows.kind === 'several' &&
        choices('steps').map(({ value, text }) => (
          <Check key={value} name={`${path}.several`} value={value} checked={rows.several.includes(value)}>
            {text}
          </Check>
        ))}
      {rows.kind === 'cases' &&
        cases.map((row, at) => (
          <div key={`${at} ${row.field}`}>
            <ConditionLine name={`${path}.${at}`} row={row} declaration={declaration} on="dossier" />
            {row.field !== '' && (
              <SelectField name={`${path}.${at}.to`} label={t(words.goesTo)} value={row.to} options={steps} />
            )}
          </div>
        ))}
      {(rows.kind === 'one' || rows.kind === 'cases') && (
        <SelectField
          name={`${path}.to`}
          label={t(rows.kind === 'one' ? words.step : words.otherwise)}
          value={rows.to}
          options={steps}
        />
      )}
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  )
}
