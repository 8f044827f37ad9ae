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
import { classes } from '#ui/class-names.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Block, Pane, Panes } from '#ui/office/Panes.tsx'
import { showClock } from '#values/show-time.ts'
import { FormToken } from '../../FormToken.tsx'
import { textOf } from '../../form-text.ts'
import { RefusedNote } from '../RefusedNote.tsx'
import { refusedAnswer, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { titled } from '../../titled.ts'
import { useLastAnswer } from '../../use-last-answer.ts'
import { officeWords } from '../words.ts'
import { CentreAlarm } from './CentreAlarm.tsx'
import { CentrePage } from './CentrePage.tsx'
import { Course } from './Course.tsx'
import { Marks, Queues } from './Queues.tsx'
import { queueWords } from './words.ts'

const words = {
  title: {
    vi: '{count} người đang chờ, {open} trong {all} quầy mở',
    en: '{count} waiting, {open} of {all} desks open',
  },
  lead: {
    vi: 'Hôm nay gọi {called} số, chờ trung bình {minutes} phút.',
    en: '{called} called today, {minutes} min of waiting on average.',
  },
  leadNone: { vi: 'Hôm nay chưa gọi số nào.', en: 'No number was called today.' },
  now: { vi: 'Quầy lúc này', en: 'Desks now' },
  usual: { vi: 'thường {minutes}', en: 'usually {minutes}' },
  until: { vi: 'đến {time}', en: 'until {time}' },
  free: { vi: 'Chưa gọi ai', en: 'Free' },
  side: { vi: 'Hàng đợi và ý kiến người dân', en: 'Queues and ratings' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  return staffPage(args).client.queue.viewCentre({})
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  try {
    await page.client.queue.serveAlso({ id: textOf(form, 'quay'), serviceId: textOf(form, 'viec') })
    return redirect('/can-bo/trung-tam')
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, officeWords.centre, officeWords.brand)

export type CentreView = Awaited<ReturnType<typeof loader>>

const refreshMs = 5000

/** The centre as its head sees it now: what is wrong and what would help, every desk, every queue, the day so far. */
export default function Centre() {
  const view = useLoaderData<typeof loader>()
  const refused = useLastAnswer<Refused>()?.refused
  const { language } = useOffice()
  const t = useSay()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(() => void revalidate(), refreshMs)
    return () => clearInterval(timer)
  }, [revalidate])
  return (
    <CentrePage
      title={t(words.title, {
        count: view.waiting,
        open: view.desks.filter(({ state }) => state === 'open').length,
        all: view.desks.length,
      })}
      text={
        view.waitMinutes === null
          ? t(words.leadNone)
          : t(words.lead, { called: view.called, minutes: Math.round(view.waitMinutes) })
      }
    >
      <Panes shape="side">
        <Pane label={t(words.now)} still>
          {refused && <RefusedNote language={language} refused={refused} />}
          {view.alarm && (
            <Form method="post">
              <FormToken />
              <CentreAlarm alarm={view.alarm} />
            </Form>
          )}
          <Block title={t(words.now)}>
            <ul className="centre-desks">
              {view.desks.map((desk) => (
                <Desk key={desk.id} desk={desk} />
              ))}
            </ul>
          </Block>
          <Course course={view.course} />
        </Pane>
        <Pane label={t(words.side)} ground="ground" still>
          <Queues services={view.services} />
          <Marks marks={view.marks} />
        </Pane>
      </Panes>
    </CentrePage>
  )
}

function Desk({ desk }: { readonly desk: CentreView['desks'][number] }) {
  const { language } = useOffice()
  const t = useSay()
  const { minutes, usualMinutes } = desk
  const isLong = minutes !== null && usualMinutes !== null && minutes > 2 * usualMinutes
  const time = minutes === null ? '' : t(queueWords.minutes, { count: Math.floor(minutes) })
  return (
    <li className={classes('centre-desk', `centre-desk-${desk.state}`, isLong && 'centre-desk-long')}>
      <p>
        <b>{t(queueWords.desk, { desk: desk.number })}</b>
        <small>{desk.services.map(({ letter }) => letter).join(' ')}</small>
      </p>
      <span className="centre-code">
        {desk.serving ?? t(desk.state === 'open' ? words.free : queueWords.state[desk.state])}
      </span>
      <span>{desk.officer ?? '–'}</span>
      <p>
        {isLong ? <StatusText tone="soon">{time}</StatusText> : <small>{time}</small>}
        <small>
          {usualMinutes !== null
            ? t(words.usual, { minutes: usualMinutes })
            : desk.backAt
              ? t(words.until, { time: showClock(desk.backAt) })
              : desk.services.map(({ name }) => name[language]).join(' · ')}
        </small>
      </p>
    </li>
  )
}
