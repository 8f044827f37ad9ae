import {
  redirect,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showClock, showDayMonth } from '#values/show-time.ts'
import { say } from '#values/words.ts'
import { Button } from '#ui/portal/Button.tsx'
import { EmptyState } from '#ui/portal/Cards.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { Pager } from '#ui/portal/DataTable.tsx'
import { DatedList } from '#ui/portal/Lists.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { MinePage } from './MinePage.tsx'
import { titled } from '../title.tsx'
import { FormToken } from '../../FormToken.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const after = new URL(args.request.url).searchParams.get('sau') ?? undefined
  return {
    language: page.language,
    messages: await page.client.notification.listMessages({ after, limit: 30 }),
  }
}

export async function action(args: ActionFunctionArgs) {
  await pageOf(args).client.notification.markRead({})
  return redirect('/trang-cua-toi/tin-nhan')
}

export const meta: MetaFunction = ({ matches }) => titled(matches, { vi: 'Tin nhắn', en: 'Messages' })

export default function Messages() {
  const { language, messages } = useLoaderData<typeof loader>()
  const vi = language === 'vi'
  return (
    <MinePage language={language} tab="messages">
      <PageTitle title={vi ? 'Tin nhắn' : 'Messages'} />
      <p>
        <a href="/trang-cua-toi/nhan-tin">{vi ? 'Chọn cách nhận tin: SMS, thư điện tử' : 'Choose how you are told'}</a>
      </p>
      {messages.rows.length === 0 ? (
        <EmptyState title={vi ? 'Chưa có tin nhắn' : 'No messages'}>
          {vi ? 'Mỗi lần hồ sơ có thay đổi, tin sẽ đến đây.' : 'Each change of a dossier is told here.'}
        </EmptyState>
      ) : (
        <>
          <DatedList
            dates="times"
            items={messages.rows.map((row) => ({
              date: `${showDayMonth(dateAt(row.at))}, ${showClock(row.at)}`,
              href: row.link ?? '#',
              text: say(row.words, language),
              unread: row.readAt === null ? say({ vi: 'Chưa đọc', en: 'Unread' }, language) : undefined,
            }))}
          />
          <form method="post">
            <FormToken />
            <SendOnce />
            <Button kind="secondary">{vi ? 'Đánh dấu đã đọc hết' : 'Mark all as read'}</Button>
          </form>
        </>
      )}
      {messages.next && (
        <Pager
          label={vi ? 'Tin nhắn' : 'Messages'}
          older={{ href: `?sau=${encodeURIComponent(messages.next)}`, text: vi ? 'Cũ hơn' : 'Older' }}
        />
      )}
    </MinePage>
  )
}
