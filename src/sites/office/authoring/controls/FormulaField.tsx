import type { Words } from '#values/words.ts'
import { askedQuestions, formulaKinds, formulaRows, standsFor, type Control } from '#engines/services/contract.ts'
import { Check, SelectField, TextField } from '#ui/office/Fields.tsx'
import { useOffice, useSay } from '../../use-office.ts'
import { withSaid } from './ConditionLine.tsx'
import type { Choice, ControlGiven } from './ControlField.tsx'
import { useEntries } from './use-entries.ts'

const words = {
  term: { vi: 'Số thứ {number}', en: 'Number {number}' },
  fixed: { vi: 'hoặc số cố định', en: 'or a fixed number' },
  rows: { vi: 'Đếm dòng của', en: 'Rows of' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  inclusive: { vi: 'Tính cả ngày đầu và ngày cuối', en: 'Both ends counted' },
  birth: { vi: 'Ngày sinh', en: 'Date of birth' },
  on: { vi: 'Vào ngày', en: 'On' },
  date: { vi: 'Ngày', en: 'Date' },
  days: { vi: 'Cộng mấy ngày', en: 'Days' },
  list: { vi: 'Danh mục', en: 'Code list' },
  chosen: { vi: 'Dòng do câu nào chọn', en: 'The entry that an answer chooses' },
  code: { vi: 'hoặc luôn là dòng', en: 'or always the entry' },
  today: { vi: 'Ngày nộp đơn', en: 'The day of filing' },
} as const satisfies Record<string, Words>

/** How a value is worked out: of which answers, which dates, which list. Longer ones go through computed questions before. */
export function FormulaField({
  control,
  said,
  declaration,
  element,
  error,
  choices,
}: ControlGiven & { control: Control }) {
  const t = useSay()
  const { language } = useOffice()
  const { path } = control
  const rows = formulaRows(said)
  const questions = askedQuestions(declaration, element)
  const offered = (stands: (typeof standsFor)[keyof typeof standsFor]): readonly Choice[] =>
    questions.filter(stands).map((one) => ({ value: one.path, text: one.label[language] }))
  const today = { value: 'today', text: t(words.today) }
  const entries = useEntries()
  const select = (
    key: 'rows' | 'from' | 'to' | 'list' | 'chosen' | 'code',
    label: Words,
    options: readonly Choice[],
  ) => (
    <SelectField
      name={`${path}.${key}`}
      label={t(label)}
      value={rows[key]}
      options={[{ value: '', text: '…' }, ...withSaid(options, rows[key] === '' ? [] : [rows[key]])]}
    />
  )
  const dates = [today, ...offered(standsFor.dates)]
  return (
    <fieldset className="edit-condition" key={`${rows.kind} ${rows.terms.length}`}>
      <legend>{t(control.label)}</legend>
      <SelectField
        name={`${path}.kind`}
        label={t(control.label)}
        labelUnseen
        value={rows.kind}
        options={[{ value: '', text: '…' }, ...formulaKinds.map(({ value, text }) => ({ value, text: t(text) }))]}
      />
      {['sum', 'difference', 'product'].includes(rows.kind) &&
        [...rows.terms, { field: '', number: '' }].map(({ field, number }, at) => (
          <div key={at} className="edit-line">
            <SelectField
              name={`${path}.${at}.field`}
              label={t(words.term, { number: at + 1 })}
              value={field}
              options={[{ value: '', text: '…' }, ...withSaid(offered(standsFor.numbers), field === '' ? [] : [field])]}
            />
            {field === '' ? (
              <TextField name={`${path}.${at}.number`} label={t(words.fixed)} value={number} />
            ) : (
              <input type="hidden" name={`${path}.${at}.number`} value="" />
            )}
          </div>
        ))}
      {rows.kind === 'count' && select('rows', words.rows, offered(standsFor.rows))}
      {rows.kind === 'days' && (
        <>
          {select('from', words.from, dates)}
          {select('to', words.to, dates)}
          <Check name={`${path}.inclusive`} checked={rows.inclusive}>
            {t(words.inclusive)}
          </Check>
        </>
      )}
      {rows.kind === 'age' && (
        <>
          {select('from', words.birth, offered(standsFor.dates))}
          {select('to', words.on, dates)}
        </>
      )}
      {rows.kind === 'plusDays' && (
        <>
          {select('from', words.date, dates)}
          <TextField name={`${path}.days`} label={t(words.days)} value={rows.days} />
        </>
      )}
      {rows.kind === 'listed' && (
        <>
          {select('list', words.list, choices('code-lists'))}
          {select('chosen', words.chosen, offered(standsFor.chosen))}
          {rows.chosen === '' && select('code', words.code, entries(rows.list))}
          {select('to', words.on, dates)}
        </>
      )}
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  )
}
