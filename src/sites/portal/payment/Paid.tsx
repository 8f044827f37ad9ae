import { showDong } from '#values/money.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { Named } from '#ui/Named.tsx'
import { QrCode } from '#ui/QrCode.tsx'
import { ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { ReceiptCard, ReceiptFact } from '#ui/portal/Cards.tsx'
import { ResultBand } from '#ui/portal/Notice.tsx'
import { PortalPage } from '../PortalPage.tsx'
import { Refunds } from './Refunds.tsx'
import type { Order } from './shown-order.ts'

const words = {
  paid: { vi: 'Đã nhận {amount}', en: '{amount} received' },
  at: { vi: 'Lúc {time}.', en: 'At {time}.' },
  once: { vi: 'Chỉ tính một lần.', en: 'It counts once.' },
  receipt: { vi: 'Biên lai thu phí, lệ phí', en: 'Receipt of the fee' },
  number: { vi: 'Số {number}', en: 'No. {number}' },
  symbol: { vi: 'Ký hiệu {symbol}, ngày {day}', en: '{symbol}, {day}' },
  payer: { vi: 'Người nộp tiền', en: 'Paid by' },
  for: { vi: 'Nộp cho việc gì', en: 'For' },
  file: { vi: '{service}. Hồ sơ {code}', en: '{service}. Dossier {code}' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  unit: { vi: 'Cơ quan thu', en: 'Taken by' },
  verify: { vi: 'Kiểm tra biên lai', en: 'Verify it' },
  scan: {
    vi: 'Ai quét mã này đều kiểm được biên lai là thật.',
    en: 'Whoever scans this code sees that the receipt is genuine.',
  },
  qr: { vi: 'Mã QR dẫn đến trang kiểm tra biên lai', en: 'QR code leading to the page of verification' },
  pdf: { vi: 'Tải PDF', en: 'Download PDF' },
  dossier: { vi: 'Xem hồ sơ này', en: 'See this dossier' },
} as const satisfies Record<string, Words>

/** Paid: the receipt, as it is printed. */
export function Paid({ language, order }: { readonly language: Language; readonly order: Order }) {
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const { receipt } = order
  const total = showDong(order.total)
  return (
    <PortalPage
      narrow
      top={
        <ResultBand
          tone="good"
          title={t(words.paid, { amount: total })}
          lines={[...(order.paidAt ? [t(words.at, { time: showInstant(order.paidAt, language) })] : []), t(words.once)]}
        />
      }
    >
      <Refunds language={language} order={order} />
      {receipt && (
        <>
          <ReceiptCard
            parts={[
              <ReceiptFact
                key="number"
                term={t(words.receipt)}
                value={t(words.number, { number: receipt.number })}
                note={t(words.symbol, { symbol: receipt.symbol, day: showDate(dateAt(receipt.issuedAt)) })}
              />,
              <ReceiptFact key="payer" term={t(words.payer)} value={<Named>{receipt.payerName}</Named>} />,
              <ReceiptFact
                key="for"
                term={t(words.for)}
                value={order.items.map(({ name }) => t(name)).join(', ')}
                note={t(words.file, { service: order.serviceName, code: order.fileCode })}
              />,
              <ReceiptFact key="amount" term={t(words.amount)} value={total} note={t(receipt.amountInWords)} />,
              <ReceiptFact key="unit" term={t(words.unit)} value={<Named>{order.collectorName}</Named>} />,
              <ReceiptFact
                key="code"
                term={t(words.verify)}
                value={receipt.verificationCode}
                note={t(words.scan)}
                picture={<QrCode text={receipt.verifyUrl} label={t(words.qr)} />}
              />,
            ]}
          />
          <ButtonRow>
            <ButtonLink href={order.link}>{t(words.dossier)}</ButtonLink>
            <ButtonLink href={`/api/payments/orders/${order.id}/receipt`} kind="secondary" icon="download">
              {t(words.pdf)}
            </ButtonLink>
          </ButtonRow>
        </>
      )}
    </PortalPage>
  )
}
