import { useEffect, useState, type ReactNode } from 'react'
import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useSay } from '../../use-office.ts'

const words = {
  elsewhere: {
    vi: 'Hồ sơ này đang mở ở cửa sổ khác của máy này. Đóng ở đó thì mở được ở đây.',
    en: 'This is open in another window of this machine. It opens here once it is closed there.',
  },
} as const satisfies Record<string, Words>

/** So long nothing is said: a window that is left gives it up in a moment. */
const patienceMs = 500

interface OpenHereProps {
  readonly id: string
  /** Reads what the other window kept. */
  readonly refresh: () => Promise<void>
  readonly children: ReactNode
}

/** A reception is typed in one window at a time: what two keep would go over each other. Whoever waits is let in when the other window closes. */
export function OpenHere({ id, refresh, children }: OpenHereProps) {
  const t = useSay()
  const [isHere, setHere] = useState<boolean>()
  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    const waiting = setTimeout(() => setHere((now) => now ?? false), patienceMs)
    navigator.locks
      .request(`reception ${id}`, { signal }, async () => {
        await refresh()
        setHere(true)
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
      })
      // Whoever left did not wait for it any more.
      .catch(() => {})
    return () => {
      clearTimeout(waiting)
      leaving.abort()
    }
  }, [id, refresh])
  if (isHere) return children
  return (
    isHere === false && (
      <Block>
        <NoteBox tone="soon" icon="alert-circle" live>
          <p>{t(words.elsewhere)}</p>
        </NoteBox>
      </Block>
    )
  )
}
