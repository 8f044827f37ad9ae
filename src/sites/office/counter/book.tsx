import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import {
  firstOfMonth,
  addDays,
  dateAt,
  daysBetween,
  isPlainDate,
  weekdayOf,
  type PlainDate,
} from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { NoteBox } from '#ui/office/Badge.tsx'
import { FieldRow, TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FilterChips } from '#ui/office/Tabs.tsx'
import { staffPage } from '../staff.ts'
import { useSay } from '../use-office.ts'
import { CounterPage } from './CounterPage.tsx'
import { titled } from '../../titled.ts'
import { officeWords } from '../words.ts'

const words = {
  title: { vi: 'Sổ theo dõi hồ sơ (Mẫu 06)', en: 'Dossier book (form 06)' },
  lead: {
    vi: 'Thông tư 01/2018/TT-VPCP. In theo kỳ, mỗi kỳ nhiều nhất 1.000 hồ sơ.',
    en: 'Circular 01/2018/TT-VPCP. Printed by period, 1,000 dossiers at most.',
  },
  period: { vi: 'Kỳ', en: 'Period' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'To and including' },
  show: { vi: 'Chọn kỳ này', en: 'Choose' },
  open: { vi: 'Mở sổ {from} – {to}', en: 'Open the book {from} – {to}' },
  openText: { vi: 'Tệp PDF mở ở thẻ mới, in trực tiếp từ đó.', en: 'A PDF in a new tab, printed from there.' },
  table: { vi: 'Kết xuất bảng tính', en: 'Export as a table' },
  tableText: {
    vi: 'Mọi hồ sơ ông/bà được xem, để lọc và cộng.',
    en: 'All dossiers you may see, to filter and add up.',
  },
  wrong: {
    vi: 'Ngày đầu phải trước ngày cuối, và kỳ không quá 366 ngày.',
    en: 'The first day must be before the last, 366 days at most.',
  },
  counter: { vi: 'Quầy', en: 'Counter' },
  today: { vi: 'Hôm nay', en: 'Today' },
  week: { vi: 'Tuần này', en: 'This week' },
  month: { vi: 'Tháng này', en: 'This month' },
  lastMonth: { vi: 'Tháng trước', en: 'Last month' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const counters = await page.client.services.listCounters({})
  const query = new URL(args.request.url).searchParams
  const today = dateAt(new Date())
  const date = (name: string, otherwise: PlainDate) => {
    const text = query.get(name) ?? ''
    return isPlainDate(text) ? text : otherwise
  }
  return {
    counters,
    counterId: (counters.find((counter) => counter.id === query.get('quay')) ?? counters[0])?.id,
    today,
    from: date('tu', firstOfMonth(today)),
    to: date('den', today),
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function Book() {
  const { counters, counterId, today, from, to } = useLoaderData<typeof loader>()
  const t = useSay()
  const isWrong = from > to || daysBetween(from, to) > 366
  const month = firstOfMonth(today)
  const before = addDays(month, -1)
  const chip = (text: Words, first: PlainDate, last: PlainDate) => ({
    text: t(text),
    href: bookHref(first, last, counterId),
    on: first === from && last === to,
  })
  return (
    <CounterPage rail={false} head={<PageHead title={t(words.title)} text={t(words.lead)} />}>
      <Panes shape="one">
        <Pane label={t(words.title)}>
          {counters.length > 1 && (
            <Block title={t(words.counter)}>
              <FilterChips
                label={t(words.counter)}
                chips={counters.map((counter) => ({
                  text: counter.name,
                  href: bookHref(from, to, counter.id),
                  on: counter.id === counterId,
                }))}
              />
            </Block>
          )}
          <Block title={t(words.period)}>
            <FilterChips
              label={t(words.period)}
              chips={[
                chip(words.today, today, today),
                chip(words.week, addDays(today, 1 - weekdayOf(today)), today),
                chip(words.month, month, today),
                chip(words.lastMonth, firstOfMonth(before), before),
              ]}
            />
            <form method="get" action="/can-bo/so-theo-doi" className="period-form" key={`${from} ${to}`}>
              {counterId !== undefined && <input type="hidden" name="quay" value={counterId} />}
              <FieldRow>
                <TextField name="tu" type="date" label={t(words.from)} value={from} />
                <TextField
                  name="den"
                  type="date"
                  label={t(words.to)}
                  value={to}
                  error={isWrong ? t(words.wrong) : undefined}
                />
              </FieldRow>
              <Act text={t(words.show)} />
            </form>
          </Block>
          <Block>
            {isWrong ? (
              <NoteBox tone="late" icon="alert-circle">
                <p>{t(words.wrong)}</p>
              </NoteBox>
            ) : (
              <p>
                <a
                  className="act act-primary"
                  href={`/api/services/dossier-book?from=${from}&to=${to}${counterId === undefined ? '' : `&counterId=${counterId}`}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  <span>{t(words.open, { from: showDate(from), to: showDate(to) })}</span>
                </a>{' '}
                <span className="quiet">{t(words.openText)}</span>
              </p>
            )}
            <p>
              <a href="/api/services/dossiers/export?view=all">{t(words.table)}</a>{' '}
              <span className="quiet">{t(words.tableText)}</span>
            </p>
          </Block>
        </Pane>
      </Panes>
    </CounterPage>
  )
}

const bookHref = (from: PlainDate, to: PlainDate, counterId: string | undefined): string =>
  `/can-bo/so-theo-doi?tu=${from}&den=${to}${counterId === undefined ? '' : `&quay=${counterId}`}`
