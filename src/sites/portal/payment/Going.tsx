import { showDong } from '#values/money.ts'
import { fill, say, type Words } from '#values/words.ts'
import { ButtonLink } from '#ui/portal/Button.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { PaymentFrame } from './PaymentFrame.tsx'
import type { ShownOrder } from './shown-order.ts'

const words = {
  title: { vi: 'Đang sang trang trả {amount}', en: 'Going to the page to pay {amount}' },
  opening: {
    vi: 'Đang báo cho nền tảng thanh toán. Trang này tự đi tiếp.',
    en: 'The payment platform is being told. This page goes on by itself.',
  },
  go: { vi: 'Sang trang trả tiền', en: 'Go to the page of payment' },
} as const satisfies Record<string, Words>

/**
 * Leads to the page of the platform without a script, as soon as it is there. Not by a redirect: browsers let no form lead to another
 * place than its policy names.
 */
export function Going({ language, order }: ShownOrder) {
  const pageUrl = order.attempt?.pageUrl
  return (
    <PaymentFrame language={language} title={order.serviceName} link={order.link}>
      <meta httpEquiv="refresh" content={pageUrl ? `0;url=${pageUrl}` : '1'} />
      <PageTitle
        title={say(fill(words.title, { amount: showDong(order.total) }), language)}
        lead={say(words.opening, language)}
      />
      {pageUrl && <ButtonLink href={pageUrl}>{say(words.go, language)}</ButtonLink>}
    </PaymentFrame>
  )
}
