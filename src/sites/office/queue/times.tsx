import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { FieldRow, TextField } from '#ui/office/Fields.tsx'
import { Block, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FilterChips } from '#ui/office/Tabs.tsx'
import { dateAt, isPlainDate } from '#values/plain-date.ts'
import { titled } from '../../titled.ts'
import { staffPage } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { CentrePage } from './CentrePage.tsx'
import { queueWords } from './words.ts'

const words = {
  lead: {
    vi: 'Phút chờ tính từ lấy số đến lần gọi đầu; phút phục vụ từ lúc gọi đến lúc xong. p50: một nửa số lượt không quá; p95: 95 trong 100 lượt không quá.',
    en: 'Minutes from taking a number to its first call, and from the call to the end. p50: half of all, p95: 95 of 100 took no longer.',
  },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  see: { vi: 'Xem', en: 'Show' },
  by: { vi: 'Theo', en: 'By' },
  service: { vi: 'Việc', en: 'Service' },
  hour: { vi: 'Giờ lấy số', en: 'Hour' },
  desk: { vi: 'Quầy', en: 'Desk' },
  taken: { vi: 'Lấy số', en: 'Taken' },
  served: { vi: 'Phục vụ xong', en: 'Served' },
  wait50: { vi: 'Chờ p50', en: 'Wait p50' },
  wait95: { vi: 'Chờ p95', en: 'Wait p95' },
  serve50: { vi: 'Phục vụ p50', en: 'Serve p50' },
  serve95: { vi: 'Phục vụ p95', en: 'Serve p95' },
  none: { vi: 'Những ngày này chưa ai lấy số', en: 'No number was taken on these days' },
  noneText: { vi: 'Chọn khoảng ngày khác.', en: 'Choose other days.' },
} as const satisfies Record<string, Words>

const ways = ['service', 'hour', 'desk'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const query = new URL(args.request.url).searchParams
  const today = dateAt(new Date())
  const dayIn = (name: string) => {
    const text = query.get(name) ?? ''
    return isPlainDate(text) ? text : today
  }
  const [from, to] = [dayIn('tu'), dayIn('den')]
  const by = ways.find((way) => way === query.get('theo')) ?? 'service'
  return { from, to, by, rows: await client.queue.viewTimes({ from, to, by }) }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, queueWords.times, officeWords.brand)

const shown = (minutes: number | null) => (minutes === null ? '–' : minutes.toFixed(1).replace('.', ','))

/** How long people waited and were served. */
export default function Times() {
  const { from, to, by, rows } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  const href = (way: string) => `/can-bo/trung-tam/thoi-gian?tu=${from}&den=${to}&theo=${way}`
  return (
    <CentrePage title={t(queueWords.times)} text={t(words.lead)}>
      <Panes shape="one">
        <Pane label={t(queueWords.times)}>
          <Block>
            <form method="get">
              <input type="hidden" name="theo" value={by} />
              <FieldRow>
                <TextField name="tu" type="date" label={t(words.from)} value={from} />
                <TextField name="den" type="date" label={t(words.to)} value={to} />
                <Act text={t(words.see)} />
              </FieldRow>
            </form>
            <FilterChips
              label={t(words.by)}
              chips={ways.map((way) => ({ text: t(words[way]), href: href(way), on: way === by }))}
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
                { key: 'wait50', title: t(words.wait50), number: true, width: 100 },
                { key: 'wait95', title: t(words.wait95), number: true, width: 100 },
                { key: 'serve50', title: t(words.serve50), number: true, width: 120 },
                { key: 'serve95', title: t(words.serve95), number: true, width: 120 },
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
