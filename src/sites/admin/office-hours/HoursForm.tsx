import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useSay } from '../use-admin.ts'
import { cutOffWords } from './cut-off-words.ts'
import { pagePath, type Hours, type Typed } from './change.ts'
import { hoursTyped } from './hours-typed.ts'
import { TimeSpan } from './TimeSpan.tsx'
import { UnlikeDays } from './UnlikeDays.tsx'

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
  cutOffAbove: {
    vi: 'Để trống: theo cơ quan cấp trên. Đang dùng: {time}',
    en: 'Empty: that of the body above. Now: {time}',
  },
  document: { vi: 'Số, ký hiệu văn bản', en: 'Document number' },
  reason: { vi: 'Lý do', en: 'Reason' },
  preview: { vi: 'Xem trước', en: 'Preview' },
} as const satisfies Record<string, Words>

interface HoursFormProps {
  readonly unitId: string
  readonly hours: Hours
  /** The cut-off that it has of its own now. */
  readonly ownCutOff: string | null
  readonly typed: Typed | undefined
}

/**
 * The hours of a unit as they could be from a day on: the form leads to a preview, and only the preview declares. What a choice
 * does not ask for is hidden by style alone, so that it works without scripts; the operations do not read it.
 */
export function HoursForm({ unitId, hours, ownCutOff, typed = hoursTyped(hours.week, ownCutOff) }: HoursFormProps) {
  const t = useSay()
  return (
    <Block title={t(words.declare)} small>
      <form method="get" action={pagePath} className="hours-form">
        <input type="hidden" name="don-vi" value={unitId} />
        <TextField name="tu-ngay" type="date" label={t(words.from)} value={typed['tu-ngay']} />
        <SelectField
          name="theo"
          label={t(words.by)}
          value={typed.theo}
          options={[
            { value: 'own', text: t(words.own) },
            { value: 'above', text: t(words.above) },
          ]}
        />
        <div className="of-own">
          <TimeSpan title={t(words.morning)} names={['sang-tu', 'sang-den']} typed={typed} />
          <TimeSpan title={t(words.afternoon)} names={['chieu-tu', 'chieu-den']} typed={typed} hint={t(words.closed)} />
          <UnlikeDays typed={typed} />
          <SelectField
            name="thu-bay"
            label={t(words.saturday)}
            value={typed['thu-bay']}
            options={(['off', 'reception', 'worked'] as const).map((value) => ({ value, text: t(words[value]) }))}
          />
          <div className="of-saturday">
            <TimeSpan title={t(words.saturday)} names={['bay-tu', 'bay-den']} typed={typed} />
          </div>
        </div>
        <TextField
          name="chot"
          type="time"
          label={t(cutOffWords.cutOff)}
          value={typed.chot}
          hint={t(words.cutOffAbove, { time: hours.cutOff ?? '–' })}
        />
        <TextField name="van-ban" label={t(words.document)} value={typed['van-ban']} autoComplete="off" />
        <TextField name="ly-do" label={t(words.reason)} value={typed['ly-do']} autoComplete="off" />
        <Act text={t(words.preview)} icon="eye" />
      </form>
    </Block>
  )
}
