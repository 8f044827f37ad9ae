import { useEffect, useState } from 'react'
import { Emblem } from '#ui/Emblem.tsx'
import { dateAt } from '#values/plain-date.ts'
import { showClock, showDate, showWeekday } from '#values/show-time.ts'
import { useSay } from './hall.ts'

/** The head of every screen in a hall: whose it is, and the time. */
export function HallHead({ centre, at }: { readonly centre: string; readonly at: Date }) {
  const { language } = useSay()
  const now = useClock(at)
  const day = dateAt(now)
  const weekday = showWeekday(day, language)
  return (
    <header className="hall-head">
      <Emblem size={64} />
      <b>{centre}</b>
      <p className="hall-time">
        <time>{showClock(now)}</time>
        <span>
          {weekday.charAt(0).toUpperCase() + weekday.slice(1)}, {showDate(day)}
        </span>
      </p>
    </header>
  )
}

/** The server's time, which goes on in the browser: the clocks of such machines are seldom right. */
function useClock(at: Date): Date {
  const [now, setNow] = useState(at)
  useEffect(() => {
    const since = performance.now()
    const timer = setInterval(() => setNow(new Date(at.getTime() + performance.now() - since)), 1000)
    return () => clearInterval(timer)
  }, [at])
  return now
}
