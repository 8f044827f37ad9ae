import type { Words } from '#values/words.ts'
import { emptyLaw, lawRows, type Control } from '#engines/services/contract.ts'
import { FieldRow, TextField } from '#ui/office/Fields.tsx'
import { useSay } from '../../use-office.ts'
import type { ControlGiven } from './ControlField.tsx'

const words = {
  law: { vi: '{called} {number}', en: '{called} {number}' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến trước ngày', en: 'Up to, not including' },
} as const satisfies Record<string, Words>

/** The documents that a procedure goes by, each with its days where it has some; one empty line waits for another. */
export function LawsField({ control, said, error }: ControlGiven & { control: Control }) {
  const t = useSay()
  const rows = lawRows(said)
  const { path } = control
  return (
    <fieldset className="edit-condition" key={rows.length}>
      <legend>{t(control.label)}</legend>
      {[...rows, emptyLaw].map(({ law, from, to }, at) => (
        <div key={at} className="edit-line">
          <TextField
            name={`${path}.${at}.law`}
            label={t(words.law, { called: t(control.label), number: at + 1 })}
            labelUnseen
            value={law}
          />
          {law !== '' && (
            <details open={from !== '' || to !== ''}>
              <summary>
                {t(words.from)} – {t(words.to)}
              </summary>
              <FieldRow>
                <TextField name={`${path}.${at}.from`} type="date" label={t(words.from)} value={from} />
                <TextField name={`${path}.${at}.to`} type="date" label={t(words.to)} value={to} />
              </FieldRow>
            </details>
          )}
        </div>
      ))}
      {control.hint && <p className="field-hint">{t(control.hint)}</p>}
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  )
}
