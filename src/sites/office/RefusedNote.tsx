import { fill, say, type Language, type Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { ProveAgain } from './ProveAgain.tsx'
import type { Refused } from './staff.ts'

const words = {
  wrong: { vi: 'Chưa làm được', en: 'Not done' },
  incident: { vi: 'Mã để hỏi: {code}', en: 'Number to ask with: {code}' },
} as const satisfies Record<string, Words>

interface RefusedNoteProps {
  readonly language: Language
  readonly refused: Refused['refused']
}

/**
 * The server said no: why, and the number to ask with; what was typed stands in the form below. Where it only asks for a fresh proof,
 * that is given here.
 */
export const RefusedNote = ({ language, refused: { text, incident, prove } }: RefusedNoteProps) =>
  prove ? (
    <ProveAgain key={incident} language={language} text={text} {...prove} />
  ) : (
    <NoteBox key={incident} ref={lead} tone="late" icon="alert-circle" title={say(words.wrong, language)} live>
      {text} <small>{say(fill(words.incident, { code: incident }), language)}</small>
    </NoteBox>
  )

/** On a telephone it may stand far below what was pressed. */
function lead(note: HTMLElement | null): void {
  note?.scrollIntoView({ block: 'nearest' })
}
