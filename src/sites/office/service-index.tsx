import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { lowerFirst } from '#values/text.ts'
import { showPoints } from '#values/show-share.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import {
  indicators,
  listedDossiers,
  listedPetitions,
  listedProcedures,
  type IndicatorId,
} from '#engines/reporting/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { indexWords, readIndex } from '../index-asked.ts'
import { titled } from '../titled.ts'
import { daysAsked } from './days-asked.ts'
import { LevelAndBody, PeriodChips } from './FigureFilter.tsx'
import { BehindPetitions, BehindProcedures } from './IndexBehind.tsx'
import { IndexFigures } from './IndexFigures.tsx'
import { OfficePage } from './OfficePage.tsx'
import { ReportedDossiers } from './ReportedDossiers.tsx'
import { staffPage } from './staff.ts'
import { useOffice, useSay } from './use-office.ts'
import { officeWords } from './words.ts'

const words = {
  title: { vi: 'Bộ chỉ số phục vụ người dân, doanh nghiệp', en: 'Index of serving citizens and enterprises' },
  lead: {
    vi: 'Quyết định 766/QĐ-TTg, {who}, từ {from} đến {to}; kỳ trước từ {since} đến {until}. Bấm số đạt, chưa đạt để mở những gì bạn được xem.',
    en: 'Decision 766/QĐ-TTg, {who}, {from} to {to}; before {since} to {until}. Figures open what you may see.',
  },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'Up to' },
  show: { vi: 'Xem', en: 'Show' },
  csv: { vi: 'Tải CSV', en: 'CSV' },
  ofLevel: { vi: 'cấp {level}', en: 'level: {level}' },
  formSix: { vi: 'Mẫu 06', en: 'Form 06' },
  scale: { vi: 'Thang điểm', en: 'The scale' },
  reuse: { vi: 'Giấy tờ dùng lại', en: 'Papers used again' },
  met: { vi: 'Đạt', en: 'Met' },
  missed: { vi: 'Chưa đạt', en: 'Not met' },
  complaints: { vi: 'khiếu nại trừ vào chỉ số', en: 'complaints taken off' },
} as const satisfies Record<string, Words>

const levels = ['province', 'district', 'commune'] as const
const among = <One extends string>(ids: readonly One[], asked: string | null) => ids.find((one) => one === asked)

