import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FailedColumn } from '../Failed.tsx'
import { refusedAnswer, staffPage, tried } from '../staff.ts'
import { textOf } from '../../form-text.ts'
import { titled } from '../../titled.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { CounterPage } from './CounterPage.tsx'
import { PostUnderWay } from './PostUnderWay.tsx'
import { ReadyForPost } from './ReadyForPost.tsx'
import { counterWords } from './words.ts'

const words = {
  lead: {
    vi: 'Kết quả gửi đến nhà và giấy tờ nhờ bưu điện đến nhận. Giao cho bưu tá theo danh sách có số, in hai bản.',
    en: 'Results sent home and papers to be collected, given to the post on a numbered list in two copies.',
  },
  ready: { vi: 'Chờ giao bưu điện', en: 'For the post' },
  underWay: { vi: 'Bưu điện đang giữ', en: 'With the post' },
  done: { vi: 'Đã lập danh sách {number}', en: 'List {number} made' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { client } = page
  const query = new URL(args.request.url).searchParams
  const after = query.get('sau') ?? undefined
  const [ready, orders] = await Promise.all([
    tried(page, () => client.services.listReadyForPost({})),
    tried(page, () => client.services.listPostalOrders({ after, limit: 100 })),
  ])
  return { ready, orders, made: query.get('so') }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { services } = page.client
  const form = await args.request.formData()
  const chosen = (name: string) => form.getAll(name).map(String)
  const tracking = (id: string) => textOf(form, `so-hieu ${id}`) || undefined
  try {
    const id = textOf(form, 'buu-gui')
    if (form.has('da-phat')) await services.reportPostalOrder({ id, report: { state: 'done' } })
    else if (form.has('chuyen-hoan'))
      await services.reportPostalOrder({ id, report: { state: 'returned', reason: textOf(form, 'ly-do') } })
    else if (form.has('da-nhan'))
      await services.reportPostalOrder({ id, report: { state: 'fetched', receiverSeen: true } })
    else {
      const { listNumber } = await services.handToPost({
        results: chosen('ket-qua').map((one) => {
          const [dossierId = '', revision = '', step = ''] = one.split(' ')
          return { dossierId, revision: Number(revision), step, trackingNumber: tracking(dossierId) }
        }),
        orders: chosen('yeu-cau').map((one) => ({ id: one, trackingNumber: tracking(one) })),
      })
      return redirect(`/can-bo/buu-dien?so=${encodeURIComponent(listNumber)}`)
    }
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  return redirect('/can-bo/buu-dien')
}

export const meta: MetaFunction = ({ matches }) => titled(matches, counterWords.post, officeWords.brand)

export default function Post() {
  const { ready, orders, made } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { language } = useOffice()
  const t = useSay()
  const waits = 'failed' in orders ? [] : orders.value.rows.filter(({ state }) => state !== 'with-post')
  return (
    <CounterPage
      rail={false}
      head={<PageHead title={t(counterWords.post)} text={t(words.lead)} />}
      done={made ? t(words.done, { number: made }) : undefined}
    >
      <Panes shape="side">
        <Pane label={t(words.ready)}>
          {failed && (
            <NoteBox tone="late" icon="alert-circle" title={t(counterWords.wrong)} live>
              <p>{failed.refused.text}</p>
            </NoteBox>
          )}
          {'failed' in ready ? (
            <FailedColumn language={language} told={ready.failed} />
          ) : (
            <ReadyForPost results={ready.value} orders={waits} />
          )}
        </Pane>
        <Pane label={t(words.underWay)} ground="ground">
          {'failed' in orders ? (
            <FailedColumn language={language} told={orders.failed} />
          ) : (
            <PostUnderWay
              orders={orders.value.rows.filter(({ state }) => state !== 'asked')}
              next={orders.value.next}
            />
          )}
        </Pane>
      </Panes>
    </CounterPage>
  )
}
