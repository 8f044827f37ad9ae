import { dateAt, daysBetween } from '#values/plain-date.ts'
import { showDayMonth } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { StatusBadge } from '#ui/portal/StatusBadge.tsx'

export interface BadgedDossier {
  readonly status: string
  readonly outcome: string | null
  readonly isReceived: boolean
  readonly deadline: Date
  readonly finishedAt: Date | null
}

const words = {
  yours: { vi: 'Chờ ông/bà', en: 'Your turn' },
  paused: { vi: 'Tạm dừng', en: 'Paused' },
  done: { vi: 'Xong', en: 'Done' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
  refused: { vi: 'Không được giải quyết', en: 'Refused' },
  ready: { vi: 'Có kết quả', en: 'Ready' },
  late: { vi: 'Quá hạn', en: 'Late' },
  sent: { vi: 'Chờ tiếp nhận', en: 'Sent' },
  inTime: { vi: 'Trong hạn', en: 'In time' },
  soon: { vi: 'Còn {days} ngày', en: '{days} days left' },
  today: { vi: 'Hôm nay', en: 'Today' },
  due: { vi: 'Hẹn trả {day}', en: 'Due {day}' },
}

const endWords: Readonly<Record<string, Words>> = { granted: words.done, refused: words.refused }

/** How a dossier stands, in one word with its sign and colour. */
export function DossierBadge({
  dossier,
  language,
  now,
}: {
  readonly dossier: BadgedDossier
  readonly language: Language
  readonly now: Date
}) {
  const t = (one: { vi: string; en: string }, values: Record<string, string | number> = {}) =>
    say(fill(one, values), language)
  const { status, outcome, finishedAt, deadline, isReceived } = dossier
  if (status === 'ended') return <StatusBadge tone="paused">{t(endWords[outcome ?? ''] ?? words.ended)}</StatusBadge>
  if (status === 'waiting-applicant') return <StatusBadge tone="waiting">{t(words.yours)}</StatusBadge>
  if (status === 'paused') return <StatusBadge tone="paused">{t(words.paused)}</StatusBadge>
  if (outcome === 'refused') return <StatusBadge tone="late">{t(words.refused)}</StatusBadge>
  if (finishedAt !== null) return <StatusBadge tone="good">{t(words.ready)}</StatusBadge>
  if (deadline < now) return <StatusBadge tone="late">{t(words.late)}</StatusBadge>
  if (!isReceived) return <StatusBadge tone="info">{t(words.sent)}</StatusBadge>
  const days = daysBetween(dateAt(now), dateAt(deadline))
  if (days === 0) return <StatusBadge tone="soon">{t(words.today)}</StatusBadge>
  return days === 1 ? (
    <StatusBadge tone="soon">{t(words.soon, { days })}</StatusBadge>
  ) : (
    <StatusBadge tone="good">{t(words.inTime)}</StatusBadge>
  )
}

export const dueText = (deadline: Date, language: Language): string =>
  say(fill(words.due, { day: showDayMonth(dateAt(deadline)) }), language)
