import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { textOf } from '../form-text.ts'
import { RefusedNote } from '../office/RefusedNote.tsx'
import { refusedAnswer, staffPage } from '../office/staff.ts'
import { AdminPage } from './AdminPage.tsx'
import { useAdmin, useMay, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'
import { SendOnce } from '../SendOnce.tsx'
import { titled } from '../titled.ts'
import { FormToken } from '../FormToken.tsx'

const words = {
  lead: {
    vi: 'Việc máy tự làm sau khi người làm xong: báo tin, gửi thư, dọn tệp, niêm phong',
    en: 'What the machine does after people are done: messages, mail, tidying',
  },
  failed: { vi: 'Đã hỏng sau mọi lần thử', en: 'Failed after every try' },
  what: { vi: 'Việc', en: 'Work' },
  why: { vi: 'Vì sao', en: 'Why' },
  at: { vi: 'Lúc', en: 'At' },
  retry: { vi: 'Chạy lại', en: 'Run again' },
  none: { vi: 'Không có việc nào hỏng', en: 'Nothing has failed' },
  noneText: {
    vi: 'Việc hỏng được thử lại nhiều lần, giãn dần, rồi mới nằm ở đây.',
    en: 'Work is tried again and again before it ends up here.',
  },
  queues: { vi: 'Hàng việc', en: 'Queues' },
  idle: { vi: 'Không có gì đang chờ', en: 'Nothing waits' },
  queue: { vi: 'Hàng', en: 'Queue' },
  waiting: { vi: 'Chờ', en: 'Waiting' },
  running: { vi: 'Đang chạy', en: 'Running' },
  retrying: { vi: 'Thử lại', en: 'Retrying' },
  broken: { vi: 'Hỏng', en: 'Failed' },
  oldest: { vi: 'Chờ từ', en: 'Since' },
  events: { vi: 'Sự kiện chưa chuyển', en: 'Events not passed on' },
  emails: { vi: 'Thư chưa gửi', en: 'Mail not sent' },
  emailsFailed: { vi: 'Thư gửi hỏng', en: 'Mail failed' },
} as const satisfies Record<string, Words>

const queueWords = {
  events: { vi: 'Sau mỗi việc', en: 'After what was done' },
  schedule: { vi: 'Theo giờ', en: 'By the clock' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  return page.client.operations.viewJobs({})
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  try {
    await page.client.operations.retryJob({ id: textOf(form, 'viec') })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  return redirect('/quan-tri/viec-nen')
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.jobs, adminWords.admin)

export default function Jobs() {
  const { queues, events, emails, failed } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { language } = useAdmin()
  const t = useSay()
  const mayRetry = useMay('job.manage')
  // What was given up stands in its own list.
  const working = queues.filter(({ name }) => name !== 'failed')
  const busy = working.filter((queue) => queue.waiting + queue.running + queue.retrying + queue.failed > 0)
  return (
    <AdminPage>
      <PageHead title={t(adminWords.jobs)} text={t(words.lead)} />
      <Panes shape="side">
        <Pane label={t(words.failed)}>
          {refused && <RefusedNote language={language} refused={refused.refused} />}
          <Block title={t(words.failed)}>
            {failed.length === 0 ? (
              <EmptyState title={t(words.none)} icon="circle-check" tone="good" text={t(words.noneText)} />
            ) : (
              <DataTable
                language={language}
                caption={t(words.failed)}
                columns={[
                  { key: 'at', title: t(words.at), width: 150 },
                  { key: 'what', title: t(words.what), heads: true, code: true },
                  { key: 'retry', title: t(words.retry), width: 120 },
                  { key: 'why', title: t(words.why), quiet: true },
                ]}
                rows={failed.map((job) => ({
                  id: job.id,
                  at: showInstant(job.at, language),
                  what: job.what,
                  why: job.why,
                  retry: mayRetry ? (
                    <Form method="post">
                      <FormToken />
                      <SendOnce />
                      <input type="hidden" name="viec" value={job.id} />
                      <Act text={t(words.retry)} />
                    </Form>
                  ) : null,
                }))}
              />
            )}
          </Block>
          <Block title={t(words.queues)}>
            {busy.length === 0 && <p className="quiet">{t(words.idle)}</p>}
            {busy.length > 0 && (
              <DataTable
                language={language}
                caption={t(words.queues)}
                columns={[
                  { key: 'name', title: t(words.queue), heads: true },
                  { key: 'waiting', title: t(words.waiting), width: 90, number: true },
                  { key: 'running', title: t(words.running), width: 100, number: true },
                  { key: 'retrying', title: t(words.retrying), width: 90, number: true },
                  { key: 'failed', title: t(words.broken), width: 80, number: true },
                  { key: 'oldest', title: t(words.oldest), width: 170 },
                ]}
                rows={busy.map(({ name, waiting, running, retrying, failed: broken, oldestWaiting }) => ({
                  id: name,
                  name: name in queueWords ? t(queueWords[name as keyof typeof queueWords]) : name,
                  waiting,
                  running,
                  retrying,
                  failed: broken,
                  oldest: oldestWaiting === null ? '' : showInstant(oldestWaiting, language),
                }))}
              />
            )}
          </Block>
        </Pane>
        <Pane label={t(words.queues)} ground="ground">
          <Block>
            <FactRows
              rows={[
                { term: t(words.events), value: events.waiting },
                { term: t(words.emails), value: emails.waiting },
                {
                  term: t(words.emailsFailed),
                  value: (
                    <StatusText
                      tone={emails.failed > 0 ? 'late' : 'good'}
                      icon={emails.failed > 0 ? 'alert-circle' : 'circle-check'}
                    >
                      {String(emails.failed)}
                    </StatusText>
                  ),
                },
              ]}
            />
          </Block>
        </Pane>
      </Panes>
    </AdminPage>
  )
}
