import { showClock } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { SavedNote } from '#ui/office/States.tsx'
import { useSay } from '../use-office.ts'
import type { Saving } from '../autosave.ts'

const words = {
  fresh: { vi: 'Tự lưu khi bắt đầu gõ', en: 'Saved as you type' },
  saving: { vi: 'Đang lưu…', en: 'Saving…' },
  saved: { vi: 'Đã lưu lúc {time}', en: 'Saved {time}' },
  stopped: { vi: 'Không lưu ở đây nữa', en: 'No longer saved here' },
  failed: { vi: 'Chưa lưu được, đang thử lại', en: 'Not saved yet, trying again' },
} as const satisfies Record<string, Words>

/** "Đã lưu lúc 10:42", or why not. */
export function SavedState({ saving }: { readonly saving: Saving | undefined }) {
  const t = useSay()
  if (saving === undefined) return <span className="quiet">{t(words.fresh)}</span>
  if (saving.state === 'saved') return <SavedNote text={t(words.saved, { time: showClock(saving.at) })} />
  if (saving.state === 'saving') return <SavedNote text={t(words.saving)} state="saving" />
  return <SavedNote text={t(words[saving.state])} state="offline" />
}

/** That somebody else goes on with it, who, and what to do then. */
export function WhyStopped({ saving }: { readonly saving: Saving | undefined }) {
  const t = useSay()
  if (saving?.state !== 'stopped') return null
  return (
    <Block>
      <NoteBox tone="late" icon="alert-circle" title={t(words.stopped)} live>
        <p>{t(saving.words)}</p>
      </NoteBox>
    </Block>
  )
}
