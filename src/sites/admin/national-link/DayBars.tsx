import { groupThousands } from '#values/money.ts'
import { showDayMonth } from '#values/show-time.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { useSay } from '../use-admin.ts'
import { words } from './words.ts'

interface DayBarsProps {
  readonly days: readonly { readonly day: string; readonly accepted: number }[]
  /** What waits stands on top of the last day. */
  readonly waiting: number
}

const [width, height, step] = [22, 48, 32]

/** What was accepted on each of the last days. */
export function DayBars({ days, waiting }: DayBarsProps) {
  const t = useSay()
  if (days.length === 0) return null
  const last = days.length - 1
  const most = Math.max(...days.map(({ accepted }, at) => accepted + (at === last ? waiting : 0)), 1)
  const tall = (value: number) => (value / most) * height
  return (
    <svg
      className="day-bars"
      width={days.length * step}
      height={height + 18}
      role="img"
      aria-label={`${t(words.daysLabel)}: ${days
        .map(({ day, accepted }) =>
          t(words.day, { day: showDayMonth(day as PlainDate), count: groupThousands(accepted) }),
        )
        .join('; ')}`}
    >
      {days.map(({ day, accepted }, at) => (
        <g key={day} transform={`translate(${at * step} 0)`}>
          {at === last && (
            <rect
              className="bar-soon"
              x="5"
              y={height - tall(accepted + waiting)}
              width={width}
              height={tall(waiting)}
            />
          )}
          <rect className="bar-good" x="5" y={height - tall(accepted)} width={width} height={tall(accepted)} />
          <text x="16" y={height + 14}>
            {day.slice(8)}
          </text>
        </g>
      ))}
    </svg>
  )
}
