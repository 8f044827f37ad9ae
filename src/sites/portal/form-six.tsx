import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { DataTable } from '#ui/portal/DataTable.tsx'
import { LinkList } from '#ui/portal/SearchBox.tsx'
import { FilterForm } from '#ui/portal/SideNav.tsx'
import { pageOf } from '../client.ts'
import { figuresAsked, levelSelect, periodSelect } from './figures-asked.ts'
import { PortalPage } from './PortalPage.tsx'
import { titled } from './title.tsx'

const words = {
  title: { vi: 'Tình hình giải quyết theo mẫu 06', en: 'Handling by form 06' },
  lead: {
    vi: 'Mẫu 06 Thông tư 01/2020/TT-VPCP, từ {from} đến {to}, đếm từ từng hồ sơ, lúc {at}.',
    en: 'Form 06 of Circular 01/2020/TT-VPCP, {from} to {to}, counted from the dossiers at {at}.',
  },
  by: { vi: 'Xem theo', en: 'By' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  unit: { vi: 'Cơ quan', en: 'Body' },
  all: { vi: 'Mọi cấp', en: 'All levels' },
  show: { vi: 'Xem', en: 'Show' },
  table: { vi: 'Số hồ sơ', en: 'Dossiers' },
  received: { vi: 'Nhận', en: 'Received' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  direct: { vi: 'Trực tiếp, bưu chính', en: 'In person, by post' },
  carried: { vi: 'Kỳ trước', en: 'Carried over' },
  solved: { vi: 'Đã giải quyết', en: 'Handled' },
  early: { vi: 'Trước hạn', en: 'Early' },
  onTime: { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Quá hạn', en: 'Late' },
  stopped: { vi: 'Rút, dừng', en: 'Stopped' },
  inProgress: { vi: 'Đang giải quyết', en: 'In progress' },
  inTime: { vi: 'Đang giải quyết, trong hạn', en: 'In progress, in time' },
  inProgressLate: { vi: 'Đang giải quyết, quá hạn', en: 'In progress, late' },
  total: { vi: 'Cộng', en: 'Total' },
  open: { vi: 'Dữ liệu mở', en: 'Open data' },
  catalogue: { vi: 'Danh mục dữ liệu mở, nghĩa từng cột', en: 'Open data: what each column means' },
  csv: { vi: 'Tải CSV', en: 'CSV' },
  json: { vi: 'Tải JSON', en: 'JSON' },
} as const satisfies Record<string, Words>

const groups = ['field', 'procedure', 'unit'] as const
const columns = [
  'received',
  'online',
  'direct',
  'carried',
  'solved',
  'early',
  'onTime',
  'late',
  'stopped',
  'inProgress',
  'inTime',
  'inProgressLate',
] as const

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  const query = new URL(args.request.url).searchParams
  const { period, level, asked: days } = figuresAsked(query, 'month')
  const by = groups.find((one) => one === query.get('theo')) ?? 'field'
  const asked = { ...days, by }
  return { language, period, by, level, asked, form: await client.reporting.getFormSix(asked) }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

export default function FormSix() {
  const { language, period, by, level, asked, form } = useLoaderData<typeof loader>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const lines = form.rows.map((row) => ({
    ...row,
    received: row.carried + row.online + row.direct,
    solved: row.early + row.onTime + row.late,
    inTime: row.inProgress - row.inProgressLate,
  }))
  const figures = (of: (column: (typeof columns)[number]) => number) =>
    Object.fromEntries(columns.map((column) => [column, groupThousands(of(column))])) as Record<
      (typeof columns)[number],
      string
    >
  const query = new URLSearchParams(asked)
  return (
    <PortalPage>
      <PageTitle
        title={t(words.title)}
        lead={t(words.lead, {
          from: showDate(form.from),
          to: showDate(form.to),
          at: showInstant(form.at, language),
        })}
      />
      <FilterForm
        submit={t(words.show)}
        selects={[
          periodSelect(t, period),
          {
            name: 'theo',
            label: t(words.by),
            value: by,
            options: groups.map((value) => ({ value, text: t(words[value]) })),
          },
          levelSelect(t, level, words.all),
        ]}
      />
      <DataTable
        caption={t(words.table)}
        columns={[
          { key: 'name', title: t(words[by]), heads: true },
          ...columns.map((key) => ({ key, title: t(words[key]), number: true })),
        ]}
        rows={[
          ...lines.map((line) => ({
            id: line.id,
            name: line.level === null ? line.name : `${line.name} (${t(sayTier(line.level)).toLowerCase()})`,
            ...figures((column) => line[column]),
          })),
          {
            id: 'total',
            name: t(words.total),
            ...figures((column) => lines.reduce((sum, line) => sum + line[column], 0)),
          },
        ]}
      />
      <Section title={t(words.open)}>
        <LinkList
          links={[
            { href: `/api/reporting/form-six/csv?${query}`, text: t(words.csv) },
            { href: `/api/reporting/form-six?${query}`, text: t(words.json) },
            { href: '/so-lieu/du-lieu-mo', text: t(words.catalogue) },
          ]}
        />
      </Section>
    </PortalPage>
  )
}
