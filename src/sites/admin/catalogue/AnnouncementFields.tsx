import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { FieldRow, SelectField, TextField } from '#ui/office/Fields.tsx'
import { textOf } from '../../form-text.ts'
import { useSay } from '../use-admin.ts'

const words = {
  document: { vi: 'Số quyết định', en: 'Number of the decision' },
  issuer: { vi: 'Ai công bố', en: 'Who announces' },
  province: { vi: 'Chủ tịch UBND tỉnh', en: 'The province' },
  ministry: { vi: 'Bộ, ngành', en: 'A ministry' },
  signed: { vi: 'Ngày ký', en: 'Signed on' },
  published: { vi: 'Ngày công khai', en: 'Published on' },
  effective: { vi: 'Áp dụng từ ngày', en: 'In effect from' },
} as const satisfies Record<string, Words>

interface AnnouncementFieldsProps {
  readonly today: string
  readonly typed: Readonly<Record<string, string>> | undefined
}

/** The decision by which something is announced or repealed, and its days. */
export function AnnouncementFields({ today, typed }: AnnouncementFieldsProps) {
  const t = useSay()
  return (
    <>
      <TextField name="so" label={t(words.document)} placeholder="1234/QĐ-UBND" value={typed?.['so']} required />
      <SelectField
        name="ai"
        label={t(words.issuer)}
        value={typed?.['ai'] ?? 'province'}
        options={(['province', 'ministry'] as const).map((value) => ({ value, text: t(words[value]) }))}
      />
      <FieldRow>
        <TextField name="ky" type="date" label={t(words.signed)} value={typed?.['ky'] ?? today} required />
        <TextField
          name="cong-khai"
          type="date"
          label={t(words.published)}
          value={typed?.['cong-khai'] ?? today}
          required
        />
      </FieldRow>
      <TextField name="ap-dung" type="date" label={t(words.effective)} value={typed?.['ap-dung'] ?? today} required />
    </>
  )
}

/** What these fields say; days that are none are refused by the operation. */
export const announcementOf = (form: FormData) => ({
  document: textOf(form, 'so'),
  issuer: textOf(form, 'ai') === 'ministry' ? ('ministry' as const) : ('province' as const),
  signedOn: textOf(form, 'ky') as PlainDate,
  publishedOn: textOf(form, 'cong-khai') as PlainDate,
  effectiveOn: textOf(form, 'ap-dung') as PlainDate,
})
