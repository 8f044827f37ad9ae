import { say, type Words } from '#values/words.ts'
import { alwaysSame, askedQuestions, memberSource, readAt, type Control } from '#engines/services/contract.ts'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { useOffice, useSay } from '../../use-office.ts'
import { useEditor } from '../use-editor.ts'
import { withSaid } from './ConditionLine.tsx'
import type { Choice, ControlGiven } from './ControlField.tsx'

const words = {
  chooseFirst: { vi: 'Chọn thủ tục trước.', en: 'Choose the procedure first.' },
  sameName: { vi: 'Câu cùng tên dữ liệu: {label}', en: 'The one of the same data name: {label}' },
  samePaper: { vi: 'Giấy tờ cùng tên dữ liệu: {label}', en: 'The one of the same data name: {label}' },
  nothing: { vi: 'Chưa lấy từ đâu', en: 'From nowhere' },
  always: { vi: 'Luôn là: {answer}', en: 'Always: {answer}' },
  alwaysTyped: { vi: 'Luôn trả lời giống nhau', en: 'Always the same answer' },
  answer: { vi: 'Luôn trả lời', en: 'Always answered' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  required: { vi: '{label} (bắt buộc)', en: '{label} (required)' },
} as const satisfies Record<string, Words>

/** What the procedure that is filed with others asks for, as it is in force. */
function useMember({ declaration, element }: Pick<ControlGiven, 'declaration' | 'element'>) {
  const { draft } = useEditor()
  const code = readAt(declaration, `${element}.code`)
  return draft.choices.members.find((one) => one.code === code)
}

/** For each question of a member the question of the bundle that answers it, or what is always answered. */
export function MemberAnswersField({
  control,
  said,
  declaration,
  element,
  error,
}: ControlGiven & { control: Control }) {
  const t = useSay()
  const { language } = useOffice()
  const member = useMember({ declaration, element })
  const own = askedQuestions(declaration).filter(({ path }) => !path.includes('.'))
  if (member === undefined) return <p className="quiet">{t(words.chooseFirst)}</p>
  return (
    <fieldset className="edit-condition">
      <legend>{t(control.label)}</legend>
      {member.questions.map(({ id, type, label, options, isRequired }) => {
        const source = memberSource(said === undefined ? undefined : readAt(said, id))
        const same = own.find(({ path, field }) => path === id && field.type === type)
        const fixed: readonly Choice[] =
          type === 'yes-no'
            ? [
                { value: `${alwaysSame}true`, text: t(words.always, { answer: t(words.yes) }) },
                { value: `${alwaysSame}false`, text: t(words.always, { answer: t(words.no) }) },
              ]
            : options.map((one) => ({
                value: `${alwaysSame}${one.value}`,
                text: t(words.always, { answer: say(one.label, language) }),
              }))
        const isTyped = ['text', 'long-text', 'number', 'money', 'date'].includes(type)
        const chosen = isTyped && source.startsWith(alwaysSame) ? alwaysSame : source
        const sources: readonly Choice[] = [
          {
            value: '',
            text: same === undefined ? t(words.nothing) : t(words.sameName, { label: same.label[language] }),
          },
          ...own
            .filter(({ path, field }) => field.type === type && path !== id)
            .map(({ path, label: asked }) => ({ value: path, text: asked[language] })),
          ...fixed,
          ...(isTyped ? [{ value: alwaysSame, text: t(words.alwaysTyped) }] : []),
        ]
        const name = `${control.path}.${id}`
        const called = isRequired ? t(words.required, { label: say(label, language) }) : say(label, language)
        return (
          <div key={id} className="edit-line">
            <input type="hidden" name={`${control.path}.asked`} value={id} />
            <input type="hidden" name={`${name}.type`} value={type} />
            <SelectField name={name} label={called} value={chosen} options={withSaid(sources, [chosen])} />
            {chosen === alwaysSame && (
              <TextField name={`${name}.always`} label={t(words.answer)} value={source.slice(alwaysSame.length)} />
            )}
          </div>
        )
      })}
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  )
}

/** For each paper of a member the paper of the bundle that goes with it. */
export function MemberPapersField({ control, said, declaration, element, error }: ControlGiven & { control: Control }) {
  const t = useSay()
  const { language } = useOffice()
  const member = useMember({ declaration, element })
  if (member === undefined) return null
  const papers = (readAt(declaration, 'papers') as readonly { id: string; name: Words }[] | undefined) ?? []
  const own = papers.map(({ id, name }) => ({ value: id, text: say(name, language) || id }))
  return (
    <fieldset className="edit-condition">
      <legend>{t(control.label)}</legend>
      {member.papers.map(({ id, name, isRequired }) => {
        const source = memberSource(said === undefined ? undefined : readAt(said, id))
        const same = own.find(({ value }) => value === id)
        const called = isRequired ? t(words.required, { label: say(name, language) }) : say(name, language)
        const none = {
          value: '',
          text: same === undefined ? t(words.nothing) : t(words.samePaper, { label: same.text }),
        }
        return (
          <div key={id} className="edit-line">
            <input type="hidden" name={`${control.path}.asked`} value={id} />
            <SelectField
              name={`${control.path}.${id}`}
              label={called}
              value={source}
              options={withSaid([none, ...own.filter(({ value }) => value !== id)], [source])}
            />
          </div>
        )
      })}
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  )
}
