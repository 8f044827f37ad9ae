import { useEffect } from 'react'
import {
  Form,
  redirect,
  useLoaderData,
  useRevalidator,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import type { Words } from '#values/words.ts'
import { hintOf } from '#ui/keymap.ts'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { Act } from '#ui/office/Button.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { unlessGone } from '../../client.ts'
import { FormToken } from '../../FormToken.tsx'
import { titled } from '../../titled.ts'
import { useLastAnswer } from '../../use-last-answer.ts'
import { CounterPage } from '../counter/CounterPage.tsx'
import { counterWords } from '../counter/words.ts'
import { RefusedNote } from '../RefusedNote.tsx'
import { refusedAnswer, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { actAtDesk } from './act-at-desk.ts'
import { ChooseDesk } from './ChooseDesk.tsx'
import { Served } from './Served.tsx'
import { pressKey } from './DeskAct.tsx'
import { WaitingList } from './WaitingList.tsx'
import { queueWords } from './words.ts'
import './queue.css'

const words = {
  title: { vi: 'Gọi số', en: 'Call numbers' },
  atDesk: { vi: 'Quầy {desk}: {services}', en: 'Desk {desk}: {services}' },
  none: { vi: 'Nơi này chưa dùng hàng đợi lấy số', en: 'There is no queue here' },
  noneText: {
    vi: 'Hồ sơ vẫn tiếp nhận như thường ở mục Tiếp nhận.',
    en: 'Dossiers are received as usual, under Reception.',
  },
  served: { vi: 'Đang phục vụ', en: 'Being served' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  return { view: (await unlessGone(() => client.queue.viewDesk({}))) ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  try {
    await actAtDesk(page.client, form)
    // A strip beside other work stays where it is.
    return form.has('tai-cho') ? null : redirect('/can-bo/quay/goi-so')
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export type DeskView = NonNullable<Awaited<ReturnType<typeof loader>>['view']>

const refreshMs = 5000

/** The screen of the officer at a desk: F2 calls the next number. */
export default function Desk() {
  const { view } = useLoaderData<typeof loader>()
  const refused = useLastAnswer<Refused>()?.refused
  const { language } = useOffice()
  const t = useSay()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(() => void revalidate(), refreshMs)
    return () => clearInterval(timer)
  }, [revalidate])
  const desk = view?.desk ?? null
  return (
    <CounterPage
      rail={false}
      head={
        <PageHead
          title={t(words.title)}
          text={
            desk &&
            t(words.atDesk, {
              desk: desk.number,
              services: desk.services.map(({ name }) => name[language]).join(' · '),
            })
          }
          right={<Act icon="calendar" text={t(counterWords.expected)} href="/can-bo/quay/goi-so/lich-hen" />}
        />
      }
      keys={{ extra: { f2: pressKey('goi'), f3: pressKey('goi-lai'), f4: pressKey('vang'), f5: pressKey('xong') } }}
      hints={[
        { caps: ['F2'], text: t(queueWords.next) },
        { caps: ['F3'], text: t(queueWords.again) },
        { caps: ['F4'], text: t(queueWords.absent) },
        { caps: ['F5'], text: t(queueWords.done) },
        hintOf('search', language),
      ]}
    >
      {view === null ? (
        <EmptyState icon="ticket" tone="paused" title={t(words.none)} text={t(words.noneText)} />
      ) : (
        <Form method="post" className="fill">
          <FormToken />
          <Panes shape="side">
            <Pane label={t(words.served)}>
              {refused && <RefusedNote language={language} refused={refused} />}
              {desk === null ? <ChooseDesk desks={view.desks} /> : <Served view={view} desk={desk} />}
            </Pane>
            <Pane label={t(words.waiting)} ground="ground">
              <WaitingList view={view} />
            </Pane>
          </Panes>
        </Form>
      )}
    </CounterPage>
  )
}
