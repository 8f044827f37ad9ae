import { showDong } from '#values/money.ts'
import { showClock } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { Button, ButtonLink } from '#ui/portal/Button.tsx'
import { ActionCard } from '#ui/portal/Cards.tsx'
import { Section } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { IconList } from '#ui/portal/Lists.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { StatusBadge } from '#ui/portal/StatusBadge.tsx'
import { Timeline } from '#ui/portal/Timeline.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { installation } from '../../installation.ts'
import { PaymentFrame } from './PaymentFrame.tsx'
import type { ShownOrder } from './shown-order.ts'

const words = {
  badge: { vi: 'Chờ ngân hàng trả lời', en: 'Waiting for the bank' },
  title: {
    vi: 'Chưa biết tiền đã đi chưa. Đừng trả lần nữa',
    en: 'Not known yet whether it is paid. Do not pay twice',
  },
  text: {
    vi: 'Lệnh {amount} gửi lúc {time}. Ngân hàng chưa báo xong hay hỏng. Hồ sơ của ông/bà vẫn giữ nguyên.',
    en: 'An order of {amount} was sent at {time}. The bank has not answered yet. Your dossier stays as it is.',
  },
  asked: {
    vi: 'Trang này tự xem lại mỗi {seconds} giây; đã hỏi ngân hàng {count} lần.',
    en: 'This page looks again every {seconds} seconds; the bank was asked {count} times.',
  },
  looks: { vi: 'Trang này tự xem lại mỗi {seconds} giây.', en: 'This page looks again every {seconds} seconds.' },
  where: { vi: 'Tiền đang ở đâu?', en: 'Where is the money?' },
  sent: { vi: 'Tỉnh gửi yêu cầu thu', en: 'The province asked for it' },
  sentText: { vi: '{time}, mã {reference}', en: '{time}, {reference}' },
  taken: { vi: 'Nền tảng thanh toán nhận yêu cầu', en: 'The payment platform took the request' },
  open: { vi: 'Chờ ngân hàng báo kết quả', en: 'Waiting for the outcome' },
  openText: { vi: 'Thường dưới 1 phút', en: 'Mostly within a minute' },
  receipt: { vi: 'Biên lai', en: 'Receipt' },
  close: { vi: 'Đóng trang này được.', en: 'You may close this page.' },
  closeText: {
    vi: 'Có kết quả sẽ báo ở Trang của tôi và qua thư điện tử.',
    en: 'You are told on your page and by e-mail.',
  },
  long: { vi: 'Nếu lâu quá thì sao?', en: 'What if it takes long?' },
  gone: { vi: 'Tiền đã đi', en: 'The money went' },
  goneText: { vi: 'Biên lai tự về, chậm nhất 3 ngày.', en: 'The receipt comes by itself, within 3 days.' },
  failed: { vi: 'Tiền bị trừ mà hỏng', en: 'It was taken and failed' },
  failedText: {
    vi: 'Ngân hàng hoàn lại. Trả hai lần thì lần sau được hoàn.',
    en: 'The bank returns it. If it was paid twice, the second goes back.',
  },
  ask: { vi: 'Hỏi lại ngay', en: 'Ask again now' },
  unpaid: { vi: 'Chưa trả? Sang lại trang trả tiền', en: 'Not paid yet? Back to the page of payment' },
  call: { vi: 'Gọi {line}, đọc mã {reference}', en: 'Call {line} and say {reference}' },
  wrong: { vi: 'Chưa hỏi được', en: 'Not asked' },
} as const satisfies Record<string, Words>

const seconds = 20

/** Nobody knows yet what became of it: where the money is, and that it must not be paid twice. */
export function Waiting({ language, order, error, now }: ShownOrder & { readonly now: Date }) {
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const { attempt } = order
  if (attempt === null) return null
  const asked = attempt.asked - 1
  const time = showClock(attempt.startedAt)
  const line = installation.helpLine
  return (
    <PaymentFrame language={language} title={order.serviceName} link={order.link}>
      {/* A form that could not be sent is not sent again by itself. */}
      {error === undefined && <meta httpEquiv="refresh" content={now > attempt.startedAt ? String(seconds) : '5'} />}
      {error !== undefined && <ErrorSummary title={t(words.wrong)} errors={[{ fieldId: 'content', text: error }]} />}
      <ActionCard
        tone="soon"
        edge="top"
        badge={
          <StatusBadge tone="soon" icon="hourglass">
            {t(words.badge)}
          </StatusBadge>
        }
        title={t(words.title)}
      >
        <p>{t(words.text, { amount: showDong(order.total), time })}</p>
        <p className="note">{asked > 0 ? t(words.asked, { seconds, count: asked }) : t(words.looks, { seconds })}</p>
      </ActionCard>
      <Section title={t(words.where)}>
        <Timeline
          language={language}
          items={[
            {
              state: 'done',
              title: t(words.sent),
              text: t(words.sentText, { time, reference: attempt.reference }),
            },
            { state: attempt.pageUrl === null ? 'now' : 'done', title: t(words.taken) },
            { state: attempt.pageUrl === null ? 'todo' : 'now', title: t(words.open), text: t(words.openText) },
            { state: 'todo', title: t(words.receipt) },
          ]}
        />
      </Section>
      <Notice icon="message">
        <b>{t(words.close)}</b> {t(words.closeText)}
      </Notice>
      <Section title={t(words.long)}>
        <IconList
          items={[
            { icon: 'circle-check', title: t(words.gone), text: t(words.goneText) },
            { icon: 'arrow-back-up', title: t(words.failed), text: t(words.failedText) },
          ]}
        />
      </Section>
      <form method="post" className="stack">
        <FormToken />
        <SendOnce />
        <Button kind="secondary" wide name="hoi" value="1">
          {t(words.ask)}
        </Button>
      </form>
      {attempt.pageUrl && (
        <ButtonLink kind="plain" href={attempt.pageUrl}>
          {t(words.unpaid)}
        </ButtonLink>
      )}
      <p className="note">
        <a href={`tel:${line.replaceAll(' ', '')}`}>{t(words.call, { line, reference: attempt.reference })}</a>
      </p>
    </PaymentFrame>
  )
}
