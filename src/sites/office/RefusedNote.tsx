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
export const RefusedNote = ({ language, refused }: RefusedNoteProps) =>
  refused.prove ? (
    <ProveAgain key={refused.incident} language={language} text={refused.text} {...refused.prove} />
  ) : (
    <NoteBox tone="late" icon="alert-circle" title={say(words.wrong, language)} live>
      {refused.text} <small>{say(fill(words.incident, { code: refused.incident }), language)}</small>
    </NoteBox>
  )
