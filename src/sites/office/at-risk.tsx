import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { addDays } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { ListFoot } from '#ui/office/DataTable.tsx'
import { Act } from '#ui/office/Button.tsx'
import { SelectField } from '#ui/office/Fields.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { AtRiskDossier } from './AtRiskDossier.tsx'
import { daysAsked } from './days-asked.ts'
import { OfficePage } from './OfficePage.tsx'
import { staffPage } from './staff.ts'
import { useOffice, useSay } from './use-office.ts'
import { WarningFigures, warnedKinds } from './WarningFigures.tsx'
import { officeWords } from './words.ts'
import { titled } from '../titled.ts'

const words = {
  lead: {
    vi: 'Hồ sơ chưa quá hạn nhưng có lẽ không kịp. Là ước lượng cho cán bộ, không báo cho người nộp.',
    en: 'Not late yet, and probably will be. An estimate for officials; applicants are not told.',
  },
  unit: { vi: 'Đơn vị đang giữ', en: 'Unit that has it' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  all: { vi: 'Tất cả', en: 'All' },
  show: { vi: 'Lọc', en: 'Filter' },
  none: { vi: 'Không có hồ sơ nào có nguy cơ trễ hạn', en: 'Nothing will probably be late' },
  noneText: {
    vi: 'Trong phạm vi bạn được xem, việc còn lại của mọi hồ sơ thường kịp trước hạn.',
    en: 'Of what you may see, the work that is left usually fits before the deadlines.',
  },
  noneHere: { vi: 'Không có hồ sơ nào khớp với lọc', en: 'Nothing fits the filter' },
  clear: { vi: 'Bỏ lọc', en: 'Clear' },
  rows: { vi: '{count} hồ sơ', en: '{count} dossiers' },
  only: { vi: 'Chỉ gồm hồ sơ bạn được xem', en: 'Only what you may see' },
} as const satisfies Record<string, Words>

const address = '/can-bo/nguy-co'
const pageSize = 20

export async function loader(args: LoaderFunctionArgs) {
  const { reporting } = staffPage(args).client
  const query = new URL(args.request.url).searchParams
  const asked = (name: string) => query.get(name) || undefined
  const [unit, procedure, after] = [asked('don-vi'), asked('thu-tuc'), asked('sau')]
  const { from, to } = daysAsked(query, (last) => addDays(last, -89))
  const which = warnedKinds.find((one) => one === query.get('xem'))
  const [found, groups, figures, dossiers] = await Promise.all([
    reporting.listAtRisk({ unit, procedure, after, limit: pageSize }),
    reporting.groupAtRisk({}),
    reporting.getWarningFigures({ from, to, procedure }),
    which && reporting.listWarnedDossiers({ from, to, procedure, which, after: asked('tiep'), limit: 50 }),
  ])
  return { unit, procedure, after, found, groups, figures, which, dossiers }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, officeWords.atRisk, officeWords.brand)

export default function AtRisk() {
  const { unit, procedure, after, found, groups, figures, which, dossiers } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  const here = (more: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams({
      ...(unit && { 'don-vi': unit }),
      ...(procedure && { 'thu-tuc': procedure }),
      ...more,
    })
    return query.size === 0 ? address : `${address}?${query}`
  }
  const isFiltered = unit !== undefined || procedure !== undefined
  const options = (some: readonly { id: string; name: string; count: number }[]) => [
    { value: '', text: t(words.all) },
    ...some.map(({ id, name, count }) => ({ value: id, text: `${name} (${count})` })),
  ]
  return (
    <OfficePage>
      <PageHead title={t(officeWords.atRisk)} text={t(words.lead)} />
      <Panes shape="side">
        <Pane
          label={t(officeWords.atRisk)}
          head={
            <div className="block">
              <form method="get" action={address} className="filter-line" key={`${unit} ${procedure}`}>
                <SelectField name="don-vi" label={t(words.unit)} value={unit ?? ''} options={options(groups.units)} />
                <SelectField
                  name="thu-tuc"
                  label={t(words.procedure)}
                  value={procedure ?? ''}
                  options={options(groups.procedures)}
                />
                <Act text={t(words.show)} />
              </form>
            </div>
          }
          foot={
            found.rows.length > 0 && (
              <ListFoot
                language={language}
                text={t(words.rows, { count: found.rows.length })}
                left={<span className="quiet">{t(words.only)}</span>}
                newerHref={after && here({})}
                olderHref={found.next && here({ sau: found.next })}
              />
            )
          }
        >
          {found.rows.length === 0 &&
            (isFiltered ? (
              <EmptyState
                icon="search"
                tone="paused"
                title={t(words.noneHere)}
                actions={<Act text={t(words.clear)} href={address} />}
              />
            ) : (
              <EmptyState title={t(words.none)} text={t(words.noneText)} />
            ))}
          {found.rows.map((row) => (
            <AtRiskDossier key={row.id} row={row} />
          ))}
        </Pane>
        <WarningFigures
          figures={figures}
          which={which}
          dossiers={dossiers}
          kept={{ ...(unit && { 'don-vi': unit }), ...(procedure && { 'thu-tuc': procedure }) }}
          here={(more) => here({ tu: figures.from, den: figures.to, ...more })}
          period={`${showDate(figures.from)} – ${showDate(figures.to)}`}
        />
      </Panes>
    </OfficePage>
  )
}
