import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { showClock } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { FactCard } from '#ui/portal/FactCard.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { pageOf } from '../client.ts'
import { PortalPage } from './PortalPage.tsx'
import { titled } from './title.tsx'

const words = {
  title: { vi: 'Số của ông/bà: {code}', en: 'Your number: {code}' },
  about: { vi: 'Số thứ tự {code}', en: 'Number {code}' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  called: { vi: 'Mời đến quầy {desk}', en: 'Please come to desk {desk}' },
  done: { vi: 'Đã phục vụ xong', en: 'Served' },
  doneText: { vi: 'Cảm ơn ông/bà. Số này không dùng nữa.', en: 'Thank you. This number is used no more.' },
  absent: { vi: 'Đã gọi mà chưa gặp', en: 'Called, and not there' },
  absentText: {
    vi: 'Báo bàn đón tiếp: không phải lấy số lại, được gọi kế tiếp.',
    en: 'Tell the reception: no new number is needed, you are called next.',
  },
  calledText: { vi: 'Quầy đang chờ ông/bà.', en: 'The desk is waiting for you.' },
  before: { vi: 'Trước ông/bà', en: 'Before you' },
  people: { vi: '{count} người', en: '{count}' },
  about2: { vi: 'Chừng', en: 'About' },
  minutes: { vi: '{count} phút nữa', en: '{count} more minutes' },
  soon: { vi: 'sắp gọi', en: 'soon' },
  closed: { vi: 'chưa biết: quầy chưa mở', en: 'not known: no desk is open' },
  forecast: {
    vi: 'Ước theo lượt phục vụ hôm nay; có thể nhanh hoặc chậm hơn.',
    en: 'By how long people took today; it may be sooner or later.',
  },
  desks: { vi: 'Quầy', en: 'Desks' },
  serving: { vi: 'Đang gọi', en: 'Now serving' },
  taken: { vi: 'Lấy số lúc', en: 'Taken at' },
  fresh: {
    vi: 'Trang tự làm mới mỗi {seconds} giây. Xem lúc {time}.',
    en: 'Refreshes every {seconds} seconds. As of {time}.',
  },
} as const satisfies Record<string, Words>

const refreshSeconds = 20

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  return { language, at: new Date(), ticket: await client.queue.followTicket({ id: args.params['id'] ?? '' }) }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, fill(words.about, { code: loaderData?.ticket.code ?? '' }))

/** Where a number of today stands, for whoever scanned the code on its slip; without a name and without a script. */
export default function PlaceInQueue() {
  const { language, at, ticket } = useLoaderData<typeof loader>()
  const t = (one: Words, values: Readonly<Record<string, string | number>> = {}) => say(fill(one, values), language)
  const { state, minutes } = ticket
  const isOver = state === 'done'
  const wait = minutes === null ? t(words.closed) : minutes === 0 ? t(words.soon) : t(words.minutes, { count: minutes })
  return (
    <PortalPage narrow>
      {!isOver && <meta httpEquiv="refresh" content={String(refreshSeconds)} />}
      <PageTitle
        title={t(words.title, { code: ticket.code })}
        lead={`${say(ticket.service.name, language)}. ${ticket.centre}`}
      />
      {state === 'called' && (
        <Notice tone="good" title={t(words.called, { desk: ticket.desk ?? '' })}>
          <p>{t(words.calledText)}</p>
        </Notice>
      )}
      {state === 'absent' && (
        <Notice tone="soon" title={t(words.absent)}>
          <p>{t(words.absentText)}</p>
        </Notice>
      )}
      {isOver && (
        <Notice tone="good" title={t(words.done)}>
          <p>{t(words.doneText)}</p>
        </Notice>
      )}
      {state === 'waiting' && (
        <FactCard
          label={t(words.waiting)}
          facts={[
            { term: t(words.before), value: t(words.people, { count: ticket.waiting }), large: true },
            { term: t(words.about2), value: wait, large: true, note: t(words.forecast) },
            ...(ticket.desks.length > 0 ? [{ term: t(words.desks), value: ticket.desks.join(', ') }] : []),
            ...(ticket.serving === null ? [] : [{ term: t(words.serving), value: ticket.serving }]),
            { term: t(words.taken), value: showClock(ticket.takenAt) },
          ]}
        />
      )}
      {!isOver && <p className="note">{t(words.fresh, { seconds: refreshSeconds, time: showClock(at) })}</p>}
    </PortalPage>
  )
}
