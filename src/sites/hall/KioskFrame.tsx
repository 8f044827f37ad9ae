import { useState, type ReactNode } from 'react'
import { classes } from '#ui/class-names.ts'
import { Icon } from '#ui/Icon.tsx'
import { useSay } from './hall.ts'
import { HallHead } from './HallHead.tsx'

const words = {
  low: { vi: 'Hạ nút xuống thấp', en: 'Buttons lower' },
  high: { vi: 'Đưa nút lên cao', en: 'Buttons higher' },
  large: { vi: 'Chữ to', en: 'Large text' },
  usual: { vi: 'Chữ thường', en: 'Usual text' },
  tools: { vi: 'Đổi cách hiện', en: 'How it is shown' },
}

/** The frame of a kiosk: head, what is done, and how it is shown: lower for wheelchairs, larger, in English. */
export function KioskFrame({
  centre,
  at,
  path,
  children,
}: {
  readonly centre: string
  readonly at: Date
  readonly path: string
  readonly children: ReactNode
}) {
  const { t, language } = useSay()
  const [isLow, setLow] = useState(false)
  const [isLarge, setLarge] = useState(false)
  return (
    <div className={classes('kiosk', isLow && 'kiosk-low', isLarge && 'kiosk-large')}>
      <HallHead centre={centre} at={at} />
      <main className="kiosk-main">{children}</main>
      <nav className="kiosk-foot" aria-label={t(words.tools)}>
        <button type="button" aria-pressed={isLow} onClick={() => setLow(!isLow)}>
          <Icon name="wheelchair" />
          {t(isLow ? words.high : words.low)}
        </button>
        <button type="button" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
          <Icon name="zoom-in" />
          {t(isLarge ? words.usual : words.large)}
        </button>
        <a href={`/ngon-ngu/${language === 'vi' ? 'en' : 'vi'}?tiep=${path}`} lang={language === 'vi' ? 'en' : 'vi'}>
          <Icon name="world" />
          {language === 'vi' ? 'English' : 'Tiếng Việt'}
        </a>
      </nav>
    </div>
  )
}
