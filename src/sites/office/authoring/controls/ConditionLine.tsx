import {
  askedQuestions,
  dossierFacts,
  operators,
  questionAt,
  standsFor,
  valuesIn,
  type AskedQuestion,
  type ConditionRow,
} from '#engines/services/contract.ts'
import { say, type Words } from '#values/words.ts'
import { Check, SelectField, TextField } from '#ui/office/Fields.tsx'
import { useOffice, useSay } from '../../use-office.ts'
import type { Choice, ControlGiven } from './ControlField.tsx'
import { useEntries } from './use-entries.ts'

const words = {
  always: { vi: 'Luôn luôn', en: 'Always' },
  more: { vi: 'Thêm dòng…', en: 'Another line…' },
  question: { vi: 'Câu hỏi', en: 'Question' },
  how: { vi: 'Thế nào', en: 'How' },
  value: { vi: 'Giá trị', en: 'Value' },
  several: { vi: 'Các giá trị, cách nhau dấu phẩy', en: 'Values, with commas between' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
} as const satisfies Record<string, Words>

interface LineGiven extends Pick<ControlGiven, 'declaration' | 'element'> {
  readonly name: string
  readonly row: ConditionRow
  readonly on: 'answers' | 'dossier'
}

/** One comparison: which question, how, with what. Its options are offered where it has some. */
export function ConditionLine({ name, row, declaration, element, on }: LineGiven) {
  const t = useSay()
  const questions = askedQuestions(declaration, element)
  const facts = useFacts(questions, on)
  const isKnown = facts.some(({ value }) => value === row.field) || row.field === ''
  const isFirst = name.split('.').at(-1) === '0'
  const options = [
    { value: '', text: t(isFirst ? words.always : words.more) },
    ...(isKnown ? [] : [{ value: row.field, text: row.field }]),
    ...facts,
  ]
  return (
    <>
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
      <Value key={row.op} name={`${name}.value`} row={row} questions={questions} />
    </>
  )
}

interface ValueGiven {
  readonly name: string
  readonly row: ConditionRow
  readonly questions: readonly AskedQuestion[]
}

function Value({ name, row: { field, op, value }, questions }: ValueGiven) {
  const t = useSay()
  const known = useValues(questions, field)
  if (field === '' || op === 'given' || op === 'missing') return <input type="hidden" name={name} value={value} />
  const said = op === 'in' ? valuesIn(value) : value === '' ? [] : [value]
  const offered = known.length === 0 ? [] : withSaid(known, said)
  if (op === 'in')
    return offered.length === 0 ? (
      <TextField name={name} label={t(words.several)} labelUnseen placeholder={t(words.several)} value={value} />
    ) : (
      <fieldset className="edit-choices">
        <legend className="unseen">{t(words.value)}</legend>
        {offered.map((one) => (
          <Check key={one.value} name={name} value={one.value} checked={said.includes(one.value)}>
            {one.text}
          </Check>
        ))}
      </fieldset>
    )
  return offered.length > 0 ? (
    <SelectField
      name={name}
      label={t(words.value)}
      labelUnseen
      value={value}
      options={[{ value: '', text: '…' }, ...offered]}
    />
  ) : (
    <TextField name={name} label={t(words.value)} labelUnseen value={value} />
  )
}

/** What may be chosen, and what stands though it is no choice any more: it is the reader's to change. */
export const withSaid = (choices: readonly Choice[], said: readonly string[]): readonly Choice[] => [
  ...choices,
  ...said.filter((one) => !choices.some(({ value }) => value === one)).map((value) => ({ value, text: value })),
]

/** Everything that a condition may look at, by what people read. */
function useFacts(questions: readonly AskedQuestion[], on: 'answers' | 'dossier'): readonly Choice[] {
  const { language } = useOffice()
  const t = useSay()
  const prefix = on === 'dossier' ? 'answers.' : ''
  const asked = questions
    .filter(standsFor.answers)
    .map(({ path, label }) => ({ value: `${prefix}${path}`, text: label[language] }))
  const others = dossierFacts.map(({ value, text }) => ({ value, text: t(text) }))
  return on === 'dossier' ? [...asked, ...others] : asked
}

function useValues(questions: readonly AskedQuestion[], name: string): readonly Choice[] {
  const { language } = useOffice()
  const t = useSay()
  const listed = useEntries()
  const fact = dossierFacts.find(({ value }) => value === name)
  if (fact !== undefined) return fact.values.map(({ value, text }) => ({ value, text: t(text) }))
  const field = questionAt(questions, name)
  if (field?.type === 'yes-no')
    return [
      { value: 'true', text: t(words.yes) },
      { value: 'false', text: t(words.no) },
    ]
  if (field?.type !== 'choice') return []
  if (!Array.isArray(field.options)) return listed(field.codeList)
  return field.options.map(({ value, label }) => ({ value, text: say(label, language) || value }))
}
