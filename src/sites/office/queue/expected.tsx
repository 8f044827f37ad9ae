import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { showClock, showFullDate } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { DataTable, ListFoot } from '#ui/office/DataTable.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { titled } from '../../titled.ts'
import { CounterPage } from '../counter/CounterPage.tsx'
import { DayChoice, dayAsked } from '../counter/DayChoice.tsx'
import { counterWords } from '../counter/words.ts'
import { staffPage } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'

const words = {
  lead: {
    vi: '{centre}, {day}. Trang in được bằng Ctrl+P.',
    en: '{centre}, {day}. Print the page by Ctrl+P.',
  },
  time: { vi: 'Giờ hẹn', en: 'Time' },
  person: { vi: 'Người hẹn', en: 'Who' },
  service: { vi: 'Việc', en: 'What for' },
  code: { vi: 'Mã hẹn', en: 'Code' },
  state: { vi: 'Tình trạng', en: 'State' },
  booked: { vi: 'Chưa đến', en: 'Not here yet' },
  arrived: { vi: 'Đã đến, số {ticket}', en: 'Here, number {ticket}' },
  missed: { vi: 'Không đến', en: 'Did not come' },
  rows: { vi: '{count} lượt hẹn', en: '{count} appointments' },
  none: { vi: 'Chưa ai hẹn ngày này', en: 'Nobody is expected on this day' },
  noneText: { vi: 'Người dân đặt hẹn trên Cổng thì hiện ở đây.', en: 'What is booked on the portal shows here.' },
} as const satisfies Record<string, Words>

const path = '/can-bo/quay/goi-so/lich-hen'

const looks = {
  booked: { tone: 'soon', icon: 'hourglass' },
  arrived: { tone: 'good', icon: 'circle-check' },
  missed: { tone: 'paused', icon: 'ban' },
} as const

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const query = new URL(args.request.url).searchParams
  const { today, day } = dayAsked(query)
  const after = query.get('sau') ?? undefined
  const expected = await client.queue.listExpected({ day, after, limit: 100 })
  return { today, day, isFirst: after === undefined, ...expected }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, counterWords.expected, officeWords.brand)

/** Who is expected on a day, in the order of time. */
export default function Expected() {
  const { today, day, centre, rows, next, isFirst } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  const href = (of: string, after?: string) =>
    `${path}?${new URLSearchParams({ ngay: of, ...(after && { sau: after }) })}`
  return (
    <CounterPage
      rail={false}
      head={
        <PageHead
          title={t(counterWords.expected)}
          text={t(words.lead, { centre, day: showFullDate(day, language) })}
          back={{ href: '/can-bo/quay/goi-so', text: t(counterWords.desk) }}
        />
      }
    >
      <Panes shape="one">
        <Pane
          label={t(counterWords.expected)}
          foot={
            next === undefined && isFirst ? undefined : (
              <ListFoot
                language={language}
                text={t(words.rows, { count: rows.length })}
                newerHref={isFirst ? undefined : href(day)}
                olderHref={next && href(day, next)}
              />
            )
          }
        >
          <Block>
            <DayChoice path={path} today={today} day={day} />
          </Block>
          {rows.length === 0 ? (
            <EmptyState icon="calendar" tone="paused" title={t(words.none)} text={t(words.noneText)} />
          ) : (
            <DataTable
              language={language}
              caption={t(counterWords.expected)}
              sticky
              columns={[
                { key: 'time', title: t(words.time), heads: true, width: 90 },
                { key: 'person', title: t(words.person), strong: true },
                { key: 'service', title: t(words.service) },
                { key: 'code', title: t(words.code), code: true, width: 130 },
                { key: 'state', title: t(words.state), width: 200 },
              ]}
              rows={rows.map((row) => ({
                id: row.id,
                time: showClock(row.at),
                person: row.personName,
                service: say(row.service, language),
                code: row.code,
                state: (
                  <StatusText {...looks[row.state]}>{t(words[row.state], { ticket: row.ticket ?? '' })}</StatusText>
                ),
              }))}
            />
          )}
        </Pane>
      </Panes>
    </CounterPage>
  )
}
