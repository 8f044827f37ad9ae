import type { Words } from '#values/words.ts'
import { Block } from '#ui/office/Panes.tsx'
import { PaperFrame } from '#ui/office/PaperFrame.tsx'
import { useSay } from '../use-office.ts'
import { useEditor } from './use-editor.ts'

const words = {
  sample: { vi: 'Xem thử bản in', en: 'As it will be printed' },
  sampleNote: { vi: 'điền ví dụ, in mọi đoạn', en: 'with examples, all blocks' },
} as const satisfies Record<string, Words>

/** The result that is open as the printer makes it, drawn anew with each change; the first where none is open. */
export function ResultSample() {
  const { draft, open } = useEditor()
  const t = useSay()
  const number = /^results\.(\d+)/.exec(open)?.[1] ?? '0'
  return (
    <Block title={t(words.sample)} small note={t(words.sampleNote)}>
      <div className="result-sample">
        <PaperFrame
          key={`${number} ${draft.revision}`}
          src={`/can-bo/thu-tuc/soan/${draft.id}/mau/${number}?${draft.revision}`}
          title={t(words.sample)}
        />
      </div>
    </Block>
  )
}
