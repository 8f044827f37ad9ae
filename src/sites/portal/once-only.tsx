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
  title: { vi: 'Không phải nộp lại, khai lại', en: 'Not asked for twice' },
  lead: {
    vi: 'Từ {from} đến {to}, đếm từ từng hồ sơ, lúc {at}.',
    en: '{from} to {to}, counted from the dossiers at {at}.',
  },
  by: { vi: 'Xem theo', en: 'By' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  unit: { vi: 'Cơ quan', en: 'Body' },
  all: { vi: 'Cả tỉnh', en: 'The province' },
  show: { vi: 'Xem', en: 'Show' },
  papers: { vi: 'Giấy tờ, kết quả đã số hóa được dùng lại', en: 'Digitised papers and results used again' },
  papersNote: {
    vi: 'Tính trong hồ sơ tiếp nhận trong kỳ mà lúc nộp tỉnh đã có giấy tờ của người nộp, còn giá trị. Hồ sơ nộp trước khi hệ thống ghi việc này không tính.',
    en: 'Of dossiers received in the period for which the province had papers that count. What was filed before this was kept is not counted.',
  },
  had: { vi: 'Hồ sơ có giấy tờ tỉnh đã có', en: 'Had papers' },
  reused: { vi: 'Hồ sơ dùng lại', en: 'Used again' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
  papersReused: { vi: 'Giấy tờ dùng lại', en: 'Papers used again' },
  total: { vi: 'Cộng', en: 'Total' },
  known: { vi: 'Thông tin lấy từ nguồn đã có', en: 'Data taken from what is known' },
  knownNote: {
    vi: '{met} trên {of} thủ tục hỏi thông tin doanh nghiệp có hồ sơ dùng dữ liệu đăng ký doanh nghiệp trong kỳ ({share}).',
    en: '{met} of {of} procedures that ask of enterprises had dossiers with business-register data in the period ({share}).',
  },
  source: { vi: 'Nguồn', en: 'Source' },
  taken: { vi: 'Lần dùng', en: 'Times' },
  filed: { vi: 'Hồ sơ đã nộp', en: 'Dossiers filed' },
  services: { vi: 'Thủ tục', en: 'Procedures' },
  profile: { vi: 'Trang của tôi', en: 'Their page' },
  dossier: { vi: 'Hồ sơ trước', en: 'An earlier dossier' },
  'business-register': { vi: 'CSDL đăng ký doanh nghiệp', en: 'Register of enterprises' },
  'population-register': { vi: 'CSDL quốc gia về dân cư', en: 'Population register' },
  open: { vi: 'Dữ liệu mở', en: 'Open data' },
  csv: { vi: 'Tải CSV', en: 'CSV' },
  json: { vi: 'Tải JSON', en: 'JSON' },
  jsonKnown: { vi: 'Nguồn đã có, JSON', en: 'Known sources, JSON' },
} as const satisfies Record<string, Words>

const groups = ['procedure', 'unit'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  const query = new URL(args.request.url).searchParams
  const { period, level, asked: days } = figuresAsked(query, 'year')
  const by = groups.find((one) => one === query.get('theo')) ?? 'procedure'
  const asked = { ...days, by }
  const { from, to } = days
  const [papers, known] = await Promise.all([
    client.reporting.getPaperReuse(asked),
    client.services.countKnown({ from, to }),
  ])
  return { language, period, level, by, asked, papers, known }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

export default function OnceOnly() {
  const { language, period, level, by, asked, papers, known } = useLoaderData<typeof loader>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const query = new URLSearchParams(asked)
  const fromRegister = known.rows.find((row) => row.from === 'business-register')?.procedures ?? []
  const met = fromRegister.filter((code) => known.askEnterprise.includes(code)).length
  const of = known.askEnterprise.length
  const lines = [
    ...papers.rows,
    {
      id: 'total',
      name: t(words.total),
      had: papers.rows.reduce((sum, row) => sum + row.had, 0),
      reused: papers.rows.reduce((sum, row) => sum + row.reused, 0),
      papersReused: papers.rows.reduce((sum, row) => sum + row.papersReused, 0),
    },
  ]
  return (
    <PortalPage>
      <PageTitle
        title={t(words.title)}
        lead={t(words.lead, {
          from: showDate(papers.from),
          to: showDate(papers.to),
          at: showInstant(papers.at, language),
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
      <Section title={t(words.papers)}>
        <p>{t(words.papersNote)}</p>
        <DataTable
          caption={t(words.papers)}
          columns={[
            { key: 'name', title: t(words[by]), heads: true },
            { key: 'had', title: t(words.had), number: true },
            { key: 'reused', title: t(words.reused), number: true },
            { key: 'share', title: t(words.share), number: true },
            { key: 'papers', title: t(words.papersReused), number: true },
          ]}
          rows={lines.map(({ id, name, had, reused, papersReused }) => ({
            id,
            name,
            had: groupThousands(had),
            reused: groupThousands(reused),
            share: showShare(reused, had),
            papers: groupThousands(papersReused),
          }))}
        />
      </Section>
      <Section title={t(words.known)}>
        <p>{t(words.knownNote, { met, of, share: showShare(met, of) })}</p>
        <DataTable
          caption={t(words.known)}
          columns={[
            { key: 'source', title: t(words.source), heads: true },
            { key: 'taken', title: t(words.taken), number: true },
            { key: 'filed', title: t(words.filed), number: true },
            { key: 'services', title: t(words.services), number: true },
          ]}
          rows={known.rows.map(({ from, taken, filed, procedures }) => ({
            id: from,
            source: t(words[from]),
            taken: groupThousands(taken),
            filed: groupThousands(filed),
            services: groupThousands(procedures.length),
          }))}
        />
      </Section>
      <Section title={t(words.open)}>
        <LinkList
          links={[
            { href: `/api/reporting/paper-reuse/csv?${query}`, text: t(words.csv) },
            { href: `/api/reporting/paper-reuse?${query}`, text: t(words.json) },
            {
              href: `/api/services/known/figures?${new URLSearchParams({ from: asked.from, to: asked.to })}`,
              text: t(words.jsonKnown),
            },
          ]}
        />
      </Section>
    </PortalPage>
  )
}
