import { Form } from 'react-router'
import { showDong } from '#values/money.ts'
import { showInstant } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { counterWords } from './words.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { FormToken } from '../../FormToken.tsx'

const words = {
  none: { vi: 'Không thu phí, lệ phí.', en: 'No fee.' },
  paid: { vi: '{amount} · biên lai {receipt}, {time}', en: '{amount} · receipt {receipt}, {time}' },
  print: { vi: 'In biên lai', en: 'Print the receipt' },
  due: { vi: '{amount} chưa thu', en: '{amount} not paid' },
  elsewhere: { vi: '{amount}, trả tại nơi tiếp nhận', en: '{amount}, paid where it is received' },
} as const satisfies Record<string, Words>

export type Fees = Awaited<ReturnType<Client['services']['getDossier']>>['fees']

/** What is to be paid and what was paid; what is not yet paid can be taken here, unless another counter takes it. */
export function FeeLines({ fees, elsewhere = false }: { readonly fees: Fees; readonly elsewhere?: boolean }) {
  const { language, me } = useOffice()
  const t = useSay()
  if (fees.length === 0) return <p className="quiet">{t(words.none)}</p>
  return (
    <FactRows
      rows={fees.map((fee) => ({
        term: say(fee.name, language),
        value: fee.paidAt ? (
          <span className="act-line">
            <StatusText tone="good" icon="check">
              {t(words.paid, {
                amount: showDong(fee.amount),
                receipt: fee.receiptNumber ?? '',
                time: showInstant(fee.paidAt, language),
              })}
            </StatusText>
            {fee.receiptId && me.permissions.includes('payment.take') && (
              <Act icon="printer" text={t(words.print)} href={`/api/payments/desk/receipts/${fee.receiptId}`} />
            )}
          </span>
        ) : elsewhere ? (
          t(words.elsewhere, { amount: showDong(fee.amount) })
        ) : (
          <Form method="post" className="act-line">
            <FormToken />
            <SendOnce />
            <input type="hidden" name="phi" value={fee.id} />
            <StatusText tone="soon">{t(words.due, { amount: showDong(fee.amount) })}</StatusText>
            <Act icon="coin" text={t(counterWords.cash)} name="thu" value="cash" />
            <Act icon="qrcode" text={t(counterWords.transfer)} name="thu" value="transfer" />
          </Form>
        ),
      }))}
    />
  )
}

export const isPaid = (fees: Fees): boolean => fees.every((fee) => fee.paidAt)
