import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem } from '#values/errors.ts'
import { showDong } from '#values/money.ts'
import { fill, say, type Words } from '#values/words.ts'
import { BackLink } from '#ui/portal/Breadcrumbs.tsx'
import { Button } from '#ui/portal/Button.tsx'
import { Card } from '#ui/portal/Cards.tsx'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { IconList } from '#ui/portal/Lists.tsx'
import { MoneyLines } from '#ui/portal/SummaryList.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { titled } from '../title.tsx'
import { LastStep, PaymentFrame } from './PaymentFrame.tsx'

const words = {
  title: { vi: 'Trả phí {amount}', en: 'Pay {amount}' },
  page: { vi: 'Trả phí', en: 'Pay the fee' },
  lead: {
    vi: 'Trả xong có biên lai ngay. Hồ sơ {code} vẫn giữ nguyên nếu ông/bà để sau.',
    en: 'The receipt comes at once. Dossier {code} stays as it is if you pay later.',
  },
  total: { vi: 'Tổng cộng', en: 'Total' },
  fee: { vi: 'Phí chuyển tiền', en: 'Transfer charge' },
  for: { vi: 'Thu cho {unit}.', en: 'Taken for {unit}.' },
  free: { vi: 'Ai được giảm, miễn?', en: 'Who pays less or nothing?' },
  how: { vi: 'Trả bằng cách nào?', en: 'How do you want to pay?' },
  online: { vi: 'Tài khoản, thẻ ngân hàng, ví điện tử', en: 'Bank account, card or wallet' },
  onlineText: {
    vi: 'Qua nền tảng thanh toán của Cổng Dịch vụ công quốc gia. Tỉnh không thấy, không giữ số thẻ.',
    en: 'By the payment platform of the national portal. The province neither sees nor keeps card numbers.',
  },
  counter: { vi: 'Tiền mặt, chuyển khoản ở quầy', en: 'Cash or transfer at the counter' },
  counterText: {
    vi: 'Đến {unit}, đọc mã {code}.',
    en: 'Go to {unit} and say {code}.',
  },
  go: { vi: 'Sang trang ngân hàng', en: 'Go to the bank' },
  wrong: { vi: 'Chưa trả được', en: 'Not paid' },
  back: { vi: 'Quay lại', en: 'Back' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const id = args.params['id'] ?? ''
  const [{ toPay, procedureCode, standing }, receipt, { isOnline }] = await Promise.all([
    page.client.services.getMyDossier({ id }),
    page.client.services.getReceipt({ id }),
    page.client.payments.describePaying({}),
  ])
  const mayPay = standing === 'own' || standing === 'acts'
  if (toPay.total === 0 || !mayPay) throw redirect(`/trang-cua-toi/ho-so/${id}`)
  return { language: page.language, toPay, procedureCode, receipt, isOnline }
}

export async function action(args: ActionFunctionArgs) {
  const { client, language } = pageOf(args)
  try {
    const { orderId } = await client.services.openPayment({ id: args.params['id'] ?? '' })
    await client.payments.startPayment({ id: orderId })
    return redirect(`/thanh-toan/${orderId}?di=1`)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return data({ error: say(error.words, language) }, { status: error.status })
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.page)

export default function PayPage() {
  const { language, toPay, procedureCode, receipt, isOnline } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const total = showDong(toPay.total)
  const link = `/trang-cua-toi/ho-so/${receipt.id}`
  return (
    <PaymentFrame language={language} title={receipt.procedureName} link={link}>
      {failed && <ErrorSummary title={t(words.wrong)} errors={[{ fieldId: 'content', text: failed.error }]} />}
      <LastStep language={language} />
      <PageTitle title={t(words.title, { amount: total })} lead={t(words.lead, { code: receipt.code })} />
      <Card>
        <MoneyLines
          lines={[
            ...toPay.fees.map((fee) => ({ text: t(fee.name), amount: showDong(fee.amount) })),
            ...(isOnline ? [{ text: t(words.fee), amount: showDong(0) }] : []),
          ]}
          total={{ text: t(words.total), amount: total }}
          note={
            <>
              {t(words.for, { unit: receipt.ownerName })}{' '}
              <a href={`/thu-tuc/${encodeURIComponent(procedureCode)}`}>{t(words.free)}</a>
            </>
          }
        />
      </Card>
      <Section title={t(words.how)}>
        <IconList
          items={[
            ...(isOnline ? [{ icon: 'credit-card' as const, title: t(words.online), text: t(words.onlineText) }] : []),
            {
              icon: 'coin',
              title: t(words.counter),
              text: t(words.counterText, { unit: receipt.receiverName, code: receipt.code }),
            },
          ]}
        />
      </Section>
      {isOnline && (
        <form method="post">
          <FormToken />
          <SendOnce />
          <Button size="large" wide iconAfter="arrow-right">
            {t(words.go)}
          </Button>
        </form>
      )}
      <BackLink href={link} text={t(words.back)} />
    </PaymentFrame>
  )
}
