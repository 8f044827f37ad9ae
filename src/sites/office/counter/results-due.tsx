import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { showFullDate, showInstant } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable, ListFoot } from '#ui/office/DataTable.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FilterChips } from '#ui/office/Tabs.tsx'
import { handOutHref } from '../acts/acts.ts'
import { staffPage } from '../staff.ts'
import { titled } from '../../titled.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { CounterPage } from './CounterPage.tsx'
import { DayChoice, dayAsked } from './DayChoice.tsx'
import { counterWords } from './words.ts'

const words = {
  lead: {
    vi: '{counter}, {day}. Gồm hồ sơ hẹn đến hết ngày, hồ sơ quá hẹn chưa trả và kết quả đã có, chờ người đến nhận.',
    en: '{counter}, {day}. What is promised by the end of the day, what is late, and results that wait to be fetched.',
  },
  counter: { vi: 'Quầy', en: 'Counter' },
  promised: { vi: 'Hẹn trả', en: 'Promised' },
  state: { vi: 'Tình trạng', en: 'State' },
  ready: { vi: 'Có kết quả', en: 'Ready' },
  late: { vi: 'Quá hẹn: {where}', en: 'Late: {where}' },
  waits: { vi: 'Chờ người nộp bổ sung', en: 'Waits for the applicant' },
  working: { vi: 'Đang giải quyết', en: 'Being worked on' },
  rows: { vi: '{count} hồ sơ', en: '{count} dossiers' },
  none: { vi: 'Không có hồ sơ nào phải trả', en: 'Nothing is to be handed out' },
  noneText: { vi: 'Chọn ngày khác để xem trước.', en: 'Choose another day to look ahead.' },
} as const satisfies Record<string, Words>

const path = '/can-bo/tra-ket-qua/trong-ngay'

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const query = new URL(args.request.url).searchParams
  const { today, day } = dayAsked(query)
  const counters = await client.services.listCounters({})
  const counterId = (counters.find(({ id }) => id === query.get('quay')) ?? counters[0])?.id
  const after = query.get('sau') ?? undefined
  const due = await client.services.listResultsDue({ day, counterId, after, limit: 100 })
  return { today, day, counters, counterId, isFirst: after === undefined, ...due }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, counterWords.resultsDue, officeWords.brand)

/** What the counter hands out on a day: ready, still worked on, or late. */
export default function ResultsDue() {
  const { today, day, counters, counterId, counterName, rows, next, isFirst } = useLoaderData<typeof loader>()
  const { language, now } = useOffice()
  const t = useSay()
  const href = (of: string, counter = counterId, after?: string) =>
    `${path}?${new URLSearchParams({ ngay: of, ...(counter && { quay: counter }), ...(after && { sau: after }) })}`
  const print = `/api/services/results-due/print?${new URLSearchParams({ day, ...(counterId && { counterId }) })}`
  return (
    <CounterPage
      rail={false}
      head={
        <PageHead
          title={t(counterWords.resultsDue)}
          text={t(words.lead, { counter: counterName, day: showFullDate(day, language) })}
          back={{ href: '/can-bo/tra-ket-qua', text: t(counterWords.results) }}
          right={<Act icon="printer" text={t(counterWords.print)} href={print} />}
        />
      }
    >
      <Panes shape="one">
        <Pane
          label={t(counterWords.resultsDue)}
          foot={
            next === undefined && isFirst ? undefined : (
              <ListFoot
                language={language}
                text={t(words.rows, { count: rows.length })}
                newerHref={isFirst ? undefined : href(day)}
                olderHref={next && href(day, counterId, next)}
              />
            )
          }
        >
          <Block>
            {counters.length > 1 && (
              <FilterChips
                label={t(words.counter)}
                chips={counters.map(({ id, name }) => ({ text: name, href: href(day, id), on: id === counterId }))}
              />
            )}
            <DayChoice path={path} today={today} day={day} kept={counterId === undefined ? {} : { quay: counterId }} />
          </Block>
          {rows.length === 0 ? (
            <EmptyState icon="certificate" tone="paused" title={t(words.none)} text={t(words.noneText)} />
          ) : (
            <DataTable
              language={language}
              caption={t(counterWords.resultsDue)}
              sticky
              columns={[
                { key: 'code', title: t(counterWords.code), heads: true, width: 190, code: true },
                { key: 'applicant', title: t(counterWords.applicant), strong: true },
                { key: 'procedure', title: t(counterWords.procedure) },
                { key: 'promised', title: t(words.promised), width: 150 },
                { key: 'state', title: t(words.state) },
              ]}
              rows={rows.map((row) => {
                const step = row.step && say(row.step, language)
                const where =
                  row.status === 'waiting-applicant'
                    ? t(words.waits)
                    : [step, row.unitName].filter(Boolean).join(', ') || t(words.working)
                const isLate = !row.isReady && row.promised < now
                return {
                  id: row.id,
                  href: handOutHref(row.id),
                  code: row.code,
                  applicant: row.applicantName,
                  procedure: row.procedureName,
                  promised: showInstant(row.promised, language),
                  state: row.isReady ? (
                    <StatusText tone="good" icon="certificate">
                      {t(words.ready)}
                    </StatusText>
                  ) : isLate ? (
                    <StatusText tone="late" icon="alert-circle">
                      {t(words.late, { where })}
                    </StatusText>
                  ) : (
                    <StatusText tone="soon" icon="hourglass">
                      {where}
                    </StatusText>
                  ),
                }
              })}
            />
          )}
        </Pane>
      </Panes>
    </CounterPage>
  )
}
