import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { showShare } from '#values/show-share.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { daysAsked } from './days-asked.ts'
import { OfficePage } from './OfficePage.tsx'
import { ReportedDossiers } from './ReportedDossiers.tsx'
import { staffPage } from './staff.ts'
import { useOffice, useSay } from './use-office.ts'
import { officeWords } from './words.ts'
import { titled } from '../titled.ts'

const words = {
  title: { vi: 'Giấy tờ dùng lại', en: 'Papers used again' },
  lead: {
    vi: 'Hồ sơ tiếp nhận từ {from} đến {to} mà tỉnh đã có giấy tờ. Bấm con số để mở hồ sơ bạn được xem.',
    en: 'Received {from} to {to} with papers that the province had. Figures open the dossiers you may see.',
  },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'Up to' },
  by: { vi: 'Theo', en: 'By' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  unit: { vi: 'Cơ quan', en: 'Body' },
  show: { vi: 'Xem', en: 'Show' },
  csv: { vi: 'Tải CSV', en: 'CSV' },
  index: { vi: 'Bộ chỉ số', en: 'Index' },
  had: { vi: 'Tỉnh đã có', en: 'Had' },
  met: { vi: 'Dùng lại', en: 'Used again' },
  missed: { vi: 'Vẫn nộp mới', en: 'Sent anew' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
  papers: { vi: 'Giấy tờ dùng lại', en: 'Papers used again' },
  none: { vi: 'Kỳ này chưa có hồ sơ nào', en: 'None in this period' },
} as const satisfies Record<string, Words>

const groups = ['procedure', 'unit'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { reporting } = staffPage(args).client
  const query = new URL(args.request.url).searchParams
  const { from, to } = daysAsked(query, (last) => `${last.slice(0, 4)}-01-01`)
  const by = groups.find((one) => one === query.get('theo')) ?? 'procedure'
  const { rows } = await reporting.getPaperReuse({ from, to, by })
  const line = rows.find(({ id }) => id === query.get('dong'))
  const which = query.get('dat') === 'khong' ? ('missed' as const) : ('met' as const)
  const after = query.get('sau') ?? undefined
  const dossiers =
    line === undefined
      ? undefined
      : await reporting.listIndexDossiers({
          from,
          to,
          indicator: '4.3',
          which,
          limit: 50,
          ...(by === 'procedure' ? { procedure: line.id } : { unit: line.id }),
          ...(after !== undefined && { after }),
        })
  return { from, to, by, rows, line, which, dossiers }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function PaperReuse() {
  const { from, to, by, rows, line, which, dossiers } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  const here = (more: Readonly<Record<string, string>>) =>
    `/can-bo/bao-cao/dung-lai?${new URLSearchParams({ tu: from, den: to, theo: by, ...more })}`
  const figure = (dong: string, dat: 'co' | 'khong', count: number) =>
    count === 0 ? '0' : <a href={here({ dong, dat })}>{groupThousands(count)}</a>
  return (
    <OfficePage>
      <PageHead
        title={t(words.title)}
        text={t(words.lead, { from: showDate(from), to: showDate(to) })}
        right={
          <>
            <Act icon="chart-bar" text={t(words.index)} href="/can-bo/bao-cao/bo-chi-so" />
            <Act
              icon="download"
              text={t(words.csv)}
              href={`/api/reporting/paper-reuse/csv?${new URLSearchParams({ from, to, by })}`}
            />
          </>
        }
      />
      <Panes shape="one">
        <Pane
          label={t(words.title)}
          head={
            <div className="block">
              <form method="get" action="/can-bo/bao-cao/dung-lai" className="filter-line" key={`${from} ${to} ${by}`}>
                <TextField name="tu" type="date" label={t(words.from)} value={from} />
                <TextField name="den" type="date" label={t(words.to)} value={to} />
                <SelectField
                  name="theo"
                  label={t(words.by)}
                  value={by}
                  options={groups.map((value) => ({ value, text: t(words[value]) }))}
                />
                <Act text={t(words.show)} />
              </form>
            </div>
          }
        >
          {dossiers !== undefined && line !== undefined && (
            <ReportedDossiers
              figure={`${line.name}: ${t(words[which])}`}
              dossiers={dossiers}
              pageAfter={(after) => here({ dong: line.id, dat: which === 'met' ? 'co' : 'khong', sau: after })}
            />
          )}
          {rows.length === 0 ? (
            <EmptyState title={t(words.none)} icon="files" tone="paused" />
          ) : (
            <DataTable
              language={language}
              caption={t(words.title)}
              sticky
              columns={[
                { key: 'name', title: t(words[by]), heads: true },
                { key: 'had', title: t(words.had), width: 100, number: true },
                { key: 'met', title: t(words.met), width: 100, number: true },
                { key: 'missed', title: t(words.missed), width: 100, number: true },
                { key: 'share', title: t(words.share), width: 84, number: true },
                { key: 'papers', title: t(words.papers), width: 110, number: true },
              ]}
              rows={rows.map(({ id, name, had, reused, papersReused }) => ({
                id,
                selected: id === line?.id,
                name,
                had: groupThousands(had),
                met: figure(id, 'co', reused),
                missed: figure(id, 'khong', had - reused),
                share: showShare(reused, had),
                papers: groupThousands(papersReused),
              }))}
            />
          )}
        </Pane>
      </Panes>
    </OfficePage>
  )
}
