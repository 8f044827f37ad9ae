import { Form } from 'react-router'
import { Act } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { SectionTitle } from '#ui/office/Panes.tsx'
import type { Words } from '#values/words.ts'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'

const words = {
  title: { vi: 'Giờ yên lặng', en: 'Quiet hours' },
  text: {
    vi: 'Trong giờ này không gửi SMS và thông báo máy, trừ tin khẩn; tin chờ đến hết giờ yên lặng.',
    en: 'No SMS and no push in these hours unless urgent; they wait for the end.',
  },
  from: { vi: 'Từ', en: 'From' },
  until: { vi: 'Đến', en: 'Until' },
} as const satisfies Record<string, Words>

interface QuietHoursFormProps {
  readonly quiet: { readonly from: string; readonly until: string }
  readonly mayChange: boolean
}

/** When no phone is to ring. */
export function QuietHoursForm({ quiet, mayChange }: QuietHoursFormProps) {
  const t = useSay()
  return (
    <>
      <SectionTitle title={t(words.title)} small />
      <p className="quiet">{t(words.text)}</p>
      <Form method="post" className="part-form">
        <FormToken />
        <SendOnce />
        <input type="hidden" name="quiet" value="yes" />
        <TextField name="quietFrom" type="time" label={t(words.from)} value={quiet.from} />
        <TextField name="quietUntil" type="time" label={t(words.until)} value={quiet.until} />
        {mayChange && (
          <p className="in-line">
            <Act text={t(adminWords.save)} />
          </p>
        )}
      </Form>
    </>
  )
}
