import { addDays, civil, dateAt, weekdayOf, type PlainDate } from '#values/plain-date.ts'
import { showClock, showDayMonth, showFullDate, weekdayHeads } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { Month } from '#ui/office/Lines.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useOffice, useSay } from '../use-office.ts'

const words = {
  title: { vi: 'Ngày hẹn trả, hệ thống tính', en: 'Appointment, worked out' },
  before: { vi: 'trước {clock}', en: 'before {clock}' },
  counted: {
    vi: '{count} ngày làm việc, không tính hôm nay {today} và ngày nghỉ',
    en: '{count} working days, without today {today} and days off',
  },
  calendar: {
    vi: '{count} ngày, tính cả ngày nghỉ, không tính hôm nay {today}',
    en: '{count} days, days off counted too, without today {today}',
  },
  within: { vi: 'Trả kết quả trong ngày', en: 'Answered within the day' },
  today: { vi: 'hôm nay', en: 'today' },
  due: { vi: 'hẹn trả', en: 'due' },
} as const satisfies Record<string, Words>

type Prepared = Awaited<ReturnType<Client['services']['prepareReception']>>
type Days = Prepared['days']

/** The promised day and the strip of days it was counted on. */
export function Appointment({ promised, days, limitUnit }: Pick<Prepared, 'promised' | 'days' | 'limitUnit'>) {
  const { language } = useOffice()
  const t = useSay()
  const due = dateAt(promised)
  const first = days[0]?.date ?? due
  const last = days.findLast((day) => day.number !== undefined)?.number
  const off = days.filter((day) => day.kind === 'off' && day.words !== undefined)
  return (
    <Block tone="ground" title={t(words.title)} small>
      <p className="appointment">
        <b>{capital(showFullDate(due, language))}</b> <small>{t(words.before, { clock: showClock(promised) })}</small>
      </p>
      {days.length > 0 && days.length <= 45 && (
        <Month caption={t(words.title)} weekdays={weekdayHeads[language]} weeks={weeksOf(days, civil(first), due, t)} />
      )}
      {last !== undefined && (
        <p className="quiet">
          {t(limitUnit === 'calendar-day' ? words.calendar : words.counted, {
            count: last,
            today: showDayMonth(civil(first)),
          })}
        </p>
      )}
      {due === first && <p className="quiet">{t(words.within)}</p>}
      {off.length > 0 && (
        <p className="quiet">
          {off.map((day) => `${showDayMonth(civil(day.date))}: ${day.words ? t(day.words) : ''}`).join(' · ')}
        </p>
      )}
    </Block>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function weeksOf(days: Days, first: PlainDate, due: PlainDate, t: ReturnType<typeof useSay>) {
  const byDate = new Map(days.map((day) => [day.date, day]))
  const start = addDays(first, 1 - weekdayOf(first))
  const end = addDays(due, 7 - weekdayOf(due))
  const weeks = []
  for (let monday = start; monday <= end; monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, at) => {
        const date = addDays(monday, at)
        const day = byDate.get(date)
        return { date, text: String(Number(date.slice(8))), ...kindOf(date, day, first, due, t) }
      }),
    )
  }
  return weeks
}

function kindOf(
  date: PlainDate,
  day: Days[number] | undefined,
  first: PlainDate,
  due: PlainDate,
  t: ReturnType<typeof useSay>,
) {
  if (date === due) return { kind: 'end' as const, said: t(words.due) }
  if (date === first) return { kind: 'today' as const, said: t(words.today) }
  if (day?.kind === 'counted')
    return { kind: 'counted' as const, said: day.number === undefined ? undefined : String(day.number) }
  if (day?.kind === 'off') return { kind: 'off' as const, said: day.words && t(day.words) }
  return {}
}
