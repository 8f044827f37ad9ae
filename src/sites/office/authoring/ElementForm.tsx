import { Form } from 'react-router'
import type { Words } from '#values/words.ts'
import {
  askedQuestions,
  controlsOf,
  elementAt,
  listsInside,
  readAt,
  standsFor,
  type ChoiceOf,
} from '#engines/services/contract.ts'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { ControlField, type Choice } from './controls/ControlField.tsx'
import type { ElementSaving, Saved } from './use-element-saving.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useEditor } from './use-editor.ts'

const words = {
  facts: { vi: 'Mô tả thủ tục', en: 'Facts' },
  keep: { vi: 'Lưu', en: 'Save' },
  up: { vi: 'Lên', en: 'Up' },
  down: { vi: 'Xuống', en: 'Down' },
  remove: { vi: 'Bỏ', en: 'Take away' },
} as const satisfies Record<string, Words>

/** The controls of the element that is open; what is typed is saved as it goes, and by the button without a script. */
export function ElementForm({ form, changed }: Pick<ElementSaving, 'changed'> & Pick<Saved, 'form'>) {
  const { draft, open } = useEditor()
  const t = useSay()
  const choices = useChoices()
  const focused = useKeptFocus(form)
  const { kind } = elementAt(open)
  const element = open === '' ? draft.declaration : readAt(draft.declaration, open)
  if (element === undefined) return null
  const wrong = draft.findings.filter((one) => one.element === open && one.weight === 'error')
  const errorAt = (path: string) => {
    const whole = open === '' ? path : `${open}.${path}`
    const found = wrong.find((one) => one.path === whole || one.path.startsWith(`${whole}.`))
    return found && t(found.words)
  }
  const title = open === '' ? t(words.facts) : t(kind.called)
  return (
    <Block title={title.slice(0, 1).toUpperCase() + title.slice(1)}>
      <Form method="post" ref={form} onChange={changed} onFocus={focused} className="edit-element">
        <FormToken />
        <input type="hidden" name="open" value={open} />
        <input type="hidden" name="revision" value={draft.revision} />
        {/* Enter presses the first button of a form: it must save, not take a line away. */}
        <button type="submit" name="do" value="save" className="unseen" tabIndex={-1} aria-hidden="true" />
        {controlsOf(kind, element).map((control) => (
          <ControlField
            key={control.path}
            control={control}
            said={readAt(element, control.path)}
            declaration={draft.declaration}
            element={open}
            error={errorAt(control.path)}
            choices={choices}
          />
        ))}
        <ActionRow>
          <Act text={t(words.keep)} name="do" value="save" />
          {listsInside(element, open).map(({ list, adds }) => (
            <Act key={list} icon="plus" text={t(adds)} name="do" value={`add ${list}`} />
          ))}
        </ActionRow>
        {kind.path.endsWith('*') && (
          <ActionRow>
            <Act icon="arrow-up" text={t(words.up)} cap="Alt ↑" name="do" value="move -1" />
            <Act icon="arrow-down" text={t(words.down)} cap="Alt ↓" name="do" value="move 1" />
            <Act icon="trash" text={t(words.remove)} name="do" value="remove" />
          </ActionRow>
        )}
      </Form>
    </Block>
  )
}

/** What the controls offer: of the province as the server knows it, of the procedure as it is written. */
function useChoices(): (of: ChoiceOf) => readonly Choice[] {
  const { draft, open } = useEditor()
  const { language } = useOffice()
  const asked = (stands: (typeof standsFor)['numbers']) =>
    askedQuestions(draft.declaration, open)
      .filter(stands)
      .map(({ path, label }) => ({ value: path, text: label[language] }))
  const said = (list: readonly { value: string; text: Words }[]) =>
    list.map(({ value, text }) => ({ value, text: text[language] }))
  const named = (list: string, name: string): Choice[] =>
    Object.entries((readAt(draft.declaration, list) as Record<string, never> | undefined) ?? {}).map(([key, one]) => {
      const text = readAt(one, `${name}.${language}`)
      const id = readAt(one, 'id')
      const value = typeof id === 'string' ? id : key
      return { value, text: typeof text === 'string' && text !== '' ? text : value }
    })
  const offered: Readonly<Record<ChoiceOf, () => readonly Choice[]>> = {
    functions: () => said(draft.choices.functions),
    agencies: () => said(draft.choices.agencies),
    tiers: () => said(draft.choices.tiers),
    'code-lists': () => said(draft.choices.codeLists),
    procedures: () => said(draft.choices.procedures).filter(({ value }) => value !== draft.code),
    numbers: () => asked(standsFor.numbers),
    dates: () => asked(standsFor.dates),
    steps: () => named('process.steps', 'name'),
    pages: () => named('form.pages', 'title'),
  }
  return (of) => offered[of]()
}
