import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { showShare } from '#values/show-share.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { DataTable } from '#ui/portal/DataTable.tsx'
import { LinkList } from '#ui/portal/SearchBox.tsx'
import { FilterForm } from '#ui/portal/SideNav.tsx'
import { pageOf } from '../client.ts'
import { figuresAsked, levelSelect, periodSelect } from './figures-asked.ts'
import { PortalPage } from './PortalPage.tsx'
import { titled } from './title.tsx'

const words = {
  title: { vi: 'Bộ chỉ số phục vụ người dân, doanh nghiệp', en: 'Index of serving citizens and enterprises' },
  lead: {
    vi: 'Theo Quyết định 766/QĐ-TTg, từ {from} đến {to}, đếm từ từng hồ sơ, lúc {at}. Không ai gõ tay.',
    en: 'By Decision 766/QĐ-TTg, {from} to {to}, counted from rows at {at}.',
  },
  all: { vi: 'Cả tỉnh', en: 'The province' },
  show: { vi: 'Xem', en: 'Show' },
  table: { vi: 'Các chỉ số', en: 'Indicators' },
  name: { vi: 'Chỉ số', en: 'Indicator' },
  formula: { vi: 'Cách tính', en: 'Formula' },
  met: { vi: 'Đạt', en: 'Met' },
  of: { vi: 'Trên tổng số', en: 'Of' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
  points: {
    vi: 'Ở đây không quy ra điểm và xếp loại: thang điểm do văn bản của cơ quan có thẩm quyền quy định.',
    en: 'Shares are not turned into points and grades here: those are set by documents of the authorities.',
  },
  open: { vi: 'Dữ liệu mở', en: 'Open data' },
  dictionary: {
    vi: 'id: mã chỉ số · name: tên · formula: cách tính · met: số đạt · of: tổng số được tính · reason: vì sao không có số',
    en: 'id, name, formula · met: how many meet it · of: how many are counted · reason: why there is no figure',
  },
  csv: { vi: 'Tải CSV', en: 'CSV' },
  json: { vi: 'Tải JSON', en: 'JSON' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  const query = new URL(args.request.url).searchParams
  const chosen = figuresAsked(query, 'year')
  return { language, ...chosen, index: await client.reporting.getServiceIndex(chosen.asked) }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

export default function ServiceIndex() {
  const { language, period, level, asked, index } = useLoaderData<typeof loader>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const query = new URLSearchParams(asked)
  return (
    <PortalPage>
      <PageTitle
        title={t(words.title)}
        lead={t(words.lead, {
          from: showDate(index.from),
          to: showDate(index.to),
          at: showInstant(index.at, language),
        })}
      />
      <FilterForm submit={t(words.show)} selects={[periodSelect(t, period), levelSelect(t, level, words.all)]} />
      <DataTable
        caption={t(words.table)}
        columns={[
          { key: 'name', title: t(words.name), heads: true },
          { key: 'formula', title: t(words.formula) },
          { key: 'met', title: t(words.met), number: true },
          { key: 'of', title: t(words.of), number: true },
          { key: 'share', title: t(words.share), number: true },
        ]}
        rows={index.rows.map(({ id, name, formula, met, of, reason }) => ({
          id,
          name: id === 'once' ? name : `${id} ${name}`,
          formula: reason === null ? formula : `${formula}. ${reason}`,
          met: met === null ? '–' : groupThousands(met),
          of: of === null ? '–' : groupThousands(of),
          share: met === null || of === null ? '–' : showShare(met, of),
        }))}
      />
      <Section title={t(words.open)}>
        <p>{t(words.points)}</p>
        <LinkList
          links={[
            { href: `/api/reporting/service-index/csv?${query}`, text: t(words.csv) },
            { href: `/api/reporting/service-index?${query}`, text: t(words.json) },
          ]}
        />
        <p>{t(words.dictionary)}</p>
      </Section>
    </PortalPage>
  )
}
