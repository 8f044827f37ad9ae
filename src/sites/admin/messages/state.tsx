import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { channelWords, deliveryTones, deliveryWords } from '#engines/notification/web/index.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { groupThousands } from '#values/money.ts'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { textOf } from '../../form-text.ts'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import { refusedAnswer, staffPage } from '../../office/staff.ts'
import { titled } from '../../titled.ts'
import { useAdmin, useMay, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { MessagePages, tabs } from './MessagePages.tsx'

const words = {
  channels: { vi: 'Các đường gửi', en: 'Channels' },
  channel: { vi: 'Đường gửi', en: 'Channel' },
  setUp: { vi: 'Đã nối', en: 'Connected' },
  notSetUp: { vi: 'Chưa nối', en: 'Not connected' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  since: { vi: 'Chờ lâu nhất từ', en: 'Oldest since' },
  sent: { vi: 'Gửi trong 24 giờ', en: 'Sent in 24 hours' },
  arrived: { vi: 'Đã tới máy', en: 'Delivered' },
  troubled: { vi: 'Hỏng', en: 'Failed' },
  trouble: { vi: 'Tin cần xem', en: 'To be looked at' },
  none: { vi: 'Không có tin nào hỏng', en: 'Nothing has failed' },
  noneText: {
    vi: 'Tin không gửi được, không tới máy hay không rõ đã gửi chưa nằm ở đây, sau khi máy đã thử lại và đổi đường gửi.',
    en: 'What could not be sent, did not arrive or may not have left ends up here, after it was tried again and by other channels.',
  },
  at: { vi: 'Lúc', en: 'At' },
  to: { vi: 'Đến', en: 'To' },
  text: { vi: 'Nội dung', en: 'Text' },
  state: { vi: 'Tình trạng', en: 'State' },
  why: { vi: 'Vì sao', en: 'Why' },
  retry: { vi: 'Gửi lại', en: 'Send again' },
  left: { vi: 'Đã tới', en: 'It arrived' },
  lost: { vi: 'Không tới', en: 'It did not' },
  unsureText: {
    vi: 'Tin “chưa rõ”: đường truyền đứt giữa chừng. Hỏi nhà mạng hoặc người nhận rồi bấm Đã tới, hoặc Không tới để báo bằng đường tiếp theo của mẫu tin. Gửi lại khi chưa hỏi thì có thể người nhận được hai lần.',
    en: '“Not sure”: the line broke midway. Ask the provider or the person, then say that it arrived, or that it did not, and the next channel of the template has its turn. Sent again unasked, it may arrive twice.',
  },
  more: { vi: 'Xem tiếp', en: 'More' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { notification } = staffPage(args).client
  const after = args.url.searchParams.get('sau') ?? undefined
  const [{ channels }, troubled] = await Promise.all([
    notification.viewDeliveries({}),
    notification.listTroubled({ limit: 50, ...(after !== undefined && { after }) }),
  ])
  return { channels, troubled }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  try {
    const { notification } = page.client
    const one = { channel: textOf(form, 'duong') === 'sms' ? 'sms' : 'email', id: textOf(form, 'tin') } as const
    const act = textOf(form, 'viec')
    if (act === 'gui-lai') await notification.retryDelivery(one)
    else await notification.decideDelivery({ ...one, decision: act === 'da-toi' ? 'left' : 'lost' })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  return redirect(tabs.state.href)
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.messages, adminWords.admin)

export default function MessageState() {
  const { channels, troubled } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { language } = useAdmin()
  const t = useSay()
  const mayAct = useMay('job.manage')
  return (
    <MessagePages tab="state">
      <Panes shape="one">
        <Pane label={t(words.channels)}>
          {refused && <RefusedNote language={language} refused={refused.refused} />}
          <Block title={t(words.channels)}>
            <DataTable
              language={language}
              caption={t(words.channels)}
              columns={[
                { key: 'name', title: t(words.channel), heads: true },
                { key: 'open', title: t(words.state), width: 130 },
                { key: 'waiting', title: t(words.waiting), width: 100, number: true },
                { key: 'since', title: t(words.since), width: 190 },
                { key: 'sent', title: t(words.sent), width: 130, number: true },
                { key: 'arrived', title: t(words.arrived), width: 110, number: true },
                { key: 'troubled', title: t(words.troubled), width: 80, number: true },
              ]}
              rows={channels.map((one) => ({
                id: one.channel,
                name: t(channelWords[one.channel]),
                open: (
                  <StatusText tone={one.isOpen ? 'good' : 'paused'} icon={one.isOpen ? 'circle-check' : 'player-pause'}>
                    {t(one.isOpen ? words.setUp : words.notSetUp)}
                  </StatusText>
                ),
                waiting: groupThousands(one.waiting),
                since: one.oldest === null ? '' : showInstant(one.oldest, language),
                sent: groupThousands(one.sent),
                arrived: one.channel === 'sms' ? groupThousands(one.delivered) : '',
                troubled: groupThousands(one.troubled),
              }))}
            />
          </Block>
          <Block title={t(words.trouble)}>
            {troubled.rows.length === 0 ? (
              <EmptyState title={t(words.none)} icon="circle-check" tone="good" text={t(words.noneText)} />
            ) : (
              <>
                <p className="quiet">{t(words.unsureText)}</p>
                <DataTable
                  language={language}
                  caption={t(words.trouble)}
                  columns={[
                    { key: 'at', title: t(words.at), width: 150 },
                    { key: 'to', title: t(words.to), width: 140, code: true },
                    { key: 'text', title: t(words.text), heads: true },
                    { key: 'state', title: t(words.state), width: 170 },
                    { key: 'why', title: t(words.why), width: 150, quiet: true },
                    { key: 'act', title: '', width: 300 },
                  ]}
                  rows={troubled.rows.map((one) => ({
                    id: one.id,
                    at: showInstant(one.at, language),
                    to: one.to,
                    text: one.text,
                    state: (
                      <StatusText tone={deliveryTones[one.state]} icon="alert-circle">
                        {t(deliveryWords[one.state])}
                      </StatusText>
                    ),
                    why: one.error ?? '',
                    act: mayAct && (one.canRetry || one.canDecide) && (
                      <Form method="post">
                        <FormToken />
                        <SendOnce />
                        <input type="hidden" name="duong" value={one.channel} />
                        <input type="hidden" name="tin" value={one.id} />
                        <ActionRow>
                          {one.canDecide && <Act text={t(words.left)} name="viec" value="da-toi" />}
                          {one.canDecide && <Act text={t(words.lost)} name="viec" value="khong-toi" />}
                          {one.canRetry && <Act text={t(words.retry)} name="viec" value="gui-lai" />}
                        </ActionRow>
                      </Form>
                    ),
                  }))}
                />
                {troubled.next !== undefined && (
                  <a href={`${tabs.state.href}?sau=${encodeURIComponent(troubled.next)}`}>{t(words.more)}</a>
                )}
              </>
            )}
          </Block>
        </Pane>
      </Panes>
    </MessagePages>
  )
}
