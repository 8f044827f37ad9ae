import { useEffect, useState, type ReactNode } from 'react'
import { Form, useLocation, useNavigate } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showClock, showDate } from '#values/show-time.ts'
import type { PaletteItem } from '#ui/office/CommandPalette.tsx'
import { hintOf, type Bindings, type Hint } from '#ui/keymap.ts'
import { SendOnce } from '../SendOnce.tsx'
import { Palette } from './Palette.tsx'
import { sideGroups } from './side.ts'
import { StaffFrame } from './StaffFrame.tsx'
import { useOffice, useSay } from './use-office.ts'
import { officeWords as words } from './words.ts'
import { FormToken } from '../FormToken.tsx'

export interface OfficePageProps {
  /** The narrow rail of work screens; `Ctrl \` and a cookie change it. */
  readonly rail?: boolean
  /** Keys of this screen, for the bar at the foot. */
  readonly hints?: readonly Hint[]
  readonly keys?: Bindings
  /** What was just done: said in the key bar for ten seconds. */
  readonly done?: string
  /** When it was done, so that an old address says nothing; else it counts from when it came. */
  readonly doneAt?: number | undefined
  /** What the form says that takes it back. */
  readonly undo?: readonly (readonly [name: string, value: string])[]
  /** What can be done with what is selected, for the palette. */
  readonly acts?: readonly PaletteItem[]
  readonly children: ReactNode
}

const doneMs = 10_000

/** One screen of the office in its frame: menu, search over everything, keys. */
export function OfficePage({ rail = false, hints = [], keys, done, doneAt, undo, acts, children }: OfficePageProps) {
  const office = useOffice()
  const { language, me, counts, petitions, atRisk, unread, now } = office
  const t = useSay()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const [isFinding, setFinding] = useState(false)
  const online = useOnline()
  const said = useForAWhile(done, doneAt, now)
  const canUndo = said !== undefined && undo !== undefined && undo.length > 0
  return (
    <StaffFrame
      known={office}
      rail={rail}
      keys={{
        palette: () => setFinding(true),
        goD: () => void navigate('/can-bo/ho-so'),
        ...(canUndo && { undo: () => document.querySelector<HTMLFormElement>('form#undo')?.requestSubmit() }),
        ...keys,
      }}
      hints={hints}
      finds="palette"
      place={me.post?.unit}
      top={{
        onSearch: () => setFinding(true),
        notices: { href: '/can-bo/tin-nhan', count: unread, said: t(words.unread, { count: unread }) },
      }}
      side={{
        unit: { name: me.post?.unit ?? t(words.brand) },
        groups: sideGroups({ permissions: me.permissions, counts, petitions, atRisk, unread, path: pathname, say: t }),
      }}
      bar={{
        right: online
          ? { text: `${t(words.connected)} · ${showDate(dateAt(now))} ${showClock(now)}`, icon: 'wifi' }
          : { text: t(words.offline), icon: 'wifi-off', tone: 'soon' },
        undo:
          said === undefined
            ? undefined
            : { text: said, form: 'undo', hint: canUndo ? hintOf('undo', language, t(words.undo)) : undefined },
      }}
    >
      {children}
      {canUndo && (
        <Form method="post" id="undo">
          <FormToken />
          <SendOnce />
          <input type="hidden" name="do" value="undo" />
          {undo.map(([name, value]) => (
            <input key={name + value} type="hidden" name={name} value={value} />
          ))}
        </Form>
      )}
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

/** The text for ten seconds from when it came, or from when it happened. */
function useForAWhile(text: string | undefined, at: number | undefined, now: Date): string | undefined {
  const [over, setOver] = useState<string>()
  const left = at === undefined ? doneMs : at + doneMs - now.getTime()
  const key = `${at} ${text}`
  useEffect(() => {
    if (text === undefined || left <= 0) return
    const timer = setTimeout(() => setOver(key), left)
    return () => clearTimeout(timer)
  }, [text, key, left])
  return key === over || left <= 0 ? undefined : text
}
