import { Icon } from '#ui/Icon.tsx'
import { useSay } from './hall.ts'

const words = { back: { vi: 'Xóa một chữ', en: 'Delete one' } }

/** Keys on the screen that write into one text. */
export function KeyPad({
  keys,
  text,
  onText,
}: {
  readonly keys: string
  readonly text: string
  readonly onText: (text: string) => void
}) {
  const { t } = useSay()
  return (
    <div className="key-pad">
      {keys.split('').map((key) => (
        <button key={key} type="button" className="touch" onClick={() => onText(text + key)}>
          {key}
        </button>
      ))}
      <button type="button" className="touch" aria-label={t(words.back)} onClick={() => onText(text.slice(0, -1))}>
        <Icon name="arrow-back-up" />
      </button>
    </div>
  )
}
