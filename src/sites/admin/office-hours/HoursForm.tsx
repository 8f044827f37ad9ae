import { useState } from 'react'
import type { WeekHours } from '#engines/calendar/declare.ts'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useSay } from '../use-admin.ts'
import { pagePath, type Typed } from './change.ts'

const words = {
  declare: { vi: 'Khai giờ mới theo văn bản', en: 'Declare other hours by a document' },
  by: { vi: 'Làm việc theo', en: 'Works' },
  own: { vi: 'Giờ riêng của đơn vị', en: 'Hours of its own' },
  above: { vi: 'Giờ của cơ quan cấp trên', en: 'The hours of the body above' },
  from: { vi: 'Có hiệu lực từ ngày', en: 'From' },
  morning: { vi: 'Thứ Hai đến thứ Sáu, buổi sáng', en: 'Monday to Friday, morning' },
  afternoon: { vi: 'Thứ Hai đến thứ Sáu, buổi chiều', en: 'Monday to Friday, afternoon' },
  closed: { vi: 'Buổi nào không làm việc thì để trống', en: 'Leave a half empty that is not worked' },
  saturday: { vi: 'Thứ Bảy', en: 'Saturday' },
  off: { vi: 'Nghỉ', en: 'Off' },
  reception: { vi: 'Chỉ tiếp nhận và trả kết quả', en: 'Only takes in and hands over' },
  worked: { vi: 'Làm việc, tính vào thời hạn', en: 'Worked, counted by time limits' },
  start: { vi: 'Từ', en: 'From' },
  end: { vi: 'Đến', en: 'To' },
  document: { vi: 'Số, ký hiệu văn bản', en: 'Document number' },
  reason: { vi: 'Lý do', en: 'Reason' },
  preview: { vi: 'Xem trước', en: 'Preview' },
} as const satisfies Record<string, Words>

interface HoursFormProps {
  readonly unitId: string
  readonly week: readonly WeekHours[]
  readonly typed: Typed | undefined
}

/** The hours of a unit as they could be from a day on: the form leads to a preview, and only the preview declares. */
export function HoursForm({ unitId, week, typed }: HoursFormProps) {
  const t = useSay()
  const [by, setBy] = useState(typed?.theo || 'own')
  const [saturday, setSaturday] = useState(typed?.['thu-bay'] || 'off')
  const now = spansOf(week)
  const time = (name: keyof Typed, label: Words, of: string) => (
    <TextField
      name={name}
      type="time"
      label={
        <>
          {t(label)} <span className="unseen">({of})</span>
        </>
      }
      value={typed === undefined ? now[name] : typed[name]}
    />
  )
  const span = (title: Words, start: keyof Typed, end: keyof Typed, hint?: Words) => (
    <fieldset>
      <legend>{t(title)}</legend>
      <div className="field-row">
        {time(start, words.start, t(title))}
        {time(end, words.end, t(title))}
      </div>
      {hint && <p className="field-hint">{t(hint)}</p>}
    </fieldset>
  )
  return (
    <Block title={t(words.declare)} small>
      <form method="get" action={pagePath} className="hours-form">
        <input type="hidden" name="don-vi" value={unitId} />
        <TextField name="tu-ngay" type="date" label={t(words.from)} value={typed?.['tu-ngay']} />
        <SelectField
          name="theo"
          label={t(words.by)}
          value={by}
          onText={setBy}
          options={[
            { value: 'own', text: t(words.own) },
            { value: 'above', text: t(words.above) },
          ]}
        />
        {by === 'own' && (
          <>
            {span(words.morning, 'sang-tu', 'sang-den')}
            {span(words.afternoon, 'chieu-tu', 'chieu-den', words.closed)}
            <SelectField
              name="thu-bay"
              label={t(words.saturday)}
              value={saturday}
              onText={setSaturday}
              options={(['off', 'reception', 'worked'] as const).map((value) => ({ value, text: t(words[value]) }))}
            />
            {saturday !== 'off' && span(words.saturday, 'bay-tu', 'bay-den')}
          </>
        )}
        <TextField name="van-ban" label={t(words.document)} value={typed?.['van-ban']} autoComplete="off" />
        <TextField name="ly-do" label={t(words.reason)} value={typed?.['ly-do']} autoComplete="off" />
        <Act text={t(words.preview)} icon="eye" />
      </form>
    </Block>
  )
}

/** The hours of now, as what is first in the form. */
function spansOf(week: readonly WeekHours[]): Typed {
  const [first, second] = week.find(({ weekdays }) => weekdays.includes(1))?.spans ?? []
  const isAfternoon = second === undefined && first !== undefined && first.start >= '12:00'
  const [morning, afternoon] = isAfternoon ? [undefined, first] : [first, second]
  return {
    'sang-tu': morning?.start ?? '',
    'sang-den': morning?.end ?? '',
    'chieu-tu': afternoon?.start ?? '',
    'chieu-den': afternoon?.end ?? '',
  }
}
