import type { Words } from '#values/words.ts'
import { askedQuestions, readAt, type Control } from '#engines/services/contract.ts'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { useOffice, useSay } from '../../use-office.ts'
import { withSaid } from './ConditionLine.tsx'
import type { Choice, ControlGiven } from './ControlField.tsx'

const words = {
  at: { vi: 'Ở đâu', en: 'Where' },
  receiver: { vi: 'Nơi tiếp nhận', en: 'The receiving counter' },
  owner: { vi: 'Cơ quan giải quyết', en: 'The body that decides' },
  agency: { vi: 'Cơ quan khác của tỉnh', en: 'Another agency' },
  above: { vi: 'UBND cấp trên', en: 'The committee above' },
  area: { vi: 'UBND nơi ghi trong đơn', en: 'The committee of a place in the form' },
  key: { vi: 'Cơ quan', en: 'Agency' },
  tier: { vi: 'Cấp', en: 'Tier' },
  field: { vi: 'Câu hỏi về nơi', en: 'Question about the place' },
  division: { vi: 'Phòng', en: 'Division' },
  divisionHint: {
    vi: 'Phần cuối của mã phòng, như QLTM; nhiều mã cách nhau dấu phẩy.',
    en: 'The last part of its code; several with commas.',
  },
  function: { vi: 'Chức danh', en: 'Function' },
} as const satisfies Record<string, Words>

const units = ['owner', 'receiver', 'agency', 'above', 'area'] as const

/** Who acts in a step: where, in which division, as what. Never a person by name. */
export function ActorField({ control, said, declaration, error, choices }: ControlGiven & { control: Control }) {
  const t = useSay()
  const { language } = useOffice()
  const { path } = control
  const read = (name: string): string => {
    const found = said === undefined ? undefined : readAt(said, name)
    return Array.isArray(found) ? found.join(', ') : typeof found === 'string' ? found : ''
  }
  const unit = read('at.unit') || 'owner'
  const offered = (name: string, choices: readonly Choice[]) => [
    { value: '', text: '…' },
    ...withSaid(choices, read(name) === '' ? [] : [read(name)]),
  ]
  const places = askedQuestions(declaration)
    .filter(({ field, isColumn }) => field.type === 'commune' && !isColumn)
    .map(({ path: asked, label }) => ({ value: `answers.${asked}`, text: label[language] }))
  return (
    <fieldset className="edit-condition">
      <legend>{t(control.label)}</legend>
      <SelectField
        name={`${path}.unit`}
        label={t(words.at)}
        value={unit}
        options={units.map((value) => ({ value, text: t(words[value]) }))}
      />
      {unit === 'agency' && (
        <SelectField
          name={`${path}.key`}
          label={t(words.key)}
          value={read('at.key')}
          options={offered('at.key', choices('agencies'))}
        />
      )}
      {unit === 'above' && (
        <SelectField
          name={`${path}.tier`}
          label={t(words.tier)}
          value={read('at.tier')}
          options={offered('at.tier', choices('tiers'))}
        />
      )}
      {unit === 'area' && (
        <SelectField
          name={`${path}.field`}
          label={t(words.field)}
          value={read('at.field')}
          options={offered('at.field', places)}
        />
      )}
      {unit !== 'receiver' && (
        <TextField
          name={`${path}.division`}
          label={t(words.division)}
          hint={t(words.divisionHint)}
          value={read('at.division')}
        />
      )}
      <SelectField
        name={`${path}.function`}
        label={t(words.function)}
        value={read('function')}
        options={offered('function', choices('functions'))}
      />
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  )
}
