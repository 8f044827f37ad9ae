import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { showShare } from '#values/show-share.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import { indicators, listedIndicators } from '#engines/reporting/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { daysAsked } from './days-asked.ts'
import { OfficePage } from './OfficePage.tsx'
import { ReportedDossiers } from './ReportedDossiers.tsx'
import { staffPage } from './staff.ts'
import { useOffice, useSay } from './use-office.ts'
import { officeWords } from './words.ts'
import { titled } from '../titled.ts'

const words = {
  title: { vi: 'Bộ chỉ số phục vụ người dân, doanh nghiệp', en: 'Index of serving citizens and enterprises' },
  lead: {
    vi: 'Quyết định 766/QĐ-TTg, từ {from} đến {to}. Bấm số đạt, chưa đạt để mở hồ sơ bạn được xem.',
    en: 'Decision 766/QĐ-TTg, {from} to {to}. Figures open the dossiers you may see.',
  },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'Up to' },
  level: { vi: 'Cấp', en: 'Level' },
  all: { vi: 'Cả tỉnh', en: 'The province' },
  show: { vi: 'Xem', en: 'Show' },
  csv: { vi: 'Tải CSV', en: 'CSV' },
  formSix: { vi: 'Mẫu 06', en: 'Form 06' },
  id: { vi: 'Mã', en: 'Id' },
  name: { vi: 'Chỉ số và cách tính', en: 'Indicator and formula' },
  met: { vi: 'Đạt', en: 'Met' },
  missed: { vi: 'Chưa đạt', en: 'Not met' },
  of: { vi: 'Tổng', en: 'Of' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
} as const satisfies Record<string, Words>

const levels = ['province', 'district', 'commune'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { reporting } = staffPage(args).client
  const query = new URL(args.request.url).searchParams
  const { from, to } = daysAsked(query, (last) => `${last.slice(0, 4)}-01-01`)
  const level = levels.find((one) => one === query.get('cap'))
  const asked = { from, to, ...(level !== undefined && { level }) }
  const { rows } = await reporting.getServiceIndex(asked)
  const indicator = listedIndicators.find((one) => one === query.get('chi-so'))
  const isMet = query.get('dat') !== 'khong'
  const after = query.get('sau') ?? undefined
  const dossiers =
    indicator === undefined
      ? undefined
      : await reporting.listIndexDossiers({
          ...asked,
          indicator,
          which: isMet ? 'met' : 'missed',
          limit: 50,
          ...(after !== undefined && { after }),
        })
  return { from, to, level, rows, indicator, isMet, dossiers }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function ServiceIndex() {
  const { from, to, level, rows, indicator, isMet, dossiers } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  const body: Record<string, string> = level === undefined ? {} : { level }
  const here = (more: Readonly<Record<string, string>>) =>
    `/can-bo/bao-cao/bo-chi-so?${new URLSearchParams({ tu: from, den: to, cap: level ?? '', ...more })}`
  const figure = (id: string, dat: 'co' | 'khong', count: number) =>
    count === 0 || !listedIndicators.some((one) => one === id) ? (
      groupThousands(count)
    ) : (
      <a href={here({ 'chi-so': id, dat })}>{groupThousands(count)}</a>
    )
  return (
    <OfficePage>
      <PageHead
        title={t(words.title)}
        text={t(words.lead, { from: showDate(from), to: showDate(to) })}
        right={
          <>
            <Act icon="list-details" text={t(words.formSix)} href="/can-bo/bao-cao" />
            <Act
              icon="download"
              text={t(words.csv)}
              href={`/api/reporting/service-index/csv?${new URLSearchParams({ from, to, ...body })}`}
            />
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
                action="/can-bo/bao-cao/bo-chi-so"
                className="filter-line"
                key={`${from} ${to} ${level}`}
              >
                <TextField name="tu" type="date" label={t(words.from)} value={from} />
                <TextField name="den" type="date" label={t(words.to)} value={to} />
                <SelectField
                  name="cap"
                  label={t(words.level)}
                  value={level ?? ''}
                  options={[
                    { value: '', text: t(words.all) },
                    ...levels.map((value) => ({ value, text: t(sayTier(value)) })),
                  ]}
                />
                <Act text={t(words.show)} />
              </form>
            </div>
          }
        >
          {dossiers !== undefined && indicator !== undefined && (
            <ReportedDossiers
              figure={`${t(indicators[indicator].name)}: ${t(isMet ? words.met : words.missed)}`}
              dossiers={dossiers}
              pageAfter={(after) => here({ 'chi-so': indicator, dat: isMet ? 'co' : 'khong', sau: after })}
            />
          )}
          <DataTable
            language={language}
            caption={t(words.title)}
            sticky
            columns={[
              { key: 'number', title: t(words.id), width: 60 },
              { key: 'name', title: t(words.name), heads: true },
              { key: 'met', title: t(words.met), width: 84, number: true },
              { key: 'missed', title: t(words.missed), width: 84, number: true },
              { key: 'of', title: t(words.of), width: 84, number: true },
              { key: 'share', title: t(words.share), width: 84, number: true },
            ]}
            rows={rows.map(({ id, name, formula, met, of, reason }) => ({
              id,
              selected: id === indicator,
              number: id === 'once' ? '–' : id,
              name: (
                <>
                  <b>{name}</b>
                  <br />
                  <small>{reason ?? formula}</small>
                </>
              ),
              ...(met === null || of === null
                ? { met: '–', missed: '–', of: '–', share: '–' }
                : {
                    met: figure(id, 'co', met),
                    missed: figure(id, 'khong', of - met),
                    of: groupThousands(of),
                    share: showShare(met, of),
                  }),
            }))}
          />
        </Pane>
      </Panes>
    </OfficePage>
  )
}
