import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { civil, dateAt } from '#values/plain-date.ts'
import { showShare } from '#values/show-share.ts'
import { say, type Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { staffPage } from '../../office/staff.ts'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { catalogueWords } from './words.ts'

const words = {
  lead: {
    vi: 'Chỉ số 1.1–1.3 của Quyết định 766/QĐ-TTg, tính từ từng thủ tục bên dưới',
    en: 'Figures 1.1–1.3 of Decision 766/QĐ-TTg, counted from the rows below',
  },
  year: { vi: 'Năm ký quyết định', en: 'Year of the decisions' },
  '1.1': { vi: '1.1 Công bố đúng hạn', en: '1.1 Announced in time' },
  '1.2': { vi: '1.2 Công khai đúng hạn', en: '1.2 Published in time' },
  '1.3': { vi: '1.3 Đủ 7 bộ phận', en: '1.3 With all 7 parts' },
  'rule 1.1': {
    vi: 'Tỉnh ký trước ngày áp dụng ít nhất 5 ngày làm việc; bộ, ngành 20 ngày',
    en: 'Signed at least 5 working days before it takes effect; ministries 20',
  },
  'rule 1.2': {
    vi: 'Công khai trong 5 ngày làm việc sau khi ký; bộ, ngành 10 ngày',
    en: 'Published within 5 working days of signing; ministries 10',
  },
  'rule 1.3': {
    vi: 'Thủ tục đang áp dụng nêu đủ các bộ phận của Điều 8 Nghị định 63/2010/NĐ-CP',
    en: 'Procedures in force that say every part of Decree 63/2010, art. 8',
  },
  none: { vi: 'Chưa có gì để tính trong năm này', en: 'Nothing to count in this year' },
  of: { vi: '{met} / {of}', en: '{met} / {of}' },
  says: { vi: 'Căn cứ', en: 'Judged by' },
  more: { vi: 'Các dòng chưa đạt ({count})', en: 'Rows that do not meet it ({count})' },
  met: { vi: 'Các dòng đạt ({count})', en: 'Rows that meet it ({count})' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { services } = staffPage(args).client
  const asked = new URL(args.request.url).searchParams.get('nam') ?? ''
  const year = /^20\d\d$/.test(asked) ? asked : dateAt(new Date()).slice(0, 4)
  const period = { from: civil(`${year}-01-01`), to: civil(`${year}-12-31`) }
  return { year, figures: await services.getPublicityFigures(period) }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, catalogueWords.figures, adminWords.admin)

export default function Publicity() {
  const { year, figures } = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <AdminPage>
      <PageHead
        title={t(catalogueWords.figures)}
        text={t(words.lead)}
        back={{ href: '/quan-tri/thu-tuc', text: t(adminWords.procedures) }}
        right={
          <form method="get" className="as-of-form" key={year}>
            <TextField name="nam" type="number" label={t(words.year)} labelUnseen value={year} />
            <Act icon="calendar" text={t(words.year)} />
          </form>
        }
      />
      <Panes shape="one">
        <Pane label={t(catalogueWords.figures)}>
          {figures.map(({ id, met, of, rows }) => (
            <Block
              key={id}
              title={t(words[id])}
              note={of === 0 ? t(words.none) : `${showShare(met, of)} · ${met} / ${of}`}
            >
              <p className="quiet">{t(words[`rule ${id}`])}</p>
              <Rows title={words.more} rows={rows.filter(({ isMet }) => !isMet)} />
              <Rows title={words.met} rows={rows.filter(({ isMet }) => isMet)} />
            </Block>
          ))}
        </Pane>
      </Panes>
    </AdminPage>
  )
}

type Row = Awaited<ReturnType<typeof loader>>['figures'][number]['rows'][number]

function Rows({ title, rows }: { readonly title: Words; readonly rows: readonly Row[] }) {
  const { language } = useAdmin()
  const t = useSay()
  const caption = t(title, { count: groupThousands(rows.length) })
  return rows.length === 0 ? null : (
    <details className="more">
      <summary>{caption}</summary>
      <DataTable
        language={language}
        caption={caption}
        density="tight"
        columns={[
          { key: 'code', title: t(catalogueWords.code), width: 90, code: true },
          { key: 'name', title: t(catalogueWords.name), heads: true },
          { key: 'says', title: t(words.says), width: 420 },
        ]}
        rows={rows.map((row, at) => ({
          id: `${row.code}-${at}`,
          href: `/quan-tri/thu-tuc/${encodeURIComponent(row.code)}`,
          code: row.code,
          name: row.name,
          says: say(row.says, language),
        }))}
      />
    </details>
  )
}
