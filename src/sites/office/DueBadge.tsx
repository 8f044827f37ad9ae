import { addDays, dateAt, daysBetween, weekdayOf } from '#values/plain-date.ts'
import { showClock, showInstant } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { DeadlineBadge, type Tone } from '#ui/office/Badge.tsx'
import type { DaysLeft } from './dossier/days-left.ts'

const words = {
  lateDays: { vi: 'Quá {days} ngày', en: '{days} days late' },
  lateOneDay: { vi: 'Quá 1 ngày', en: '1 day late' },
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
} as const satisfies Record<string, Words>

interface DueBadgeProps {
  readonly due: Date
  readonly now: Date
  readonly language: Language
  readonly status?: string
  readonly outcome?: string | null
  readonly finishedAt?: Date | null
  /** What is left as the limit counts it, where that is known; else days of the calendar are counted. */
  readonly left?: DaysLeft | undefined
  readonly strong?: boolean
}

/** How long is left, or why the clock stands: sign, word, and the full date on hover. */
export function DueBadge({ due, now, language, status, outcome, finishedAt, left, strong }: DueBadgeProps) {
  const { tone, text, icon } = dueOf(due, now, { status, outcome, finishedAt, left })
  return (
    <DeadlineBadge
      tone={tone}
      icon={icon}
      strong={strong}
      said={say(fill(words.due, { time: showInstant(due, language) }), language)}
    >
      {say(text, language)}
    </DeadlineBadge>
  )
}

interface Standing {
  readonly status?: string | undefined
  readonly outcome?: string | null | undefined
  readonly finishedAt?: Date | null | undefined
  readonly left?: DaysLeft | undefined
}

/** Tone and words of a deadline as things stand. */
export function dueOf(
  due: Date,
  now: Date,
  { status, outcome, finishedAt, left }: Standing = {},
): { tone: Tone; text: Words; icon?: 'player-pause' } {
  if (status === 'ended' && outcome !== undefined && outcome !== 'granted' && outcome !== 'refused')
    return { tone: 'paused', text: words.ended }
  if (finishedAt)
    return finishedAt <= due ? { tone: 'good', text: words.done } : { tone: 'paused', text: words.doneLate }
  if (status === 'ended') return { tone: 'paused', text: words.ended }
  if (status === 'waiting-applicant') return { tone: 'waiting', text: words.waiting }
  if (status === 'stopped') return { tone: 'waiting', text: words.stopped }
  if (status === 'paused') return { tone: 'paused', text: words.paused, icon: 'player-pause' }
  const days = daysBetween(dateAt(now), dateAt(due))
  if (due < now) return { tone: 'late', text: lateText(-days) }
  if (days === 0) return { tone: 'soon', text: fill(words.today, { clock: showClock(due) }) }
  const { count, isWorking } = left ?? { count: days, isWorking: false }
  if (count === 1) return { tone: 'soon', text: isWorking ? words.leftOneWorking : words.leftOneDay }
  return { tone: 'good', text: fill(isWorking ? words.leftWorking : words.left, { days: count }) }
}

function lateText(days: number): Words {
  if (days === 0) return words.lateToday
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
