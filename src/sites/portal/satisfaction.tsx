import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { showShare } from '#values/show-share.ts'
import { fill, say, type Words } from '#values/words.ts'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { DataTable } from '#ui/portal/DataTable.tsx'
import { FilterForm } from '#ui/portal/SideNav.tsx'
import { pageOf } from '../client.ts'
import { PortalPage } from './PortalPage.tsx'
import { titled } from './title.tsx'
import { portalWords } from './words.ts'

const words = {
  lead: {
    vi: 'Người dân chấm sau khi nhận kết quả, từ {from} đến {to}. Mỗi hồ sơ một lần.',
    en: 'Marks that people gave after they had their result, {from} to {to}. Once a dossier.',
  },
  by: { vi: 'Xem theo', en: 'By' },
  period: { vi: 'Thời gian', en: 'Period' },
  show: { vi: 'Xem', en: 'Show' },
  unit: { vi: 'Cơ quan', en: 'Agency' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  month: { vi: '30 ngày qua', en: 'Last 30 days' },
  quarter: { vi: '90 ngày qua', en: 'Last 90 days' },
  year: { vi: '365 ngày qua', en: 'Last 365 days' },
  rated: { vi: 'Tự chấm', en: 'By themselves' },
  satisfied: { vi: 'Hài lòng', en: 'Satisfied' },
  average: { vi: 'Điểm trung bình', en: 'Average' },
  deskRated: { vi: 'Chấm tại quầy, kiosk', en: 'At desks, kiosks' },
  deskSatisfied: { vi: 'Hài lòng (quầy, kiosk)', en: 'Satisfied (desks, kiosks)' },
  few: { vi: 'dưới {fewest}', en: 'below {fewest}' },
  how: { vi: 'Đếm thế nào', en: 'How it is counted' },
  howText: {
    vi: 'Hài lòng là 4 hoặc 5 trên 5. Điểm hiện theo từng {fewest} lượt đã đủ, trong năm, theo thứ tự chấm: chưa đủ thì chưa hiện, để không ai đoán được người chấm. Điểm chấm trước mặt cán bộ ở quầy và ở kiosk của sảnh tính riêng.',
    en: 'Satisfied is 4 or 5 of 5. Marks are shown by {fewest} as they came within a year, so that nobody can be guessed. Marks given before an officer are counted apart.',
  },
} as const satisfies Record<string, Words>

const periods = { month: 30, quarter: 90, year: 365 } as const

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  const query = new URL(args.request.url).searchParams
  const by = query.get('theo') === 'procedure' ? ('procedure' as const) : ('unit' as const)
  const period = (['month', 'quarter', 'year'] as const).find((one) => one === query.get('ky')) ?? 'quarter'
  const to = dateAt(new Date())
  const from = addDays(to, -periods[period])
  return { language, by, period, from, to, ...(await client.services.listSatisfaction({ by, from, to })) }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, portalWords.satisfaction)

export default function Satisfaction() {
  const { language, by, period, from, to, fewest, rows } = useLoaderData<typeof loader>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const few = t(words.few, { fewest })
  const share = (part: number | null, whole: number) => (part === null ? few : showShare(part, whole))
  return (
    <PortalPage>
      <PageTitle title={t(portalWords.satisfaction)} lead={t(words.lead, { from: showDate(from), to: showDate(to) })} />
      <FilterForm
        submit={t(words.show)}
        selects={[
          {
            name: 'ky',
            label: t(words.period),
            value: period,
            options: (['month', 'quarter', 'year'] as const).map((value) => ({ value, text: t(words[value]) })),
          },
          {
            name: 'theo',
            label: t(words.by),
            value: by,
            options: (['unit', 'procedure'] as const).map((value) => ({ value, text: t(words[value]) })),
          },
        ]}
      />
      <DataTable
        caption={t(portalWords.satisfaction)}
        columns={[
          { key: 'name', title: t(words[by]), heads: true },
          { key: 'rated', title: t(words.rated), number: true },
          { key: 'satisfied', title: t(words.satisfied), number: true },
          { key: 'average', title: t(words.average), number: true },
          { key: 'deskRated', title: t(words.deskRated), number: true },
          { key: 'deskSatisfied', title: t(words.deskSatisfied), number: true },
        ]}
        rows={rows.map((row) => ({
          id: row.id,
          name: row.name,
          rated: groupThousands(row.rated),
          satisfied: share(row.satisfied, row.shown),
          average: row.average === null ? few : row.average.toFixed(2).replace('.', ','),
          deskRated: groupThousands(row.deskRated),
          deskSatisfied: row.deskRated === 0 ? '–' : share(row.deskSatisfied, row.deskShown),
        }))}
      />
      <Section title={t(words.how)}>
        <p>{t(words.howText, { fewest })}</p>
      </Section>
    </PortalPage>
  )
}
