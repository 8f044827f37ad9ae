import { useState } from 'react'
import { Form } from 'react-router'
import { factsByKind, previewSms, type TemplateText } from '#engines/notification/contract.ts'
import { factWords, kindWords, smsWords } from '#engines/notification/web/index.ts'
import { Act } from '#ui/office/Button.tsx'
import { Check, SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { textOf } from '../../form-text.ts'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import { refusedAt, type Refused } from '../../office/staff.ts'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { channelOrders, channelsSaid } from './channel-orders.ts'

const words = {
  plain: { vi: 'Bản không dấu', en: 'Without marks' },
  accented: { vi: 'Bản có dấu', en: 'With marks' },
  isAccented: { vi: 'Gửi SMS bản có dấu', en: 'Send the SMS with marks' },
  facts: {
    vi: 'Chỗ điền được: {facts}. Không ghi tên người, số định danh.',
    en: 'May be filled in: {facts}. No names, no numbers of persons.',
  },
  channels: { vi: 'Báo bằng', en: 'Told by' },
  takes: { vi: 'Cách dùng', en: 'How' },
  first: { vi: 'Lần lượt: hỏng thì đường sau', en: 'The first that works, then the next' },
  all: { vi: 'Tất cả cùng lúc', en: 'All of them' },
  isUrgent: { vi: 'Khẩn: gửi cả trong giờ yên lặng', en: 'Urgent: also in quiet hours' },
  procedure: { vi: 'Riêng cho thủ tục (mã)', en: 'Only for procedure (code)' },
  procedureHint: { vi: 'Để trống: mọi thủ tục chưa có mẫu riêng', en: 'Empty: all without their own' },
  preview: { vi: 'Trên điện thoại', en: 'On the phone' },
} as const satisfies Record<string, Words>

export type Template = Awaited<ReturnType<Client['notification']['listTemplates']>>['templates'][number]

/** What the form says, as the operation takes it. */
export const templateIn = (form: FormData): TemplateText => ({
  plain: textOf(form, 'plain'),
  accented: textOf(form, 'accented'),
  isAccented: form.has('isAccented'),
  channels: channelOrders.find((one) => one.join() === textOf(form, 'channels')) ?? [],
  takes: textOf(form, 'takes') === 'all' ? 'all' : 'first',
  isUrgent: form.has('isUrgent'),
})

interface TemplateFormProps {
  readonly template: Template
  readonly today: string
  readonly refused: Refused['refused'] | undefined
  readonly mayChange: boolean
}

/** Both texts of a template with what the phone will show, and how it goes out. */
export function TemplateForm({ template, today, refused, mayChange }: TemplateFormProps) {
  const { language } = useAdmin()
  const t = useSay()
  const typed = refused?.typed
  const [plain, setPlain] = useState(typed?.['plain'] ?? template.plain)
  const [accented, setAccented] = useState(typed?.['accented'] ?? template.accented)
  const [isAccented, setIsAccented] = useState(typed ? 'isAccented' in typed : template.isAccented)
  const { text, encoding, parts, units } = previewSms({ plain, accented, isAccented })
  const facts = factsByKind[template.kind].map((fact) => `{${fact}} ${t(factWords[fact])}`).join(', ')
  return (
    <Block title={t(kindWords[template.kind])}>
      {refused && <RefusedNote language={language} refused={refused} />}
      <Form method="post" className="part-form">
        <FormToken />
        <SendOnce />
        <input type="hidden" name="kind" value={template.kind} />
        <TextField
          name="plain"
          label={t(words.plain)}
          value={plain}
          onText={setPlain}
          rows={3}
          {...wrong(refusedAt(refused, 'plain', language))}
        />
        <TextField
          name="accented"
          label={t(words.accented)}
          value={accented}
          onText={setAccented}
          rows={3}
          {...wrong(refusedAt(refused, 'accented', language))}
        />
        <p className="quiet">{t(words.facts, { facts })}</p>
        <Check name="isAccented" checked={isAccented} onCheck={setIsAccented}>
          {t(words.isAccented)}
        </Check>
        <div className="sms-preview" aria-live="polite">
          <p className="quiet">{t(words.preview)}</p>
          <p className="sms-bubble">{text}</p>
          <p className="quiet">{t(smsWords.parts, { parts, units, kind: t(smsWords[encoding]) })}</p>
        </div>
        <SelectField
          name="channels"
          label={t(words.channels)}
          value={typed?.['channels'] ?? template.channels.join()}
          options={channelOrders.map((channels) => ({
            value: channels.join(),
            text: t(channelsSaid({ channels, takes: 'first' })),
          }))}
        />
        <SelectField
          name="takes"
          label={t(words.takes)}
          value={typed?.['takes'] ?? template.takes}
          options={(['first', 'all'] as const).map((one) => ({ value: one, text: t(words[one]) }))}
        />
        <Check name="isUrgent" checked={typed ? 'isUrgent' in typed : template.isUrgent}>
          {t(words.isUrgent)}
        </Check>
        <TextField
          name="procedureCode"
          label={t(words.procedure)}
          hint={t(words.procedureHint)}
          value={typed?.['procedureCode'] ?? template.procedureCode}
          code
        />
        <TextField
          name="from"
          type="date"
          label={t(adminWords.from)}
          value={typed?.['from'] ?? (template.from > today ? template.from : today)}
        />
        {mayChange && (
          <p className="in-line">
            <Act kind="primary" text={t(adminWords.save)} />
          </p>
        )}
      </Form>
    </Block>
  )
}

const wrong = (error: string | undefined) => (error === undefined ? {} : { error })
