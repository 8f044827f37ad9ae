import { Icon } from '#ui/Icon.tsx'
import { useSay } from './hall.ts'
import { useLeave } from './use-leave.ts'

const words = {
  other: { vi: 'Làm việc khác', en: 'Something else' },
  closes: { vi: 'Tự đóng sau {seconds} giây', en: 'Closes in {seconds} seconds' },
}

/** The way out of what somebody does at a kiosk; it takes it by itself when nobody touches anything any more. */
export function LeaveBar({ onLeave, after }: { readonly onLeave: () => void; readonly after?: number | undefined }) {
  const { t } = useSay()
  const left = useLeave(onLeave, after)
  return (
    <div className="kiosk-bar">
      <button type="button" className="touch" onClick={onLeave}>
        <Icon name="arrow-left" /> {t(words.other)}
      </button>
      <span>
        <Icon name="clock" /> {t(words.closes, { seconds: left })}
      </span>
    </div>
  )
}
