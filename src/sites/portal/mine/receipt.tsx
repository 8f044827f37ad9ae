import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { showDong } from '#values/money.ts'
import { dateAt } from '#values/plain-date.ts'
import { showFullDate, showInstant } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { weekInWords } from '#engines/calendar/contract.ts'
import { ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { ReceiptCard, ReceiptFact } from '#ui/portal/Cards.tsx'
import { Section } from '#ui/portal/Columns.tsx'
import { IconList } from '#ui/portal/Lists.tsx'
import { ResultBand } from '#ui/portal/Notice.tsx'
import { QrCode } from '#ui/QrCode.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { PortalPage } from '../PortalPage.tsx'
import { Exemptions } from './Exemptions.tsx'
import { titled } from '../title.tsx'

const words = {
  sent: { vi: 'Đã gửi hồ sơ', en: 'Application sent' },
  at: { vi: 'Lúc {time}.', en: 'At {time}.' },
  code: { vi: 'Mã hồ sơ', en: 'Dossier code' },
  scan: {
    vi: 'Quét mã này để xem hồ sơ đến đâu. Cần thêm 4 số cuối điện thoại; không ai xem được giấy tờ.',
    en: 'Scan to see where it is. The last 4 digits of the phone are needed too; papers are not shown.',
  },
  qr: { vi: 'Mã QR dẫn đến trang tra cứu hồ sơ', en: 'QR code leading to the tracking page' },
  expected: { vi: 'Hẹn trả (dự kiến)', en: 'Due (expected)' },
  ifToday: {
    vi: 'nếu {unit} tiếp nhận trong hôm nay. Ngày chính thức ghi trong tin nhắn tiếp nhận.',
    en: 'if {unit} receives it today. The definite date comes with the message of reception.',
  },
  together: { vi: 'Cùng nộp: {names}', en: 'Filed together: {names}' },
  atOnce: { vi: 'Một lần nộp, {count} hồ sơ', en: 'One filing, {count} dossiers' },
  atOnceText: {
    vi: 'Cùng gửi một lúc; mỗi hồ sơ có mã, ngày hẹn và kết quả riêng.',
    en: 'Each has its own code, date and result.',
  },
  atOnceAt: {
    vi: 'Mã {code}. {owner} giải quyết, tiếp nhận ở {receiver}.',
    en: 'Code {code}. {owner} decides, received at {receiver}.',
  },
  next: { vi: 'Việc tiếp theo', en: 'What comes next' },
  check: { vi: '{unit} kiểm tra', en: '{unit} checks' },
  checkText: {
    vi: 'Chậm nhất {time} sẽ báo: nhận, hoặc cần bổ sung gì.',
    en: 'By {time} you are told: received, or what is missing.',
  },
  fee: { vi: 'Lệ phí {amount}, trả ở quầy', en: 'Fee {amount}, paid at the counter' },
  feeText: { vi: 'Mang theo khi đến nhận kết quả.', en: 'Bring it when you collect the result.' },
  pay: { vi: 'Trả phí {amount}', en: 'Pay {amount}' },
  result: { vi: 'Nhận kết quả', en: 'Get the result' },
  resultText: {
    vi: 'Tại {unit} ({hours}), hoặc tải bản điện tử ở trang của ông/bà.',
    en: 'At {unit} ({hours}), or download it on your page.',
  },
  sentText: {
    vi: 'Bưu điện mang đến: {address}. Bản điện tử tải ở trang của ông/bà.',
    en: 'By post to: {address}. An electronic copy is on your page.',
  },
  follow: { vi: 'Xem hồ sơ này', en: 'Follow this dossier' },
  print: { vi: 'Tải giấy (PDF)', en: 'Download (PDF)' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const [receipt, { isOnline }] = await Promise.all([
    page.client.services.getReceipt({ id: args.params['id'] ?? '' }),
    page.client.payments.describePaying({}),
  ])
  return { language: page.language, receipt, isOnline }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, { vi: 'Đã gửi hồ sơ', en: 'Application sent' })

export default function ReceiptPage() {
  const { language, receipt, isOnline } = useLoaderData<typeof loader>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const unpaid = receipt.fees.filter((fee) => !fee.paidAt)
  const total = unpaid.reduce((sum, fee) => sum + fee.amount, 0)
  const now = unpaid.reduce((sum, fee) => sum + (fee.payAt === 'reception' ? fee.amount : 0), 0)
  const paysNow = isOnline && now > 0
  return (
    <PortalPage
      narrow
      top={
        <ResultBand
          tone="good"
          title={t(words.sent)}
          lines={[t(words.at, { time: showInstant(receipt.filedAt, language) })]}
        />
      }
    >
      <ReceiptCard
        parts={[
          <ReceiptFact
            key="code"
            term={t(words.code)}
            value={receipt.code}
            note={t(words.scan)}
            picture={<QrCode text={receipt.lookUpUrl} label={t(words.qr)} />}
          />,
          <ReceiptFact
            key="due"
            term={t(words.expected)}
            value={showFullDate(dateAt(receipt.promised), language)}
            note={t(words.ifToday, { unit: receipt.ownerName })}
          />,
          <ReceiptFact
            key="what"
            term={receipt.procedureName}
            value={receipt.applicantName}
            note={
              receipt.coApplicants.length > 0
                ? t(words.together, { names: receipt.coApplicants.join(', ') })
                : undefined
            }
          />,
        ]}
      />
      {receipt.filedAtOnce.length > 0 && (
        <Section title={t(words.atOnce, { count: receipt.filedAtOnce.length + 1 })}>
          <p>{t(words.atOnceText)}</p>
          <IconList
            items={receipt.filedAtOnce.map((other) => ({
              icon: 'file-check',
              title: other.procedureName,
              href: `/trang-cua-toi/ho-so/${other.id}/bien-nhan`,
              text: t(words.atOnceAt, { code: other.code, owner: other.ownerName, receiver: other.receiverName }),
            }))}
          />
        </Section>
      )}
      <ButtonRow>
        {paysNow && (
          <ButtonLink href={`/trang-cua-toi/ho-so/${receipt.id}/tra-phi`}>
            {t(words.pay, { amount: showDong(now) })}
          </ButtonLink>
        )}
        <ButtonLink href={`/trang-cua-toi/ho-so/${receipt.id}`} kind={paysNow ? 'secondary' : 'primary'}>
          {t(words.follow)}
        </ButtonLink>
        <ButtonLink href={`/api/services/dossiers/${receipt.id}/print/application`} kind="secondary" icon="download">
          {t(words.print)}
        </ButtonLink>
      </ButtonRow>
      <Exemptions exemptions={receipt.exemptions} language={language} />
      <Section title={t(words.next)}>
        <IconList
          items={[
            {
              icon: 'building-bank',
              title: t(words.check, { unit: receipt.ownerName }),
              text: t(words.checkText, { time: showInstant(receipt.answerBy, language) }),
            },
            ...(total > 0 && !paysNow
              ? [{ icon: 'coin' as const, title: t(words.fee, { amount: showDong(total) }), text: t(words.feeText) }]
              : []),
            {
              icon: 'certificate',
              title: t(words.result),
              text:
                receipt.resultAddress === null
                  ? t(words.resultText, {
                      unit: receipt.receiverName,
                      hours: weekInWords(receipt.receiverHours, language),
                    })
                  : t(words.sentText, { address: receipt.resultAddress }),
            },
          ]}
        />
      </Section>
    </PortalPage>
  )
}
