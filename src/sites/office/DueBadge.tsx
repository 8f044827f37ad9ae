import { addDays, dateAt, weekdayOf } from '#values/plain-date.ts'
import { showClock, showInstant } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import type { DaysLeft } from '#engines/calendar/contract.ts'
import { DeadlineBadge, type Tone } from '#ui/office/Badge.tsx'

const words = {
  lateDays: { vi: 'Quá {days} ngày', en: '{days} days late' },
  lateOneDay: { vi: 'Quá 1 ngày', en: '1 day late' },
  late: { vi: 'Quá hạn', en: 'Late' },
  lateToday: { vi: 'Quá giờ hôm nay', en: 'Late today' },
  today: { vi: '{clock} hôm nay', en: '{clock} today' },
  left: { vi: 'Còn {days} ngày', en: '{days} days left' },
  leftOneDay: { vi: 'Còn 1 ngày', en: '1 day left' },
  leftWorking: { vi: 'Còn {days} ngày làm việc', en: '{days} working days left' },
  leftOneWorking: { vi: 'Còn 1 ngày làm việc', en: '1 working day left' },
  waiting: { vi: 'Chờ người nộp', en: 'Applicant’s turn' },
  paused: { vi: 'Tạm dừng', en: 'Paused' },
  stopped: { vi: 'Chờ', en: 'Waiting' },
  done: { vi: 'Xong đúng hạn', en: 'Done in time' },
  doneLate: { vi: 'Xong trễ', en: 'Done late' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
  due: { vi: 'hạn {time}', en: 'due {time}' },
  dueWorking: { vi: 'hạn {time}, tính ngày làm việc', en: 'due {time}, counted in working days' },
  dueCalendar: { vi: 'hạn {time}, tính cả ngày nghỉ', en: 'due {time}, days off are counted too' },
} as const satisfies Record<string, Words>

interface Standing {
  readonly due: Date
  /** What is left until then, as the limit counts it. */
  readonly left: DaysLeft
  readonly now: Date
  readonly status?: string | undefined
  readonly outcome?: string | null | undefined
  readonly finishedAt?: Date | null | undefined
  /** Working days are called so; in a row of a list that is said on hover only. */
  readonly wide?: boolean
}

interface DueBadgeProps extends Standing {
  readonly language: Language
  readonly strong?: boolean
}

/** How long is left, or why the clock stands: sign, word, and the full date on hover. */
export function DueBadge({ language, strong, ...standing }: DueBadgeProps) {
  const { tone, text, icon, said = words.due } = dueOf(standing)
  return (
    <DeadlineBadge
      tone={tone}
      icon={icon}
      strong={strong}
      said={say(fill(said, { time: showInstant(standing.due, language) }), language)}
    >
      {say(text, language)}
    </DeadlineBadge>
  )
}

interface Said {
  readonly tone: Tone
  readonly text: Words
  readonly icon?: 'player-pause'
  readonly said?: Words
}

function dueOf({ due, left, now, status, outcome, finishedAt, wide = false }: Standing): Said {
  if (status === 'ended' && outcome !== undefined && outcome !== 'granted' && outcome !== 'refused')
    return { tone: 'paused', text: words.ended }
  if (finishedAt)
    return finishedAt <= due ? { tone: 'good', text: words.done } : { tone: 'paused', text: words.doneLate }
  if (status === 'ended') return { tone: 'paused', text: words.ended }
  if (status === 'waiting-applicant') return { tone: 'waiting', text: words.waiting }
  if (status === 'stopped') return { tone: 'waiting', text: words.stopped }
  if (status === 'paused') return { tone: 'paused', text: words.paused, icon: 'player-pause' }
  const isToday = dateAt(due) === dateAt(now)
  if (due < now && isToday) return { tone: 'late', text: words.lateToday }
  if (isToday) return { tone: 'soon', text: fill(words.today, { clock: showClock(due) }) }
  const { days, unit } = left
  const said = unit === 'working-day' ? words.dueWorking : words.dueCalendar
  if (due < now) return { tone: 'late', text: lateText(-days), said }
  const [one, many] = wide && unit === 'working-day' ? leftWorking : leftShort
  return days === 1 ? { tone: 'soon', text: one, said } : { tone: 'good', text: fill(many, { days }), said }
}

const leftShort = [words.leftOneDay, words.left] as const
const leftWorking = [words.leftOneWorking, words.leftWorking] as const

/** Over days off nothing is counted: late, but by no day yet. */
function lateText(days: number): Words {
  if (days === 0) return words.late
  return days === 1 ? words.lateOneDay : fill(words.lateDays, { days })
}

export type DueGroup = 'late' | 'today' | 'week' | 'after'

/** Which group of a list a deadline falls into; the week ends on Sunday. */
export function groupOf(due: Date, now: Date): DueGroup {
  if (due < now) return 'late'
  const [today, day] = [dateAt(now), dateAt(due)]
  if (day === today) return 'today'
  return day <= addDays(today, 7 - weekdayOf(today)) ? 'week' : 'after'
}
