import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { civil, dateAt, daysBetween, isPlainDate, type PlainDate } from '#values/plain-date.ts'
import { showDong } from '#values/money.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { FieldRow, TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FilterChips } from '#ui/office/Tabs.tsx'
import { titled } from '../../titled.ts'
import { OfficePage } from '../OfficePage.tsx'
import { staffPage } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { quarterOf, quartersUpTo, type Period } from './quarters.ts'
import { accountsWords } from './words.ts'

const words = {
  taxed: { vi: '{unit} (MST {code})', en: '{unit} (tax code {code})' },
  title: { vi: 'Sử dụng biên lai', en: 'Use of receipts' },
  lead: {
    vi: 'Số biên lai chạy liên tục trong năm của từng quầy; biên lai đã hủy giữ nguyên số.',
    en: 'Numbers run through the year of each counter; a void receipt keeps its own.',
  },
  period: { vi: 'Kỳ', en: 'Period' },
  quarter: { vi: 'Quý {quarter}/{year}', en: 'Q{quarter} {year}' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'To and including' },
  show: { vi: 'Xem kỳ này', en: 'Show' },
  wrong: {
    vi: 'Ngày đầu phải trước ngày cuối, và kỳ không quá 366 ngày.',
    en: 'The first day must be before the last, 366 days at most.',
  },
  print: { vi: 'In báo cáo (PDF)', en: 'Print the report (PDF)' },
  books: { vi: 'Quyển biên lai', en: 'Books' },
  none: { vi: 'Trong kỳ không lập, không hủy biên lai nào.', en: 'No receipt was given or voided in this period.' },
  unit: { vi: 'Cơ quan thu', en: 'Collected by' },
  symbol: { vi: 'Ký hiệu', en: 'Symbol' },
  before: { vi: 'Số cuối kỳ trước', en: 'Last before' },
  first: { vi: 'Dùng từ số', en: 'From number' },
  last: { vi: 'Đến số', en: 'To number' },
  used: { vi: 'Đã dùng', en: 'Used' },
  voided: { vi: 'Hủy trong kỳ', en: 'Voided' },
  voids: { vi: 'Biên lai đã hủy trong kỳ', en: 'Voided in the period' },
  noVoids: { vi: 'Không có biên lai nào bị hủy.', en: 'None was voided.' },
  issued: { vi: 'Ngày lập', en: 'Given' },
  voidedOn: { vi: 'Ngày hủy', en: 'Voided' },
  by: { vi: 'Người hủy', en: 'By' },
  reason: { vi: 'Lý do', en: 'Reason' },
  more: { vi: 'Xem tiếp', en: 'More' },
} as const satisfies Record<string, Words>

const path = '/can-bo/doi-soat/bien-lai'

