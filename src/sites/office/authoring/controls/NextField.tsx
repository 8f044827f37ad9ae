import type { Words } from '#values/words.ts'
import { casePress, nextKinds, nextRows, type Control, type NextCase } from '#engines/services/contract.ts'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { SelectField } from '#ui/office/Fields.tsx'
import { useSay } from '../../use-office.ts'
import { ConditionTree } from './ConditionField.tsx'
import { withSaid } from './ConditionLine.tsx'
import type { ControlGiven } from './ControlField.tsx'
import { TargetsField } from './TargetsField.tsx'

const words = {
  step: { vi: 'Bước', en: 'Step' },
  case: { vi: 'Trường hợp {number}: khi', en: 'Case {number}: when' },
  newCase: { vi: 'Thêm trường hợp: khi', en: 'Another case: when' },
  goesTo: { vi: 'thì sang', en: 'then' },
  otherwise: { vi: 'Còn lại thì sang', en: 'Otherwise' },
  several: { vi: 'Các bước làm cùng lúc', en: 'Steps side by side' },
  up: { vi: 'Xét trường hợp {number} trước', en: 'Try case {number} earlier' },
  drop: { vi: 'Bỏ trường hợp {number}', en: 'Take case {number} away' },
} as const satisfies Record<string, Words>

const emptyCase: NextCase = { if: { join: 'all', parts: [] }, to: [] }

/** What follows a step: one, several side by side, or by case the first whose condition holds. */
export function NextField({ control, said, error, choices, ...given }: ControlGiven & { control: Control }) {
  const t = useSay()
  const { kind, to, cases } = nextRows(said)
  const { path } = control
  const steps = choices('steps')
  return (
    <fieldset className="edit-condition">
      <legend>{t(control.label)}</legend>
      <SelectField
        name={`${path}.kind`}
        label={t(control.label)}
        labelUnseen
        value={kind}
        options={nextKinds.map(({ value, text }) => ({ value, text: t(text) }))}
      />
      {kind === 'cases' &&
        [...cases, emptyCase].map((way, at) => {
          const isNew = at === cases.length
          const number = at + 1
          return (
            <fieldset key={`${at} ${cases.length}`} className="edit-group">
              <legend>{t(isNew ? words.newCase : words.case, { number })}</legend>
              <ConditionTree {...given} name={`${path}.${at}.if`} tree={way.if} on="dossier" />
              {!isNew && (
                <>
                  <TargetsField name={`${path}.${at}.to`} label={t(words.goesTo)} to={way.to} steps={steps} />
                  <ActionRow>
                    {at > 0 && (
                      <Act
                        kind="link"
                        icon="arrow-up"
                        text={t(words.up, { number })}
                        name="do"
                        value={casePress('up', `${path}.${at}`)}
                      />
                    )}
                    <Act
                      kind="link"
                      icon="trash"
                      text={t(words.drop, { number })}
                      name="do"
                      value={casePress('drop', `${path}.${at}`)}
                    />
                  </ActionRow>
                </>
              )}
            </fieldset>
          )
        })}
      {kind === 'one' && (
        <SelectField
          name={`${path}.to`}
          label={t(words.step)}
          value={to[0] ?? ''}
          options={[{ value: '', text: '…' }, ...withSaid(steps, to)]}
        />
      )}
      {(kind === 'several' || kind === 'cases') && (
        <TargetsField
          name={`${path}.to`}
          label={t(kind === 'several' ? words.several : words.otherwise)}
          to={to}
          steps={steps}
        />
      )}
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  )
}
