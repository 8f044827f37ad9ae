import type { Words } from '#values/words.ts'
import { dayName } from '#engines/calendar/contract.ts'
import { Check } from '#ui/office/Fields.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { dayFields, type Typed } from './change.ts'
import { TimeSpan } from './TimeSpan.tsx'

const words = {
  unlike: { vi: 'Ngày có giờ khác các ngày còn lại', en: 'Days with hours unlike the others' },
  morning: { vi: '{day}, buổi sáng', en: '{day}, morning' },
  afternoon: { vi: '{day}, buổi chiều', en: '{day}, afternoon' },
  closed: { vi: 'Để trống cả hai buổi thì nghỉ cả ngày', en: 'With both halves empty it is closed all day' },
} as const satisfies Record<string, Words>

/** Days of the week that are not as the others: each is ticked, and then has its own halves. */
export function UnlikeDays({ typed }: { readonly typed: Typed }) {
  const { language } = useAdmin()
  const t = useSay()
  return (
    <details className="more" open={dayFields.some((day) => typed[day]) || undefined}>
      <summary>{t(words.unlike)}</summary>
      {dayFields.map((day, at) => (
        <div className="unlike-day" key={day}>
          <Check name={day} checked={Boolean(typed[day])}>
            {dayName(at + 1, language)}
          </Check>
          <div className="of-day">
            <TimeSpan
              title={t(words.morning, { day: dayName(at + 1, language) })}
              names={[`${day}-sang-tu`, `${day}-sang-den`]}
              typed={typed}
            />
            <TimeSpan
              title={t(words.afternoon, { day: dayName(at + 1, language) })}
              names={[`${day}-chieu-tu`, `${day}-chieu-den`]}
              typed={typed}
              hint={t(words.closed)}
            />
          </div>
        </div>
      ))}
    </details>
  )
}
