import { useEffect, useState, type ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showClock, showDate } from '#values/show-time.ts'
import type { PaletteItem } from '#ui/office/CommandPalette.tsx'
import type { Bindings, Hint } from '#ui/keymap.ts'
import { Palette } from './Palette.tsx'
import { sideGroups } from './side.ts'
import { StaffFrame } from './StaffFrame.tsx'
import { useOffice, useSay } from './use-office.ts'
import { officeWords as words } from './words.ts'

export interface OfficePageProps {
  /** The narrow rail of work screens; `Ctrl \` and a cookie change it. */
  readonly rail?: boolean
  /** Keys of this screen, for the bar at the foot. */
  readonly hints?: readonly Hint[]
  readonly keys?: Bindings
  /** What was just done: said in the key bar for ten seconds. */
  readonly done?: string
  /** What can be done with what is selected, for the palette. */
  readonly acts?: readonly PaletteItem[]
  readonly children: ReactNode
}

const doneMs = 10_000

/** One screen of the office in its frame: menu, search over everything, keys. */
export function OfficePage({ rail = false, hints = [], keys, done, acts, children }: OfficePageProps) {
  const office = useOffice()
  const { me, counts, unread, now } = office
  const t = useSay()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const [isFinding, setFinding] = useState(false)
  const online = useOnline()
  const said = useForAWhile(done)
  return (
    <StaffFrame
      known={office}
      rail={rail}
      keys={{ palette: () => setFinding(true), goD: () => void navigate('/can-bo/ho-so'), ...keys }}
      hints={hints}
      finds="palette"
      place={me.post?.unit}
      top={{
        onSearch: () => setFinding(true),
        notices: { href: '/can-bo/tin-nhan', count: unread, said: t(words.unread, { count: unread }) },
      }}
      side={{
        unit: { name: me.post?.unit ?? t(words.brand) },
        groups: sideGroups({ permissions: me.permissions, counts, unread, path: pathname, say: t }),
      }}
      bar={{
        right: online
          ? { text: `${t(words.connected)} · ${showDate(dateAt(now))} ${showClock(now)}`, icon: 'wifi' }
          : { text: t(words.offline), icon: 'wifi-off', tone: 'soon' },
        undo: said === undefined ? undefined : { text: said },
      }}
    >
      {children}
      {isFinding && <Palette acts={acts ?? []} onClose={() => setFinding(false)} />}
    </StaffFrame>
  )
}

function useOnline(): boolean {
  const [online, setOnline] = useState(true)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    look()
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return online
}

/** The text for ten seconds from when it came. */
function useForAWhile(text: string | undefined): string | undefined {
  const [over, setOver] = useState<string>()
  useEffect(() => {
    if (text === undefined) return
    const timer = setTimeout(() => setOver(text), doneMs)
    return () => clearTimeout(timer)
  }, [text])
  return text === over ? undefined : text
}
