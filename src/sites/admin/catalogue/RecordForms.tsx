import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { showShare } from '#values/show-share.ts'
import type { Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { FieldRow, SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { textOf } from '../../form-text.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { useSay } from '../use-admin.ts'
import { AnnouncementFields } from './AnnouncementFields.tsx'
import { acceptForm } from './Differences.tsx'
import { catalogueWords, type CatalogueRecord } from './words.ts'

const words = {
  accept: { vi: 'Công bố', en: 'Announce' },
  acceptNew: { vi: 'Công bố thủ tục mới', en: 'Announce it as new' },
  first: { vi: 'Bổ sung phần còn thiếu trước', en: 'Add what is missing first' },
  match: { vi: 'Là thủ tục nào', en: 'Which procedure it is' },
  isNew: { vi: 'Thủ tục mới', en: 'A new procedure' },
  keepMatch: { vi: 'Ghi lựa chọn', en: 'Keep the choice' },
  correct: { vi: 'Sửa bản ghi', en: 'Correct the record' },
  correctText: {
    vi: 'Nguyên văn vẫn giữ. Để trống ô nào thì giữ như danh mục ghi.',
    en: 'The original is kept. What is left empty stays.',
  },
  code: { vi: 'Mã quốc gia', en: 'National code' },
  performer: { vi: 'Sở, ngành giải quyết (tên đầy đủ)', en: 'The department (its full name)' },
  result: { vi: 'Kết quả', en: 'Result' },
  limit: { vi: 'Thời hạn', en: 'Time limit' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  'working-day': { vi: 'ngày làm việc', en: 'working days' },
  'calendar-day': { vi: 'ngày', en: 'days' },
  'working-hour': { vi: 'giờ làm việc', en: 'working hours' },
  'within-day': { vi: 'trong ngày (ghi 1)', en: 'within the day (1)' },
  stays: { vi: '(giữ nguyên)', en: '(stays)' },
  reject: { vi: 'Không nhận', en: 'Reject' },
  reason: { vi: 'Lý do', en: 'Reason' },
} as const satisfies Record<string, Words>

const limitUnits = ['working-day', 'calendar-day', 'working-hour', 'within-day'] as const
const tiers = ['province', 'district', 'commune'] as const

interface RecordFormsProps {
  readonly record: CatalogueRecord
  readonly today: string
  readonly typed: Readonly<Record<string, string>> | undefined
}

/** What can be decided on a record: announced, matched otherwise, corrected, rejected. */
export function RecordForms({ record, today, typed }: RecordFormsProps) {
  const t = useSay()
  const mayAccept = record.state === 'clear' || record.state === 'doubtful'
  return (
    <>
      {mayAccept && (
        <Block title={t(words.accept)} small>
          <RecordForm what="nhan" id={acceptForm}>
            <input type="hidden" name="da-xem" value={record.seen} />
            {record.matchedCode !== null && <input type="hidden" name="chon-muc" value="1" />}
            <AnnouncementFields today={today} typed={typed} />
            <Act
              kind="primary"
              icon="check"
              wide
              text={t(record.matchedCode === null ? words.acceptNew : words.accept)}
              {...(record.needs.length > 0 && { refused: t(words.first) })}
            />
          </RecordForm>
        </Block>
      )}
      {record.alike.length > 0 && (
        <Block title={t(words.match)} small>
          <RecordForm what="khop">
            <SelectField
              name="thu-tuc"
              label={t(words.match)}
              value={record.matchedCode ?? ''}
              options={[
                { value: '', text: t(words.isNew) },
                ...record.alike.map(({ code, name, level, likeness }) => ({
                  value: code,
                  text: `${code} ${name} (${t(sayTier(level))}, ${showShare(likeness, 1)})`,
                })),
              ]}
            />
            <Act text={t(words.keepMatch)} />
          </RecordForm>
        </Block>
      )}
      {record.said !== null && (
        <Block title={t(words.correct)} small>
          <details className="more" open={record.needs.length > 0 || record.state === 'aside' || undefined}>
            <summary>{t(words.correct)}</summary>
            <RecordForm what="sua">
              <p className="quiet">{t(words.correctText)}</p>
              <TextField name="ten" label={t(catalogueWords.name)} value={typed?.['ten']} />
              <TextField name="ma" label={t(words.code)} placeholder="1.000123" value={typed?.['ma']} />
              <SelectField
                name="cap"
                label={t(catalogueWords.level)}
                value={typed?.['cap'] ?? ''}
                options={[
                  { value: '', text: t(words.stays) },
                  ...tiers.map((value) => ({ value, text: t(sayTier(value)) })),
                ]}
              />
              <TextField name="so-nganh" label={t(words.performer)} value={typed?.['so-nganh']} />
              <TextField name="linh-vuc" label={t(catalogueWords.field)} value={typed?.['linh-vuc']} />
              <TextField name="ket-qua" label={t(words.result)} value={typed?.['ket-qua']} />
              <FieldRow>
                <TextField name="han" type="number" label={t(words.limit)} value={typed?.['han']} />
                <SelectField
                  name="don-vi"
                  label={t(words.unit)}
                  value={typed?.['don-vi'] ?? 'working-day'}
                  options={limitUnits.map((value) => ({ value, text: t(words[value]) }))}
                />
              </FieldRow>
              <Act text={t(words.correct)} />
            </RecordForm>
          </details>
        </Block>
      )}
      <Block title={t(words.reject)} small>
        <RecordForm what="tu-choi">
          <TextField name="ly-do" label={t(words.reason)} value={typed?.['ly-do']} required />
          <Act icon="x" text={t(words.reject)} />
        </RecordForm>
      </Block>
    </>
  )
}

interface RecordFormProps {
  readonly what: string
  readonly id?: string
  readonly children: ReactNode
}

const RecordForm = ({ what, id, children }: RecordFormProps) => (
  <Form method="post" id={id} className="plan-fields" preventScrollReset>
    <FormToken />
    <SendOnce />
    <input type="hidden" name="viec" value={what} />
    {children}
  </Form>
)

/** What the form to correct says; what is left empty is not said. */
export function correctionOf(form: FormData) {
  const said = (name: string) => textOf(form, name) || undefined
  const amount = Number(textOf(form, 'han'))
  const unit = limitUnits.find((one) => one === textOf(form, 'don-vi'))
  return {
    name: said('ten'),
    code: said('ma'),
    level: tiers.find((tier) => tier === textOf(form, 'cap')),
    performer: said('so-nganh'),
    field: said('linh-vuc'),
    result: said('ket-qua'),
    timeLimit: amount > 0 && unit !== undefined ? { amount, unit } : undefined,
  }
}

/** The facts that are ticked; of a new procedure there is nothing to choose. */
export const factsOf = (form: FormData) =>
  form.has('chon-muc') ? (form.getAll('muc') as CatalogueRecord['differences'][number]['fact'][]) : undefined
