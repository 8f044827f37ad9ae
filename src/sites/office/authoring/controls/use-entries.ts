import { useOffice } from '../../use-office.ts'
import { useEditor } from '../use-editor.ts'
import type { Choice } from './ControlField.tsx'

/** The entries of a code list that the draft goes by, in the reader's language; none of another. */
export function useEntries(): (list: string | undefined) => readonly Choice[] {
  const { draft } = useEditor()
  const { language } = useOffice()
  return (list) =>
    (draft.choices.codeLists.find(({ value }) => value === list)?.entries ?? []).map(({ value, text }) => ({
      value,
      text: text[language],
    }))
}
