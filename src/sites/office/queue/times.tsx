import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { FieldRow, TextField } from '#ui/office/Fields.tsx'
import { Block, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FilterChips } from '#ui/office/Tabs.tsx'
import { addDays, dateAt, isPlainDate, type PlainDate } from '#values/plain-date.ts'
import { titled } from '../../titled.ts'
import { staffPage } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { CentrePage } from './CentrePage.tsx'
import { queueWords } from './words.ts'

const words = {
  lead: {
    vi: 'Phút chờ tính từ lấy số đến lần gọi đầu, phút phục vụ từ lúc gọi đến lúc xong: một nửa số lượt không quá, và 95 trong 100 lượt không quá.',
    en: 'Minutes from taking a number to its first call, and from the call to the end: what half of all, and what 95 of 100 did not go beyond.',
  },
  period: { vi: 'Kỳ', en: 'Period' },
  day: { vi: 'Hôm nay', en: 'Today' },
  week: { vi: '7 ngày qua', en: 'The last 7 days' },
  month: { vi: '30 ngày qua', en: 'The last 30 days' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  see: { vi: 'Xem', en: 'Show' },
  by: { vi: 'Theo', en: 'By' },
  service: { vi: 'Việc', en: 'Service' },
  hour: { vi: 'Giờ lấy số', en: 'Hour' },
  desk: { vi: 'Quầy', en: 'Desk' },
  taken: { vi: 'Lấy số', en: 'Taken' },
  served: { vi: 'Phục vụ xong', en: 'Served' },
  wait50: { vi: 'Chờ (một nửa)', en: 'Wait (half)' },
  wait95: { vi: 'Chờ (95/100)', en: 'Wait (95/100)' },
  serve50: { vi: 'Phục vụ (một nửa)', en: 'Served in (half)' },
  serve95: { vi: 'Phục vụ (95/100)', en: 'Served in (95/100)' },
  none: { vi: 'Những ngày này chưa ai lấy số', en: 'No number was taken on these days' },
  noneText: { vi: 'Chọn khoảng ngày khác.', en: 'Choose other days.' },
} as const satisfies Record<string, Words>

const ways = ['service', 'hour', 'desk'] as const
/** Today alone says little before the morning is over. */
const periods = [
  { name: 'day', days: 0 },
  { name: 'week', days: 7 },
  { name: 'month', days: 30 },
] as const

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const query = new URL(args.request.url).searchParams
  const today = dateAt(new Date())
  const dayIn = (name: string, otherwise: PlainDate) => {
    const text = query.get(name) ?? ''
    return isPlainDate(text) ? text : otherwise
  }
  const [from, to] = [dayIn('tu', addDays(today, -7)), dayIn('den', today)]
  const by = ways.find((way) => way === query.get('theo')) ?? 'service'
  return { today, from, to, by, rows: await client.queue.viewTimes({ from, to, by }) }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, queueWords.times, officeWords.brand)

const hrefOf = ({ from, to, by }: { from: PlainDate; to: PlainDate; by: string }) =>
  `/can-bo/trung-tam/thoi-gian?tu=${from}&den=${to}&theo=${by}`

const shown = (minutes: number | null) => (minutes === null ? '–' : minutes.toFixed(1).replace('.', ','))

/** How long people waited and were served. */
export default function Times() {
  const { today, from, to, by, rows } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  return (
    <CentrePage title={t(queueWords.times)} text={t(words.lead)}>
      <Panes shape="one">
        <Pane label={t(queueWords.times)}>
          <Block>
            <FilterChips
              label={t(words.period)}
              chips={periods.map((one) => ({
                text: t(words[one.name]),
                href: hrefOf({ from: addDays(today, -one.days), to: today, by }),
                on: to === today && from === addDays(today, -one.days),
              }))}
            />
            <form method="get" className="period-form" key={`${from} ${to}`}>
              <input type="hidden" name="theo" value={by} />
              <FieldRow>
                <TextField name="tu" type="date" label={t(words.from)} value={from} />
                <TextField name="den" type="date" label={t(words.to)} value={to} />
              </FieldRow>
              <Act text={t(words.see)} />
            </form>
          </Block>
          <Block>
            <FilterChips
              label={t(words.by)}
              chips={ways.map((way) => ({ text: t(words[way]), href: hrefOf({ from, to, by: way }), on: way === by }))}
            />
          </Block>
          {rows.length === 0 ? (
            <EmptyState icon="ticket" tone="paused" title={t(words.none)} text={t(words.noneText)} />
          ) : (
            <DataTable
              language={language}
              caption={t(queueWords.times)}
              sticky
              columns={[
                { key: 'name', title: t(words[by]), heads: true, strong: true },
                { key: 'taken', title: t(words.taken), number: true, width: 90 },
                { key: 'served', title: t(words.served), number: true, width: 120 },
                { key: 'wait50', title: t(words.wait50), number: true, width: 120 },
                { key: 'wait95', title: t(words.wait95), number: true, width: 120 },
                { key: 'serve50', title: t(words.serve50), number: true, width: 150 },
                { key: 'serve95', title: t(words.serve95), number: true, width: 150 },
              ]}
              rows={rows.map((row) => ({
                id: row.key,
                name: row.name
                  ? `${row.key} · ${row.name[language]}`
                  : by === 'hour'
                    ? `${row.key}:00`
                    : Number(row.key),
                taken: row.taken,
                served: row.served,
                wait50: shown(row.waitP50),
                wait95: shown(row.waitP95),
                serve50: shown(row.serveP50),
                serve95: shown(row.serveP95),
              }))}
            />
          )}
        </Pane>
      </Panes>
    </CentrePage>
  )
}