export async function loader(args: LoaderFunctionArgs) {
  const { payments } = staffPage(args).client
  const query = new URL(args.request.url).searchParams
  const today = dateAt(new Date())
  const quarter = quarterOf(today)
  const date = (name: string, otherwise: PlainDate) => {
    const text = query.get(name) ?? ''
    return isPlainDate(text) ? civil(text) : otherwise
  }
  const period = { from: date('tu', quarter.from), to: date('den', today) }
  const isWrong = period.from > period.to || daysBetween(period.from, period.to) > 366
  const [books, voids] = isWrong
    ? [[], { rows: [], next: undefined }]
    : await Promise.all([
        payments.reportReceiptUse(period),
        payments.listVoidReceipts({ ...period, limit: 100, after: query.get('sau') ?? undefined }),
      ])
  return { today, period, isWrong, books, voids }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function ReceiptUse() {
  const { today, period, isWrong, books, voids } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  const { from, to } = period
  return (
    <OfficePage>
      <PageHead
        title={t(words.title)}
        text={t(words.lead)}
        back={{ href: '/can-bo/doi-soat', text: t(accountsWords.accounts) }}
        right={
          isWrong ? undefined : (
            <Act icon="printer" text={t(words.print)} href={`/api/payments/receipt-use/print?from=${from}&to=${to}`} />
          )
        }
      />
      <Panes shape="one">
        <Pane label={t(words.title)}>
          <Block title={t(words.period)}>
            <FilterChips
              label={t(words.period)}
              chips={quartersUpTo(today).map(({ quarter, year, ...one }) => ({
                text: t(words.quarter, { quarter, year }),
                href: hrefOf(one),
                on: one.from === from && one.to === to,
              }))}
            />
            <form method="get" action={path} className="period-form" key={`${from} ${to}`}>
              <FieldRow>
                <TextField name="tu" type="date" label={t(words.from)} value={from} />
                <TextField name="den" type="date" label={t(words.to)} value={to} />
              </FieldRow>
              <Act text={t(words.show)} />
            </form>
            {isWrong && (
              <NoteBox tone="late" icon="alert-circle">
                <p>{t(words.wrong)}</p>
              </NoteBox>
            )}
          </Block>
          <Block title={t(words.books)} count={books.length}>
            {books.length === 0 ? (
              <p className="quiet">{t(words.none)}</p>
            ) : (
              <DataTable
                language={language}
                caption={t(words.books)}
                density="tight"
                inset
                columns={[
                  { key: 'unit', title: t(words.unit), heads: true },
                  { key: 'symbol', title: t(words.symbol), code: true, width: 90 },
                  { key: 'before', title: t(words.before), code: true, width: 120 },
                  { key: 'first', title: t(words.first), code: true, width: 100 },
                  { key: 'last', title: t(words.last), code: true, width: 100 },
                  { key: 'used', title: t(words.used), number: true, width: 80 },
                  { key: 'voided', title: t(words.voided), number: true, width: 100 },
                  { key: 'amount', title: t(accountsWords.amount), number: true, width: 130 },
                ]}
                rows={books.map((row) => ({
                  id: `${row.unitId} ${row.symbol}`,
                  unit: row.taxCode === null ? row.unitName : t(words.taxed, { unit: row.unitName, code: row.taxCode }),
                  symbol: row.symbol,
                  before: row.before ?? '–',
                  first: row.first ?? '–',
                  last: row.last ?? '–',
                  used: row.used,
                  voided: row.voided,
                  amount: showDong(row.amount),
                }))}
              />
            )}
          </Block>
          <Block title={t(words.voids)} count={voids.rows.length}>
            {voids.rows.length === 0 ? (
              <p className="quiet">{t(words.noVoids)}</p>
            ) : (
              <DataTable
                language={language}
                caption={t(words.voids)}
                density="tight"
                inset
                columns={[
                  { key: 'number', title: t(accountsWords.receipt), heads: true, code: true, width: 90 },
                  { key: 'symbol', title: t(words.symbol), code: true, width: 90 },
                  { key: 'unit', title: t(words.unit) },
                  { key: 'issued', title: t(words.issued), width: 100 },
                  { key: 'voided', title: t(words.voidedOn), width: 100 },
                  { key: 'by', title: t(words.by) },
                  { key: 'reason', title: t(words.reason) },
                  { key: 'amount', title: t(accountsWords.amount), number: true, width: 110 },
                ]}
                rows={voids.rows.map((row) => ({
                  id: row.id,
                  number: <a href={`/api/payments/receipts/${row.id}/print`}>{row.number}</a>,
                  symbol: row.symbol,
                  unit: row.unitName,
                  issued: showDate(dateAt(row.issuedAt)),
                  voided: showDate(dateAt(row.voidedAt)),
                  by: row.voidedBy,
                  reason: row.voidReason,
                  amount: showDong(row.amount),
                }))}
              />
            )}
            {voids.next && (
              <Act text={t(words.more)} href={`${hrefOf(period)}&sau=${encodeURIComponent(voids.next)}`} />
            )}
          </Block>
        </Pane>
      </Panes>
    </OfficePage>
  )
}

const hrefOf = ({ from, to }: Period): string => `${path}?tu=${from}&den=${to}`
