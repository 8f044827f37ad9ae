import { showDong } from '#values/money.ts'
import { fill, say, type Words } from '#values/words.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { ActionCard } from '#ui/portal/Cards.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { StatusBadge } from '#ui/portal/StatusBadge.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { PaymentFrame } from './PaymentFrame.tsx'
import { Refunds } from './Refunds.tsx'
import type { ShownOrder } from './shown-order.ts'

const words = {
  due: { vi: 'Chưa trả', en: 'Not paid' },
  title: { vi: 'Chưa trả được {amount}', en: '{amount} is not paid' },
  text: {
    vi: 'Giao dịch không thành, tài khoản của ông/bà không bị trừ. Trả lại, hoặc trả ở {unit}, đọc mã {code}.',
    en: 'The transaction failed and nothing was taken. Pay again, or at {unit}: say {code}.',
  },
  textUnknown: {
    vi: 'Ngân hàng không trả lời về giao dịch này. Tài khoản đã bị trừ thì đừng trả lại: báo {unit}, đọc mã {code}, để kế toán hỏi nền tảng thanh toán. Chưa bị trừ thì trả lại, hoặc trả ở quầy đó.',
    en: 'The bank did not answer about this transaction. If money was taken, do not pay again: tell {unit}, code {code}, whose accountant asks the platform. If not, pay again, or there.',
  },
  textTaken: {
    vi: 'Số tiền ngân hàng chuyển đến không khớp nên khoản này chưa tính là đã trả; tiền đó được hoàn lại, xem bên dưới. Trả lại, hoặc trả ở {unit}, đọc mã {code}.',
    en: 'What the bank sent does not match, so this does not count as paid; that money goes back, see below. Pay again, or at {unit}: say {code}.',
  },
  over: { vi: 'Không phải trả nữa', en: 'Nothing to pay any more' },
  overText: {
    vi: 'Hồ sơ {code} đã dừng, nên không phải trả khoản này.',
    en: 'Dossier {code} has ended; this is not owed.',
  },
  again: { vi: 'Trả lại', en: 'Pay again' },
  back: { vi: 'Xem hồ sơ', en: 'The dossier' },
  wrong: { vi: 'Chưa làm được', en: 'Not done' },
} as const satisfies Record<string, Words>

/** It was not paid, or is owed no more. */
export function NotPaid({ language, order, error }: ShownOrder) {
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const isDue = order.state === 'due'
  // Where money came after all, nobody is told that none was taken.
  const owed = order.refunds.length > 0 ? words.textTaken : order.attempt?.isGivenUp ? words.textUnknown : words.text
  const text = isDue ? owed : words.overText
  const facts = { amount: showDong(order.total), unit: order.collectorName, code: order.fileCode }
  return (
    <PaymentFrame language={language} title={order.serviceName} link={order.link}>
      {error !== undefined && <ErrorSummary title={t(words.wrong)} errors={[{ fieldId: 'content', text: error }]} />}
      <ActionCard
        tone={isDue ? 'late' : 'paused'}
        edge="top"
        badge={isDue ? <StatusBadge tone="late">{t(words.due)}</StatusBadge> : undefined}
        title={t(isDue ? words.title : words.over, facts)}
      >
        <p>{t(text, facts)}</p>
      </ActionCard>
      <Refunds language={language} order={order} />
      <ButtonRow>
        {isDue && order.canPayOnline && (
          <form method="post">
            <FormToken />
            <SendOnce />
            <Button>{t(words.again)}</Button>
          </form>
        )}
        <ButtonLink kind="secondary" href={order.link}>
          {t(words.back)}
        </ButtonLink>
      </ButtonRow>
    </PaymentFrame>
  )
}
