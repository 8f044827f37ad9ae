import type { Words } from '#values/words.ts'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { showClock } from '#values/show-time.ts'
import { useOffice, useSay } from '../use-office.ts'
import type { CentreView } from './centre.tsx'

const words = {
  title: { vi: 'Người chờ trong ngày', en: 'Waiting during the day' },
  none: { vi: 'Hôm nay chưa ai lấy số.', en: 'No number was taken today.' },
  most: { vi: 'Nhiều nhất {count} người lúc {time}', en: 'Most: {count} at {time}' },
  table: { vi: 'Bảng số liệu', en: 'Table' },
  time: { vi: 'Lúc', en: 'At' },
  people: { vi: 'Người chờ', en: 'Waiting' },
} as const satisfies Record<string, Words>

const size = { width: 640, height: 150 }

/** How many waited at each half hour, drawn and as a table. */
export function Course({ course }: Pick<CentreView, 'course'>) {
  const { language } = useOffice()
  const t = useSay()
  const [first, last] = [course[0], course.at(-1)]
  if (first === undefined || last === undefined)
    return (
      <Block title={t(words.title)}>
        <p className="quiet">{t(words.none)}</p>
      </Block>
    )
  const most = course.reduce((best, one) => (one.waiting > best.waiting ? one : best), first)
  const span = Math.max(1, last.at.getTime() - first.at.getTime())
  const x = (at: Date) => ((at.getTime() - first.at.getTime()) / span) * size.width
  const y = (waiting: number) => size.height - (waiting / Math.max(1, most.waiting)) * (size.height - 15)
  const said = t(words.most, { count: most.waiting, time: showClock(most.at) })
  return (
    <Block title={t(words.title)} note={said}>
      <svg className="centre-course" viewBox={`0 0 ${size.width} ${size.height + 18}`} role="img" aria-label={said}>
        <line x1="0" x2={size.width} y1={size.height} y2={size.height} />
        <polyline points={course.map(({ at, waiting }) => `${x(at)},${y(waiting)}`).join(' ')} />
        <text x="0" y={size.height + 15}>
          {showClock(first.at)}
        </text>
        <text x={size.width} y={size.height + 15} textAnchor="end">
          {showClock(last.at)}
        </text>
      </svg>
      <details>
        <summary>{t(words.table)}</summary>
        <DataTable
          language={language}
          caption={t(words.title)}
          inset
          density="tight"
          columns={[
            { key: 'at', title: t(words.time), heads: true },
            { key: 'waiting', title: t(words.people), number: true, width: 110 },
          ]}
          rows={course.map(({ at, waiting }) => ({ id: at.toISOString(), at: showClock(at), waiting }))}
        />
      </details>
    </Block>
  )
}
