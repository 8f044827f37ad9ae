import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { showDayMonth, showFullDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { ClockBar } from '#ui/office/History.tsx'
import { LineList } from '#ui/office/Lines.tsx'
import type { OfficeDossier } from '../acts/acts.ts'
import { useOffice, useSay } from '../use-office.ts'
import { stretchesOf } from './stretches.ts'

const words = {
  days: { vi: '{count} ngày', en: '{count} d' },
  stopped: { vi: 'dừng {count}', en: 'stop {count}' },
  left: { vi: 'còn {count}', en: '{count} left' },
  leftWide: { vi: 'còn {count} ngày', en: '{count} days left' },
  today: { vi: 'hôm nay', en: 'today' },
  said: {
    vi: 'Đã dùng {used} ngày, dừng {stopped} ngày, còn {left} ngày',
    en: '{used} days used, {stopped} stopped, {left} left',
  },
  how: { vi: 'Tính hạn từng ngày', en: 'How it is counted' },
  received: { vi: 'Tiếp nhận, chưa tính', en: 'Received, not counted' },
  begun: { vi: 'Tính là ngày tiếp nhận', en: 'Counts as the day of reception' },
  counted: { vi: 'Ngày {number}', en: 'Day {number}' },
  off: { vi: 'Nghỉ', en: 'Off' },
  stop: { vi: 'Dừng tính giờ', en: 'The clock stands' },
  due: { vi: 'Hạn', en: 'Due' },
} as const satisfies Record<string, Words>

/** Time used, stopped and left, and each day with what it counts for. */
export function DeadlineClock({ dossier, now }: { readonly dossier: OfficeDossier; readonly now: Date }) {
  const { language } = useOffice()
  const t = useSay()
  const today = dateAt(now)
  const stretches = stretchesOf(dossier, today)
  const sum = (kind: (typeof stretches)[number]['kind']) =>
    stretches.filter((one) => one.kind === kind).reduce((all, one) => all + one.length, 0)
  const first = dossier.days[0]
  const last = dossier.days.at(-1)
  if (first === undefined || last === undefined) return null
  const show = (date: string) => (date === today ? t(words.today) : showDayMonth(date as PlainDate))
  // In a narrow stretch there is no room for what is counted.
  const isWide = sum('left') >= sum('run') + sum('stop')
  const texts = { run: words.days, stop: words.stopped, left: isWide ? words.leftWide : words.left }
  const begins = stretches.slice(1).map((one) => (one.kind === 'left' ? t(words.today) : show(one.from)))
  const marks = [show(first.date), ...begins, show(last.date)]
  return (
    <>
      {stretches.length > 0 && (
        <ClockBar
          label={t(words.said, { used: sum('run'), stopped: sum('stop'), left: sum('left') })}
          parts={stretches.map((one) => ({
            kind: one.kind,
            length: one.length,
            text: t(texts[one.kind], { count: one.length }),
          }))}
          marks={unlike(marks)}
        />
      )}
      <details>
        <summary>{t(words.how)}</summary>
        <LineList
          label={t(words.how)}
          lines={dossier.days.map((day) => ({
            id: day.date,
            text: showFullDate(day.date as PlainDate, language),
            right: [dayText(day), day.words && t(day.words)].filter(Boolean).join(': '),
            selected: day.date === today,
          }))}
        />
      </details>
    </>
  )

  function dayText(day: OfficeDossier['days'][number]): string {
    if (day.kind === 'counted') return t(words.counted, { number: day.number ?? '' })
    if (day.kind === 'due')
      return day.number === undefined ? t(words.due) : `${t(words.counted, { number: day.number })}, ${t(words.due)}`
    return t(day.kind === 'stopped' ? words.stop : words[day.kind])
  }
}

/** Marks must differ from each other: the same day at two borders is written once, the other stays blank. */
const unlike = (marks: readonly string[]): string[] =>
  marks.map((mark, at) => (marks.indexOf(mark) === at ? mark : '\u00a0'.repeat(at + 1)))
