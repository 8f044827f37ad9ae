import {
  Form,
  redirect,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { ListFoot } from '#ui/office/DataTable.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { WorkList } from '#ui/office/WorkList.tsx'
import { whenOf } from './dossier/opinions.ts'
import { OfficePage } from './OfficePage.tsx'
import { staffPage } from './staff.ts'
import { useOffice, useSay } from './use-office.ts'
import { officeWords } from './words.ts'
import { SendOnce } from '../SendOnce.tsx'
import { titled } from '../titled.ts'
import { FormToken } from '../FormToken.tsx'

const words = {
  unread: { vi: 'Chưa đọc', en: 'Unread' },
  read: { vi: 'Đã đọc', en: 'Read' },
  all: { vi: 'Đánh dấu đã đọc hết', en: 'Mark all as read' },
  none: { vi: 'Chưa có tin nhắn', en: 'No messages' },
  noneText: {
    vi: 'Khi việc được giao, người nộp trả lời, hay có ủy quyền, tin đến đây.',
    en: 'Work given, answers of applicants and delegations are told here.',
  },
  rows: { vi: '{count} tin', en: '{count} messages' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const after = new URL(args.request.url).searchParams.get('sau') ?? undefined
  return { after, messages: await page.client.notification.listMessages({ after, limit: 50 }) }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  await page.client.notification.markRead({})
  return redirect('/can-bo/tin-nhan')
}

export const meta: MetaFunction = ({ matches }) => titled(matches, officeWords.messages, officeWords.brand)

export default function Messages() {
  const { messages, after } = useLoaderData<typeof loader>()
  const { language, unread } = useOffice()
  const t = useSay()
  const groups = [
    { title: t(words.unread), rows: messages.rows.filter((row) => row.readAt === null) },
    { title: t(words.read), rows: messages.rows.filter((row) => row.readAt !== null) },
  ].filter((group) => group.rows.length > 0)
  return (
    <OfficePage>
      <PageHead
        title={t(officeWords.messages)}
        text={t(officeWords.unread, { count: unread })}
        right={
          unread > 0 && (
            <Form method="post">
              <FormToken />
              <SendOnce />
              <Act icon="checks" text={t(words.all)} />
            </Form>
          )
        }
      />
      <Panes shape="one">
        <Pane
          label={t(officeWords.messages)}
          foot={
            (after || messages.next) && (
              <ListFoot
                language={language}
                text={t(words.rows, { count: messages.rows.length })}
                newerHref={after && '/can-bo/tin-nhan'}
                olderHref={messages.next && `/can-bo/tin-nhan?sau=${encodeURIComponent(messages.next)}`}
              />
            )
          }
        >
          {groups.length === 0 ? (
            <EmptyState icon="message" tone="paused" title={t(words.none)} text={t(words.noneText)} />
          ) : (
            <WorkList
              language={language}
              groups={groups.map((group) => ({
                title: group.title,
                count: group.rows.length,
                items: group.rows.map((row) => ({
                  id: row.id,
                  href: row.link ?? '/can-bo/tin-nhan',
                  icon: 'message',
                  title: t(row.words),
                  note: whenOf(row.at),
                  unread: row.readAt === null,
                })),
              }))}
            />
          )}
        </Pane>
      </Panes>
    </OfficePage>
  )
}
