import { addDays, civil, dateAt, isPlainDate, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { FieldRow, TextField } from '#ui/office/Fields.tsx'
import { FilterChips } from '#ui/office/Tabs.tsx'
import { useSay } from '../use-office.ts'

const words = {
  day: { vi: 'Ngày', en: 'Day' },
  show: { vi: 'Xem ngày này', en: 'Show' },
  today: { vi: 'Hôm nay', en: 'Today' },
  tomorrow: { vi: 'Ngày mai', en: 'Tomorrow' },
} as const satisfies Record<string, Words>

/** The day that an address asks for, and today, which it is where none is asked for. */
export function dayAsked(query: URLSearchParams): { readonly today: PlainDate; readonly day: PlainDate } {
  const today = dateAt(new Date())
  const asked = query.get('ngay') ?? ''
  return { today, day: isPlainDate(asked) ? civil(asked) : today }
}

interface DayChoiceProps {
  readonly path: string
  readonly today: PlainDate
  readonly day: PlainDate
  /** What else the address says and the form keeps. */
  readonly kept?: Readonly<Record<string, string>>
}

/** Today, tomorrow, or another day of a list of the counter. */
export function DayChoice({ path, today, day, kept = {} }: DayChoiceProps) {
  const t = useSay()
  const href = (ngay: PlainDate) => `${path}?${new URLSearchParams({ ...kept, ngay })}`
  const tomorrow = addDays(today, 1)
  return (
    <>
      <FilterChips
        label={t(words.day)}
        chips={[
          { text: t(words.today), href: href(today), on: day === today },
          { text: t(words.tomorrow), href: href(tomorrow), on: day === tomorrow },
        ]}
      />
      <form method="get" action={path} className="period-form" key={day}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FieldRow>
          <TextField name="ngay" type="date" label={t(words.day)} value={day} />
        </FieldRow>
        <Act text={t(words.show)} />
      </form>
    </>
  )
}
