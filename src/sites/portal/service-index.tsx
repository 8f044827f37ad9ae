import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { showPoints, showShare } from '#values/show-share.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { indicators, listedProcedures } from '#engines/reporting/contract.ts'
import { FigureStrip } from '#ui/portal/BarFigures.tsx'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { DataTable } from '#ui/portal/DataTable.tsx'
import { LinkList } from '#ui/portal/SearchBox.tsx'
import { FilterForm } from '#ui/portal/SideNav.tsx'
import { pageOf } from '../client.ts'
import { indexWords, readIndex } from '../index-asked.ts'
import { figuresAsked, levelSelect, periodSelect } from './figures-asked.ts'
import { PortalPage } from './PortalPage.tsx'
import { titled } from './title.tsx'

const words = {
  title: { vi: 'Bộ chỉ số phục vụ người dân, doanh nghiệp', en: 'Index of serving citizens and enterprises' },
  lead: {
    vi: 'Theo Quyết định 766/QĐ-TTg, từ {from} đến {to}, đếm từ từng hồ sơ, lúc {at}. Không ai gõ tay.',
    en: 'By Decision 766/QĐ-TTg, {from} to {to}, counted from rows at {at}.',
  },
  beforeNote: { vi: 'Kỳ trước: từ {from} đến {to}.', en: 'The period before: {from} to {to}.' },
  show: { vi: 'Xem', en: 'Show' },
  table: { vi: 'Các chỉ số', en: 'Indicators' },
  name: { vi: 'Chỉ số', en: 'Indicator' },
  formula: { vi: 'Cách tính', en: 'Formula' },
  met: { vi: 'Đạt', en: 'Met' },
  of: { vi: 'Trên tổng số', en: 'Of' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
  behindMet: { vi: '{name}: thủ tục đạt ({count})', en: '{name}: procedures that meet it ({count})' },
  behindMissed: { vi: '{name}: thủ tục chưa đạt ({count})', en: '{name}: procedures that do not ({count})' },
  missed: { vi: 'thủ tục chưa đạt', en: 'procedures that do not meet it' },
  open: { vi: 'Dữ liệu mở', en: 'Open data' },
  catalogue: { vi: 'Danh mục dữ liệu mở, nghĩa từng cột', en: 'Open data: what each column means' },
  csv: { vi: 'Tải CSV', en: 'CSV' },
  json: { vi: 'Tải JSON', en: 'JSON' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  const query = new URL(args.request.url).searchParams
  const { period, level, asked: days } = figuresAsked(query, 'year')
  const read = await readIndex(client.reporting, query, days)
  const indicator = listedProcedures.find((one) => one === query.get('chi-so'))
  const which = query.get('dat') === 'co' ? ('met' as const) : ('missed' as const)
  const procedures = indicator && (await client.reporting.listIndexProcedures({ ...read.asked, indicator, which }))
  return { language, period, level, indicator, which, procedures, ...read }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

export default function ServiceIndex() {
  const loaded = useLoaderData<typeof loader>()
  const { language, period, level, body, bodies, asked, index, before, whole, indicator, which, procedures } = loaded
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const query = new URLSearchParams({ ...asked })
  const { scale, total, readings } = index
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : showShare(value, 1)
  const behind = (id: string, dat: 'co' | 'khong') =>
    `/so-lieu/bo-chi-so?${new URLSearchParams({ ky: period, cap: level ?? '', 'chi-so': id, dat })}#thu-tuc`
  const count = (id: string, value: number, dat: 'co' | 'khong') =>
    value > 0 && listedProcedures.some((one) => one === id) ? (
      <a href={behind(id, dat)}>{groupThousands(value)}</a>
    ) : (
      groupThousands(value)
    )
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
      <FilterForm
        submit={t(words.show)}
        selects={[
          periodSelect(t, period),
          levelSelect(t, level, indexWords.whole),
          {
            name: 'co-quan',
            label: t(indexWords.body),
            value: body?.id ?? '',
            options: [
              { value: '', text: t(indexWords.everyBody) },
              ...bodies
                .filter((one) => level === undefined || one.level === level)
                .map(({ id, name }) => ({ value: id, text: name })),
            ],
          },
        ]}
      />
      {total !== null && (
        <FigureStrip
          look="ruled"
          figures={[
            {
              value: t(indexWords.of, { points: showPoints(total.points), most: showPoints(total.most) }),
              text: t(indexWords.total),
            },
            ...(total.onScale === total.points
              ? []
              : [{ value: showPoints(total.onScale), text: t(indexWords.onScale) }]),
            ...(total.grade === null ? [] : [{ value: total.grade, text: t(indexWords.grade) }]),
          ]}
        />
      )}
      <DataTable
        caption={t(words.table)}
        columns={[
          { key: 'name', title: t(words.name), heads: true },
          { key: 'formula', title: t(words.formula) },
          { key: 'met', title: t(words.met), number: true },
          { key: 'of', title: t(words.of), number: true },
          { key: 'share', title: t(words.share), number: true },
          { key: 'before', title: t(indexWords.before), number: true },
          ...(whole === undefined ? [] : [{ key: 'whole' as const, title: t(indexWords.whole), number: true }]),
          ...(scale === null ? [] : [{ key: 'points' as const, title: t(indexWords.points), number: true }]),
        ]}
        rows={index.rows.map(({ id, name, formula, met, of, times, points, most, reason, ...row }) => ({
          id,
          name: id === 'once' ? name : `${id} ${name}`,
          formula: (
            <>
              {reason === null ? formula : `${formula}. ${reason}`}
              {times !== null && of !== null && ` (${t(indexWords.synchronised, { share: showShare(times, 1) })})`}
              {of !== null && met !== null && met < of && listedProcedures.some((one) => one === id) && (
                <>
                  {' · '}
                  <a href={behind(id, 'khong')}>
                    {groupThousands(of - met)} {t(words.missed)}
                  </a>
                </>
              )}
            </>
          ),
          met: met === null ? '–' : count(id, met, 'co'),
          of: of === null ? '–' : groupThousands(of),
          share: share(row.share),
          before: share(before.shares[id]),
          whole: whole && share(whole[id]),
          points:
            most === null
              ? ''
              : t(indexWords.of, { points: points === null ? '–' : showPoints(points), most: showPoints(most) }),
        }))}
      />
      <p className="quiet">{t(words.beforeNote, { from: showDate(before.from), to: showDate(before.to) })}</p>
      {procedures !== undefined && indicator !== undefined && (
        <Section
          id="thu-tuc"
          title={t(which === 'met' ? words.behindMet : words.behindMissed, {
            name: t(indicators[indicator].name),
            count: groupThousands(procedures.length),
          })}
        >
          <ul>
            {procedures.map(({ code, name, says }, at) => (
              <li key={`${code} ${at}`}>
                <a href={`/thu-tuc/${encodeURIComponent(code)}`}>{name}</a> <span className="quiet">{code}</span>
                {says !== null && <p className="quiet">{says}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t(indexWords.readings)}>
        <p>
          {scale === null
            ? t(indexWords.noScale)
            : t(indexWords.by, {
                document: scale.document,
                signed: showDate(scale.signedOn),
                from: showDate(scale.effectiveFrom),
              })}{' '}
          {total !== null && total.without.length > 0 && t(indexWords.without, { ids: total.without.join(', ') })}
        </p>
        <ul className="bullets">
          {readings.map(({ id, title, says }) => (
            <li key={id}>
              {title}: {says}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t(words.open)}>
        <LinkList
          links={[
            { href: `/api/reporting/service-index/csv?${query}`, text: t(words.csv) },
            { href: `/api/reporting/service-index?${query}`, text: t(words.json) },
            { href: '/so-lieu/du-lieu-mo', text: t(words.catalogue) },
          ]}
        />
      </Section>
    </PortalPage>
  )
}
