import type { Condition } from '#values/condition.ts'
import type { Json } from '#values/layers.ts'
import { say, type Words } from '#values/words.ts'
import type { Form } from '#engines/forms/declare.ts'
import {
  askedBy,
  conditionRows,
  joins,
  operators,
  readAt,
  type ConditionRow,
  type Control,
} from '#engines/services/contract.ts'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { useOffice, useSay } from '../../use-office.ts'
import type { Choice, ControlGiven } from './ControlField.tsx'

const words = {
  always: { vi: 'Luôn luôn', en: 'Always' },
  question: { vi: 'Câu hỏi', en: 'Question' },
  how: { vi: 'Thế nào', en: 'How' },
  value: { vi: 'Giá trị', en: 'Value' },
  join: { vi: 'Nhiều dòng thì', en: 'Of several lines' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  deep: {
    vi: 'Điều kiện nhiều tầng, giữ nguyên: {text}',
    en: 'A nested condition, kept as it is: {text}',
  },
  proposal: { vi: 'Đề xuất của cán bộ', en: 'What officials propose' },
  channel: { vi: 'Kênh nộp', en: 'Channel' },
  place: { vi: 'Nơi nộp', en: 'Place' },
  grant: { vi: 'Đồng ý', en: 'Grant' },
  refuse: { vi: 'Từ chối', en: 'Refuse' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  counter: { vi: 'Tại quầy', en: 'At the counter' },
  post: { vi: 'Bưu chính', en: 'By post' },
} as const satisfies Record<string, Words>

/** When something holds, line by line; one empty line waits for more. */
export function ConditionField({
  control,
  said,
  declaration,
  error,
}: ControlGiven & { control: Control & { as: 'condition' } }) {
  const t = useSay()
  const lines = said === undefined ? { join: 'all' as const, rows: [] } : conditionRows(said as unknown as Condition)
  if (lines === undefined) {
    return (
      <fieldset className="edit-condition">
        <legend>{t(control.label)}</legend>
        <p className="quiet">{t(words.deep, { text: JSON.stringify(said) })}</p>
        {error !== undefined && <p className="field-error">{error}</p>}
      </fieldset>
    )
  }
  const rows: ConditionRow[] = [...lines.rows, { field: '', op: 'is', value: '' }]
  return (
    <fieldset className="edit-condition">
      <legend>{t(control.label)}</legend>
      {rows.map((row, at) => (
        <ConditionLine
          key={`${at} ${row.field}`}
          name={`${control.path}.${at}`}
          row={row}
          declaration={declaration}
          on={control.on}
        />
      ))}
      {lines.rows.length > 1 ? (
        <SelectField
          name={`${control.path}.join`}
          label={t(words.join)}
          value={lines.join}
          options={joins.map(({ value, text }) => ({ value, text: t(text) }))}
        />
      ) : (
        <input type="hidden" name={`${control.path}.join`} value="all" />
      )}
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  )
}

interface LineGiven {
  readonly name: string
  readonly row: ConditionRow
  readonly declaration: Json
  readonly on: 'answers' | 'dossier'
}

/** One comparison: which question, how, with what. Its options are offered where it has some. */
export function ConditionLine({ name, row, declaration, on }: LineGiven) {
  const t = useSay()
  const form = readAt(declaration, 'form') as unknown as Form | undefined
  const facts = useFacts(form, on)
  const values = useValues(form, row.field)
  const known = facts.some(({ value }) => value === row.field) || row.field === ''
  const options = [
    { value: '', text: t(words.always) },
    ...(known ? [] : [{ value: row.field, text: row.field }]),
    ...facts,
  ]
  const withoutValue = row.field === '' || row.op === 'given' || row.op === 'missing'
  return (
    <div className="edit-line">
      <SelectField name={`${name}.field`} label={t(words.question)} labelUnseen value={row.field} options={options} />
      {row.field === '' ? (
        <input type="hidden" name={`${name}.op`} value={row.op} />
      ) : (
        <SelectField
          name={`${name}.op`}
          label={t(words.how)}
          labelUnseen
          value={row.op}
          options={operators.map(({ value, text }) => ({ value, text: t(text) }))}
        />
      )}
      {withoutValue ? (
        <input type="hidden" name={`${name}.value`} value={row.value} />
      ) : values.length > 0 && row.op !== 'in' ? (
        <SelectField
          name={`${name}.value`}
          label={t(words.value)}
          labelUnseen
          value={row.value}
          options={[{ value: '', text: '…' }, ...values]}
        />
      ) : (
        <TextField name={`${name}.value`} label={t(words.value)} labelUnseen value={row.value} />
      )}
    </div>
  )
}

/** Everything that a condition may look at, by what people read. */
function useFacts(form: Form | undefined, on: 'answers' | 'dossier'): Choice[] {
  const { language } = useOffice()
  const t = useSay()
  const prefix = on === 'dossier' ? 'answers.' : ''
  const pages = Array.isArray(form?.pages) ? form.pages : []
  const questions = pages.flatMap((page) =>
    (Array.isArray(page.fields) ? page.fields : [])
      .filter(({ type }) => type !== 'statement' && type !== 'group' && type !== 'table')
      .map((field) => ({ value: `${prefix}${field.id}`, text: say(field.label, language) || field.id })),
  )
  const others = (['proposal', 'channel', 'place'] as const).map((value) => ({ value, text: t(words[value]) }))
  return on === 'dossier' ? [...questions, ...others] : questions
}

function useValues(form: Form | undefined, name: string): Choice[] {
  const { language } = useOffice()
  const t = useSay()
  const named = (values: readonly ('grant' | 'refuse' | 'online' | 'counter' | 'post')[]) =>
    values.map((value) => ({ value, text: t(words[value]) }))
  if (name === 'proposal') return named(['grant', 'refuse'])
  if (name === 'channel') return named(['online', 'counter', 'post'])
  const field = askedBy(name, form)
  if (field?.type === 'yes-no')
    return [
      { value: 'true', text: t(words.yes) },
      { value: 'false', text: t(words.no) },
    ]
  if (field?.type !== 'choice' || !Array.isArray(field.options)) return []
  return field.options.map(({ value, label }) => ({ value, text: say(label, language) || value }))
}