export async function loader(args: LoaderFunctionArgs) {
  const { reporting } = staffPage(args).client
  const query = new URL(args.request.url).searchParams
  const days = daysAsked(query, (last) => `${last.slice(0, 4)}-01-01`)
  const level = among(levels, query.get('cap'))
  const read = await readIndex(reporting, query, { ...days, ...(level !== undefined && { level }) })
  const chosen = query.get('chi-so')
  const which = query.get('dat') === 'khong' ? ('missed' as const) : ('met' as const)
  const after = query.get('sau') ?? undefined
  const behind = { ...read.asked, which }
  const page = { limit: 50, ...(after !== undefined && { after }) }
  const [dossiers, petitions, procedures] = [
    among(listedDossiers, chosen),
    // Of 5.4 the first page of dossiers goes with its complaints; they are not paged.
    after === undefined || chosen !== '5.4' ? among(listedPetitions, chosen) : undefined,
    among(listedProcedures, chosen),
  ]
  return {
    ...read,
    days,
    level,
    which,
    chosen: (dossiers ?? petitions ?? procedures) as IndicatorId | undefined,
    dossiers: dossiers && (await reporting.listIndexDossiers({ ...behind, ...page, indicator: dossiers })),
    petitions:
      petitions && (petitions !== '5.4' || which === 'missed')
        ? await reporting.listIndexPetitions({ ...behind, ...page, indicator: petitions })
        : undefined,
    procedures: procedures && (await reporting.listIndexProcedures({ ...behind, indicator: procedures })),
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function ServiceIndex() {
  const loaded = useLoaderData<typeof loader>()
  const { days, level, body, bodies, asked, index, before, whole, chosen, which } = loaded
  const { me } = useOffice()
  const t = useSay()
  const here = (more: Readonly<Record<string, string>>) =>
    `/can-bo/bao-cao/bo-chi-so?${new URLSearchParams({ tu: days.from, den: days.to, cap: level ?? '', 'co-quan': body?.id ?? '', ...more })}`
  const dat = { met: 'co', missed: 'khong' } as const
  const figure = chosen === undefined ? '' : `${t(indicators[chosen].name)}: ${t(words[which])}`
  const pageAfter = (after: string) => here({ 'chi-so': chosen ?? '', dat: dat[which], sau: after })
  const who =
    body?.name ??
    lowerFirst(level === undefined ? t(indexWords.whole) : t(words.ofLevel, { level: lowerFirst(t(sayTier(level))) }))
  return (
    <OfficePage>
      <PageHead
        title={t(words.title)}
        text={t(words.lead, {
          who,
          from: showDate(days.from),
          to: showDate(days.to),
          since: showDate(before.from),
          until: showDate(before.to),
        })}
        right={
          <>
            {me.permissions.includes('index.manage') && (
              <Act icon="file-settings" text={t(words.scale)} href="/quan-tri/bo-chi-so" />
            )}
            <Act icon="list-details" text={t(words.formSix)} href="/can-bo/bao-cao" />
            <Act icon="files" text={t(words.reuse)} href="/can-bo/bao-cao/dung-lai" />
            <Act
              icon="download"
              text={t(words.csv)}
              href={`/api/reporting/service-index/csv?${new URLSearchParams({ ...asked })}`}
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
                key={`${days.from} ${days.to} ${level} ${body?.id}`}
              >
                <TextField name="tu" type="date" label={t(words.from)} value={days.from} />
                <TextField name="den" type="date" label={t(words.to)} value={days.to} />
                <LevelAndBody level={level} all={indexWords.whole} body={body} bodies={bodies} />
                <Act text={t(words.show)} />
              </form>
              <PeriodChips from={days.from} to={days.to} href={(ky) => here({ tu: '', den: '', ky })} />
            </div>
          }
        >
          {loaded.dossiers && <ReportedDossiers figure={figure} dossiers={loaded.dossiers} pageAfter={pageAfter} />}
          {loaded.procedures && <BehindProcedures figure={figure} procedures={loaded.procedures} />}
          {loaded.petitions && (
            <BehindPetitions
              figure={chosen === '5.4' ? `${figure}, ${t(words.complaints)}` : figure}
              petitions={loaded.petitions}
              pageAfter={pageAfter}
            />
          )}
          <Total index={index} />
          <IndexFigures
            index={index}
            before={before.shares}
            whole={whole}
            chosen={chosen}
            behind={(id, one) => here({ 'chi-so': id, dat: dat[one] })}
          />
        </Pane>
      </Panes>
    </OfficePage>
  )
}

/** Points and grade where a scale is set, and how formulas are read. */
function Total({ index: { scale, total, readings } }: Pick<Awaited<ReturnType<typeof loader>>, 'index'>) {
  const t = useSay()
  return (
    <Block
      {...(total !== null && {
        title: `${t(indexWords.total)}: ${t(indexWords.of, { points: showPoints(total.points), most: showPoints(total.most) })}`,
        note: [
          total.onScale !== total.points && `${t(indexWords.onScale)}: ${showPoints(total.onScale)}`,
          total.grade !== null && `${t(indexWords.grade)}: ${total.grade}`,
        ]
          .filter(Boolean)
          .join(' · '),
      })}
    >
      <p className="quiet">
        {scale === null
          ? t(indexWords.noScale)
          : t(indexWords.by, {
              document: scale.document,
              signed: showDate(scale.signedOn),
              from: showDate(scale.effectiveFrom),
            })}{' '}
        {total !== null && total.without.length > 0 && t(indexWords.without, { ids: total.without.join(', ') })}
      </p>
      <details className="more">
        <summary>{t(indexWords.readings)}</summary>
        <FactRows rows={readings.map(({ title, says }) => ({ term: title, value: says }))} />
      </details>
    </Block>
  )
}
