import { showDong } from '#values/money.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { refundWords } from '#engines/payments/web/index.ts'
import { Notice } from '#ui/portal/Notice.tsx'
import type { Order } from './shown-order.ts'

const words = {
  title: { vi: '{amount} được hoàn lại', en: '{amount} goes back to you' },
  owed: {
    vi: '{why} Cơ quan thu hoàn lại vào tài khoản đã trả, ông/bà không phải làm gì.',
    en: '{why} It is returned to the account that paid; you need not do anything.',
  },
  returned: { vi: '{why} Đã hoàn ngày {day}.', en: '{why} Returned on {day}.' },
} as const satisfies Record<string, Words>

/** What came too much, and whether it went back. */
export const Refunds = ({ language, order }: { readonly language: Language; readonly order: Order }) =>
  order.refunds.map(({ cause, amount, owedAt, returnedAt }) => {
    const why = say(refundWords[cause] ?? { vi: '', en: '' }, language)
    return (
      <Notice
        key={`${cause} ${owedAt.toISOString()}`}
        tone={returnedAt === null ? 'soon' : 'good'}
        title={say(fill(words.title, { amount: showDong(amount) }), language)}
      >
        {returnedAt === null
          ? say(fill(words.owed, { why }), language)
          : say(fill(words.returned, { why, day: showDate(dateAt(returnedAt)) }), language)}
      </Notice>
    )
  })
