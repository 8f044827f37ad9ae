import { Icon } from '../Icon.tsx'

export interface SavedNoteProps {
  readonly state?: 'saved' | 'saving' | 'failed'
  /** "Đã lưu lúc 10:42" */
  readonly text: string
}

/** When the answers were last kept; a failure says where the words still are. Announced politely when a script changes it. */
export function SavedNote({ state = 'saved', text }: SavedNoteProps) {
  return (
    <p className={`saved saved-${state}`} role="status">
      <Icon name={state === 'saved' ? 'check' : state === 'saving' ? 'refresh' : 'alert-triangle'} />
      <span>{text}</span>
    </p>
  )
}
