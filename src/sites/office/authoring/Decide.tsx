import { Form } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { useEditor } from './use-editor.ts'

const words = {
  submit: { vi: 'Gửi duyệt', en: 'Submit' },
  submitWrong: { vi: 'Gửi duyệt, còn {count} lỗi', en: 'Submit: {count} errors left' },
  fixFirst: { vi: 'Sửa hết lỗi ở cột phải, rồi gửi.', en: 'Put the errors right first.' },
  from: { vi: 'Hồ sơ nộp từ ngày', en: 'For dossiers filed from' },
  fromHint: {
    vi: 'Ngày đó bản này tự có hiệu lực; hồ sơ nộp trước giữ bản cũ, trừ khi chọn cho đi theo.',
    en: 'It comes into force by itself; what was filed before keeps the old one, unless chosen otherwise.',
  },
  withdraw: { vi: 'Bỏ bản này', en: 'Discard it' },
  approval: { vi: 'Duyệt', en: 'Approval' },
  document: { vi: 'Quyết định công bố số', en: 'Decision number' },
  approve: { vi: 'Duyệt và công bố', en: 'Approve and publish' },
  remark: { vi: 'Cần sửa gì', en: 'What to change' },
  return: { vi: 'Trả lại để sửa', en: 'Send back' },
  byOther: {
    vi: 'Chờ Văn phòng UBND tỉnh duyệt. Người đã soạn không tự duyệt.',
    en: 'Waits for the province. Nobody approves what they wrote.',
  },
} as const satisfies Record<string, Words>

/** The next lawful step of a draft: submit it, approve it, or send it back. */
export function Decide({ errors }: { readonly errors: number }) {
  const { draft } = useEditor()
  const t = useSay()
  const { now } = useOffice()
  if (draft.state === 'editing')
    return (
      <Block title={t(words.submit)} small>
        <Form method="post">
          <FormToken />
          <Given />
          <TextField
            name="effectiveOn"
            type="date"
            label={t(words.from)}
            hint={t(words.fromHint)}
            value={draft.effectiveOn ?? dateAt(now)}
            required
          />
          <ActionRow>
            {errors > 0 ? (
              <Act kind="primary" text={t(words.submitWrong, { count: errors })} refused={t(words.fixFirst)} />
            ) : (
              <Act kind="primary" icon="check" text={t(words.submit)} name="do" value="submit" />
            )}
          </ActionRow>
        </Form>
        <Withdraw />
      </Block>
    )
  if (draft.state !== 'submitted') return null
  if (!draft.mayApprove)
    return (
      <Block title={t(words.approval)} small>
        <p className="quiet">{t(words.byOther)}</p>
        <Withdraw />
      </Block>
    )
  return (
    <Block title={t(words.approval)} small>
      <Form method="post">
        <FormToken />
        <Given />
        <TextField name="document" label={t(words.document)} required />
        <ActionRow>
          <Act kind="primary" icon="check" text={t(words.approve)} name="do" value="approve" />
        </ActionRow>
      </Form>
      <Form method="post">
        <FormToken />
        <Given />
        <TextField name="remark" rows={2} label={t(words.remark)} />
        <ActionRow>
          <Act icon="arrow-back-up" text={t(words.return)} name="do" value="return" />
        </ActionRow>
      </Form>
    </Block>
  )
}

/** What each of these forms says beside its own. */
function Given() {
  const { draft } = useEditor()
  return (
    <>
      <SendOnce />
      <input type="hidden" name="revision" value={draft.revision} />
    </>
  )
}

function Withdraw() {
  const t = useSay()
  return (
    <Form method="post">
      <FormToken />
      <Given />
      <ActionRow>
        <Act kind="link" icon="trash" text={t(words.withdraw)} name="do" value="withdraw" />
      </ActionRow>
    </Form>
  )
}
