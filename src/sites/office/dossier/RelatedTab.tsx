import { Form } from 'react-router'
import { showDong } from '#values/money.ts'
import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { RadioChips } from '#ui/office/Fields.tsx'
import { LineList } from '#ui/office/Lines.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { ExemptionLines } from '../counter/ExemptionLines.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import type { OfficeDossier } from '../acts/acts.ts'
import type { Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { whenOf } from './opinions.ts'
import { printHref } from './paper-links.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { FormToken } from '../../FormToken.tsx'

const words = {
  fees: { vi: 'Phí, lệ phí', en: 'Fees' },
  obligations: { vi: 'Nghĩa vụ tài chính', en: 'Financial obligations' },
  obligationsNote: {
    vi: 'Theo thông báo; người nộp trả qua mạng, trả đủ thì hồ sơ tự tính giờ tiếp.',
    en: 'By notice; the applicant pays online, and the clock goes on by itself once all is paid.',
  },
  paidByNotice: { vi: 'Đã nộp {when}, biên lai {number}', en: 'Paid {when}, receipt {number}' },
  notPaid: { vi: 'Chưa nộp', en: 'Not paid' },
  noFees: { vi: 'Không thu phí, lệ phí.', en: 'No fees.' },
  paid: { vi: 'Đã thu {when}, biên lai {number}', en: 'Paid {when}, receipt {number}' },
  unpaid: { vi: 'Chưa thu', en: 'Not paid' },
  method: { vi: 'Cách thu', en: 'Method' },
  cash: { vi: 'Tiền mặt', en: 'Cash' },
  transfer: { vi: 'Chuyển khoản', en: 'Transfer' },
  take: { vi: 'Ghi đã thu', en: 'Take the fee' },
  counterOnly: { vi: 'Thu lệ phí ở quầy một cửa.', en: 'Fees are taken at the counter.' },
  asked: { vi: 'Yêu cầu bổ sung', en: 'Supplement request' },
  askedBy: { vi: '{by}, {when}; đến hết {due}', en: '{by}, {when}; until {due}' },
  answered: { vi: 'Người nộp trả lời {when}', en: 'Answered {when}' },
  waiting: { vi: 'Chưa trả lời', en: 'Not answered' },
  contact: { vi: 'Người nộp', en: 'Applicant' },
  name: { vi: 'Họ tên', en: 'Name' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  enterprise: { vi: 'Tổ chức', en: 'Organisation' },
  atOnce: { vi: 'Nộp cùng một lần', en: 'Filed in one go' },
  atOnceOpen: { vi: 'Mã {code}, đang giải quyết', en: 'Code {code}, in progress' },
  atOnceOut: { vi: 'Mã {code}, kết quả số {number}', en: 'Code {code}, result no. {number}' },
  together: { vi: 'Cùng nộp', en: 'Filed together' },
  planned: { vi: 'Các bước còn lại', en: 'Remaining steps' },
  hours: { vi: '{hours} giờ làm việc', en: '{hours} working hours' },
  now: { vi: 'đang làm', en: 'now' },
  slip: { vi: 'Phiếu kiểm soát', en: 'Control slip' },
  handovers: { vi: 'Danh sách bàn giao', en: 'Hand-over lists' },
  papers: { vi: 'Bản giấy', en: 'On paper' },
} as const satisfies Record<string, Words>

/** Fees, the request to the applicant, the way that remains, slips. */
export function RelatedTab({
  dossier,
  refused,
}: {
  readonly dossier: OfficeDossier
  readonly refused: Refused['refused'] | undefined
}) {
  const { language, me } = useOffice()
  const t = useSay()
  const { supplement } = dossier
  const mayTake = me.permissions.includes('dossier.receive')
  return (
    <>
      <Block title={t(words.fees)}>
        {refused?.typed['do'] === 'pay' && <RefusedNote language={language} refused={refused} />}
        <ExemptionLines exemptions={dossier.exemptions} />
        {dossier.fees.length === 0 ? (
          <p className="quiet">{t(words.noFees)}</p>
        ) : (
          <FactRows
            rows={dossier.fees.map((fee) => ({
              term: t(fee.name),
              value: showDong(fee.amount),
              note: fee.paidAt
                ? t(words.paid, { when: whenOf(fee.paidAt), number: fee.receiptNumber ?? '' })
                : t(words.unpaid),
              tone: fee.paidAt ? ('good' as const) : ('soon' as const),
            }))}
          />
        )}
        {dossier.fees
          .filter((fee) => !fee.paidAt)
          .map((fee) => (
            <Form key={fee.id} method="post">
              <FormToken />
              <SendOnce />
              <input type="hidden" name="do" value="pay" />
              <input type="hidden" name="fee" value={fee.id} />
              {mayTake ? (
                <>
                  <RadioChips
                    name="method"
                    legend={`${t(fee.name)}: ${t(words.method)}`}
                    value="cash"
                    options={[
                      { value: 'cash', text: t(words.cash) },
                      { value: 'transfer', text: t(words.transfer) },
                    ]}
                  />
                  <ActionRow>
                    <Act icon="coin" text={t(words.take)} />
                  </ActionRow>
                </>
              ) : (
                <Act icon="coin" text={t(words.take)} refused={t(words.counterOnly)} />
              )}
            </Form>
          ))}
      </Block>
      {dossier.obligations.length > 0 && (
        <Block title={t(words.obligations)} note={t(words.obligationsNote)}>
          <FactRows
            rows={dossier.obligations.map((due) => ({
              term: t(due.name),
              value: showDong(due.amount),
              note: due.paidAt
                ? t(words.paidByNotice, { when: whenOf(due.paidAt), number: due.receiptNumber ?? '' })
                : t(words.notPaid),
              tone: due.paidAt ? ('good' as const) : ('soon' as const),
            }))}
          />
        </Block>
      )}
      {supplement && (
        <Block
          title={t(words.asked)}
          note={t(words.askedBy, {
            by: supplement.askedBy,
            when: whenOf(supplement.askedAt),
            due: whenOf(supplement.due),
          })}
        >
          <LineList
            label={t(words.asked)}
            lines={supplement.pins.map((pin) => ({ id: pin.path, icon: 'pinned', text: pin.label, note: pin.reason }))}
          />
          <StatusText tone={supplement.answeredAt ? 'good' : 'waiting'}>
            {supplement.answeredAt ? t(words.answered, { when: whenOf(supplement.answeredAt) }) : t(words.waiting)}
          </StatusText>
        </Block>
      )}
      <Block title={t(words.contact)}>
        <FactRows
          rows={[
            { term: t(words.name), value: dossier.applicantName },
            ...(dossier.enterpriseName ? [{ term: t(words.enterprise), value: dossier.enterpriseName }] : []),
            ...(dossier.coApplicants.length > 0
              ? [{ term: t(words.together), value: dossier.coApplicants.join(', ') }]
              : []),
            ...(dossier.applicantPhone
              ? [
                  {
                    term: t(words.phone),
                    value: <a href={`tel:${dossier.applicantPhone}`}>{dossier.applicantPhone}</a>,
                  },
                ]
              : []),
          ]}
        />
      </Block>
      {dossier.filedAtOnce.length > 0 && (
        <Block title={t(words.atOnce)}>
          <LineList
            label={t(words.atOnce)}
            lines={dossier.filedAtOnce.map(({ id, code, procedureName, resultNumber }) => ({
              id,
              icon: resultNumber === null ? 'circle-dot' : 'certificate',
              text: procedureName,
              note:
                resultNumber === null
                  ? t(words.atOnceOpen, { code })
                  : t(words.atOnceOut, { code, number: resultNumber }),
            }))}
          />
        </Block>
      )}
      {dossier.planned.length > 0 && (
        <Block title={t(words.planned)}>
          <LineList
            label={t(words.planned)}
            lines={dossier.planned.map((step) => ({
              id: step.step,
              icon: step.isOpen ? 'circle-dot' : 'circle',
              text: t(step.name),
              note: step.unitName,
              right: step.isOpen ? t(words.now) : t(words.hours, { hours: step.hours }),
            }))}
          />
        </Block>
      )}
      <Block title={t(words.papers)}>
        <ActionRow>
          <Act icon="printer" text={t(words.slip)} href={printHref(dossier.id, 'control-slip')} />
          <Act icon="arrows-exchange" text={t(words.handovers)} href="/can-bo/ban-giao" />
        </ActionRow>
      </Block>
    </>
  )
}
