import type { Client } from '#engines/contract.ts'
import type { Words } from '#values/words.ts'
import { WorkList } from '#ui/office/WorkList.tsx'
import { DueBadge, groupOf, type DueGroup } from '../DueBadge.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { inboxHref, type InboxPlace } from './address.ts'
import type { Marks } from './use-marks.ts'

export type InboxRow = Awaited<ReturnType<Client['workflow']['listInbox']>>['rows'][number]

const words = {
  late: { vi: 'Quá hạn', en: 'Late' },
  today: { vi: 'Hôm nay', en: 'Today' },
  week: { vi: 'Tuần này', en: 'This week' },
  after: { vi: 'Sau đó', en: 'Later' },
  waiting: { vi: 'Đang chờ, không tính giờ', en: 'Waiting, the clock stands' },
  nobody: { vi: 'chưa ai nhận', en: 'not taken yet' },
  none: { vi: 'Không có việc nào ở đây.', en: 'Nothing here.' },
  new: { vi: 'Việc mới hiện ở đây ngay khi được giao.', en: 'New work appears here as soon as it is given.' },
} as const satisfies Record<string, Words>

const groups = ['late', 'today', 'week', 'after', 'waiting'] as const satisfies readonly (DueGroup | 'waiting')[]

/** Work whose clock stands is shown apart: nobody here is late with it. */
const placeOf = (row: InboxRow, now: Date): DueGroup | 'waiting' => (row.isWaiting ? 'waiting' : groupOf(row.due, now))

/** Work grouped by deadline, soonest first. */
export function InboxList({
  rows,
  place,
  now,
  refusedId,
  marks,
}: {
  readonly rows: readonly InboxRow[]
  readonly place: InboxPlace
  readonly now: Date
  readonly refusedId: string | undefined
  readonly marks: Marks
}) {
  const { language, counts } = useOffice()
  const t = useSay()
  if (rows.length === 0) {
    return (
      <p className="quiet block">
        {t(words.none)} {t(words.new)}
      </p>
    )
  }
  const whole = { late: counts[place.whose].late, today: counts[place.whose].today }
  const filled = groups
    .map((group) => {
      const items = rows.filter((row) => placeOf(row, now) === group)
      return { group, items, count: Math.max(items.length, group === 'late' || group === 'today' ? whole[group] : 0) }
    })
    .filter(({ items }) => items.length > 0)
  return (
    <WorkList
      language={language}
      groups={filled.map(({ group, items, count }) => ({
        title: t(words[group]),
        count,
        late: group === 'late',
        items: items.map((row) => ({
          id: row.id,
          href: inboxHref({ whose: place.whose, after: place.after, chosen: row.subjectId }),
          icon: 'folder',
          ...(marks.rows && {
            mark: { name: 'mark', checked: marks.rows.includes(row), onChange: () => marks.toggle(row) },
          }),
          title: row.title,
          text: row.line,
          note: [
            t(row.stepName),
            place.whose === 'mine' && row.assigneeName !== null ? row.code : (row.assigneeName ?? t(words.nobody)),
          ].join(' · '),
          badge: (
            <DueBadge
              due={row.due}
              left={row.left}
              now={now}
              language={language}
              status={row.isWaiting ? 'stopped' : undefined}
            />
          ),
          selected: row.subjectId === place.chosen,
          ...(row.subjectId === refusedId && { state: 'refused' as const }),
        })),
      }))}
    />
  )
}
