import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { firstOfMonth } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import { formSixColumns } from '#engines/reporting/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { daysAsked } from './days-asked.ts'
import { LevelAndBody, PeriodChips } from './FigureFilter.tsx'
import { OfficePage } from './OfficePage.tsx'
import { ReportedDossiers } from './ReportedDossiers.tsx'
import { staffPage } from './staff.ts'
import { useOffice, useSay } from './use-office.ts'
import { officeWords } from './words.ts'
import { titled } from '../titled.ts'

const words = {
  title: { vi: 'Báo cáo mẫu 06', en: 'Form 06' },
  lead: {
    vi: 'Từ {from} đến {to}. Bấm một con số để mở hồ sơ bạn được xem.',
    en: '{from} to {to}. A figure opens the dossiers you may see.',
  },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'Up to' },
  by: { vi: 'Theo', en: 'By' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  unit: { vi: 'Cơ quan', en: 'Body' },
  show: { vi: 'Xem', en: 'Show' },
  csv: { vi: 'Tải CSV', en: 'CSV' },
  level: { vi: 'Cấp', en: 'Level' },
  every: { vi: 'Mọi cấp', en: 'All levels' },
  print: { vi: 'In biểu', en: 'Print' },
  total: { vi: 'Cộng', en: 'Total' },
  carried: { vi: 'Kỳ trước', en: 'Carried' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  direct: { vi: 'Trực tiếp', en: 'Direct' },
  early: { vi: 'Trước hạn', en: 'Early' },
  onTime: { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Quá hạn', en: 'Late' },
  stopped: { vi: 'Rút, dừng', en: 'Stopped' },
  inProgress: { vi: 'Đang làm', en: 'Going on' },
  inProgressLate: { vi: 'Đang trễ', en: 'Going on, late' },
  none: { vi: 'Kỳ này chưa có hồ sơ nào', en: 'No dossier in this period' },
  index: { vi: 'Bộ chỉ số', en: 'The index' },
} as const satisfies Record<string, Words>

const groups = ['field', 'procedure', 'unit'] as const
const levels = ['province', 'district', 'commune'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { reporting } = staffPage(args).client
  const query = new URL(args.request.url).searchParams
  const { from, to } = daysAsked(query, firstOfMonth)
  const by = groups.find((one) => one === query.get('theo')) ?? 'field'
  const level = levels.find((one) => one === query.get('cap'))
  const bodies = await reporting.listIndexBodies({ from, to })
  const body = bodies.find(({ id }) => id === query.get('co-quan'))
  const part = { ...(level !== undefined && { level }), ...(body !== undefined && { unit: body.id }) }
  const form = await reporting.getFormSix({ from, to, by, ...part })
  const column = formSixColumns.find((one) => one === query.get('cot'))
  const line = form.rows.find(({ id }) => id === query.get('dong'))
  const after = query.get('sau') ?? undefined
  const dossiers =
    column === undefined || line === undefined
      ? undefined
      : await reporting.listFormSixDossiers({
          from,
          to,
          column,
          limit: 50,
          ...(after !== undefined && { after }),
          ...part,
          ...(by === 'procedure' && { procedure: line.id }),
          ...(by === 'unit' && { unit: line.id }),
          ...(by === 'field' && { field: line.name, level: line.level as (typeof levels)[number] }),
        })
  return { from, to, by, level, body, bodies, part, rows: form.rows, column, line, dossiers }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function Report() {
  const { from, to, by, level, body, bodies, part, rows, column, line, dossiers } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  const here = (more: Readonly<Record<string, string>>) =>
    `/can-bo/bao-cao?${new URLSearchParams({ tu: from, den: to, theo: by, cap: level ?? '', 'co-quan': body?.id ?? '', ...more })}`
  const asked = new URLSearchParams({ from, to, by, ...part })
  return (
    <OfficePage>
      <PageHead
        title={t(words.title)}
        text={t(words.lead, { from: showDate(from), to: showDate(to) })}
        right={
          <>
            <Act icon="chart-bar" text={t(words.index)} href="/can-bo/bao-cao/bo-chi-so" />
            <Act icon="download" text={t(words.csv)} href={`/api/reporting/form-six/csv?${asked}`} />
            <Act icon="printer" text={t(words.print)} href={`/api/reporting/form-six/pdf?${asked}`} />
          </>
        }
      />
      <Panes shape="one">
        <Pane
          label={t(words.title)}
          head={
            <div className="block">
              <form
                method="get"
                action="/can-bo/bao-cao"
                className="filter-line"
                key={`${from} ${to} ${by} ${level} ${body?.id}`}
              >
                <TextField name="tu" type="date" label={t(words.from)} value={from} />
                <TextField name="den" type="date" label={t(words.to)} value={to} />
                <SelectField
                  name="theo"
                  label={t(words.by)}
                  value={by}
                  options={groups.map((value) => ({ value, text: t(words[value]) }))}
                />
                <LevelAndBody level={level} all={words.every} body={body} bodies={bodies} />
                <Act text={t(words.show)} />
              </form>
              <PeriodChips from={from} to={to} href={(ky) => here({ tu: '', den: '', ky })} />
            </div>
          }
        >
          {dossiers !== undefined && line !== undefined && column !== undefined && (
            <ReportedDossiers
              figure={`${line.name}: ${t(words[column])}`}
              dossiers={dossiers}
              pageAfter={(after) => here({ dong: line.id, cot: column, sau: after })}
            />
          )}
          {rows.length === 0 ? (
            <EmptyState title={t(words.none)} icon="chart-bar" tone="paused" />
          ) : (
            <DataTable
              language={language}
              caption={t(words.title)}
              sticky
              columns={[
                { key: 'name', title: t(words[by]), heads: true },
                { key: 'level', title: t(words.level), width: 70 },
                ...formSixColumns.map((key) => ({ key, title: t(words[key]), width: 84, number: true })),
              ]}
              rows={[
                ...rows.map((row) => ({
                  id: row.id,
                  name: row.name,
                  level: row.level === null ? '' : t(sayTier(row.level)),
                  selected: row.id === line?.id,
                  ...Object.fromEntries(
                    formSixColumns.map((key) => [
                      key,
                      row[key] === 0 ? '0' : <a href={here({ dong: row.id, cot: key })}>{groupThousands(row[key])}</a>,
                    ]),
                  ),
                })),
                {
                  id: 'total',
                  name: <b>{t(words.total)}</b>,
                  ...Object.fromEntries(
                    formSixColumns.map((key) => [
                      key,
                      <b key={key}>{groupThousands(rows.reduce((sum, row) => sum + row[key], 0))}</b>,
                    ]),
                  ),
                },
              ]}
            />
          )}
        </Pane>
      </Panes>
    </OfficePage>
  )
}
