import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showInstant } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import { DeadlineBadge, NoteBox } from '#ui/office/Badge.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import { refusedAnswer, staffPage } from '../../office/staff.ts'
import { textOf } from '../../form-text.ts'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { announcementOf } from './AnnouncementFields.tsx'
import { Differences } from './Differences.tsx'
import { correctionOf, factsOf, RecordForms } from './RecordForms.tsx'
import { catalogueWords, place, stateWords, type CatalogueRecord } from './words.ts'

const words = {
  record: { vi: 'Bản ghi {number}', en: 'Record {number}' },
  reasons: { vi: 'Cách ly vì', en: 'Set aside because' },
  doubts: { vi: 'Cần xem vì', en: 'To be looked at because' },
  says: { vi: 'Danh mục ghi', en: 'What the catalogue says' },
  performer: { vi: 'Cơ quan thực hiện', en: 'Done by' },
  result: { vi: 'Kết quả', en: 'Result' },
  limit: { vi: 'Thời hạn', en: 'Time limit' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  laws: { vi: 'Căn cứ', en: 'Legal basis' },
  announced: { vi: 'Quyết định quốc gia', en: 'National decision' },
  left: { vi: 'Phần để riêng', en: 'Parts set aside' },
  raw: { vi: 'Nguyên văn như nhận được', en: 'As it came' },
  decided: { vi: '{state} lúc {at}, {by}', en: '{state} {at}, {by}' },
  open: { vi: 'Mở thủ tục {code}', en: 'Open procedure {code}' },
  units: {
    vi: {
      'working-day': 'ngày làm việc',
      'calendar-day': 'ngày',
      'working-hour': 'giờ làm việc',
      'within-day': 'trong ngày',
    },
    en: {
      'working-day': 'working days',
      'calendar-day': 'days',
      'working-hour': 'working hours',
      'within-day': 'within the day',
    },
  },
} as const

export async function loader(args: LoaderFunctionArgs) {
  const { services } = staffPage(args).client
  const [id = '', number = ''] = [args.params['id'], args.params['number']]
  const [view, record] = await Promise.all([
    services.getCatalogueImport({ id }),
    services.getCatalogueRecord({ id, number: Number(number) }),
  ])
  return { view, record, today: dateAt(new Date()) }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { services } = page.client
  const form = await args.request.formData()
  const one = { id: args.params['id'] ?? '', number: Number(args.params['number']) }
  const what = textOf(form, 'viec')
  try {
    if (what === 'khop') await services.matchCatalogueRecord({ ...one, code: textOf(form, 'thu-tuc') || null })
    else if (what === 'sua') await services.correctCatalogueRecord({ ...one, ...correctionOf(form) })
    else if (what === 'tu-choi') await services.rejectCatalogueRecord({ ...one, reason: textOf(form, 'ly-do') })
    else
      await services.acceptCatalogueRecord({
        ...one,
        facts: factsOf(form),
        announcement: announcementOf(form),
        seen: textOf(form, 'da-xem'),
      })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  return redirect(`${place}/${one.id}/${one.number}`)
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, loaderData?.record.name ?? undefined, catalogueWords.title, adminWords.admin)

export default function OneRecord() {
  const { view, record, today } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { language } = useAdmin()
  const t = useSay()
  const { tone, icon, words: state } = stateWords[record.state]
  const code = record.procedureCode ?? record.matchedCode
  const isOpen = record.state !== 'accepted' && record.state !== 'rejected'
  return (
    <AdminPage>
      <PageHead
        title={record.name ?? t(words.record, { number: record.number })}
        text={`${t(words.record, { number: record.number })} · ${record.code ?? '–'}`}
        back={{ href: `${place}/${view.id}?tinh=${record.state}`, text: view.title }}
        right={
          <DeadlineBadge tone={tone} icon={icon}>
            {t(state)}
          </DeadlineBadge>
        }
      />
      <Panes shape="side">
        <Pane label={t(words.says)}>
          {record.reasons.length > 0 && isOpen && <Why title={t(words.reasons)} list={record.reasons} tone="late" />}
          {record.doubts.length > 0 && isOpen && <Why title={t(words.doubts)} list={record.doubts} tone="soon" />}
          {record.decidedAt !== null && (
            <Block>
              <NoteBox
                tone="plain"
                title={t(words.decided, {
                  state: t(state),
                  at: showInstant(record.decidedAt, language),
                  by: record.decidedByName ?? '',
                })}
              >
                {record.rejectReason}
              </NoteBox>
            </Block>
          )}
          {isOpen && record.matchedCode !== null && <Differences record={record} />}
          {record.said !== null && <Said said={record.said} />}
          {record.setAside.length > 0 && (
            <Block title={t(words.left)} count={record.setAside.length} small>
              <FactRows rows={record.setAside.map(({ raw, why }) => ({ term: say(why, language), value: raw }))} />
            </Block>
          )}
          <Block>
            <details className="more">
              <summary>{t(words.raw)}</summary>
              <pre className="code raw-record">{indented(record.raw)}</pre>
            </details>
          </Block>
        </Pane>
        <Pane label={t(catalogueWords.decision)} ground="ground">
          {failed && (
            <Block>
              <RefusedNote language={language} refused={failed.refused} />
            </Block>
          )}
          {code !== null && (
            <Block>
              <a href={`/quan-tri/thu-tuc/${encodeURIComponent(code)}`}>{t(words.open, { code })}</a>
            </Block>
          )}
          {isOpen && <RecordForms record={record} today={today} typed={failed?.refused.typed} />}
        </Pane>
      </Panes>
    </AdminPage>
  )
}

interface WhyProps {
  readonly title: string
  readonly list: readonly Words[]
  readonly tone: 'late' | 'soon'
}

const Why = ({ title, list, tone }: WhyProps) => {
  const { language } = useAdmin()
  return (
    <Block>
      <NoteBox tone={tone} icon={tone === 'late' ? 'alert-triangle' : 'eye'} title={title}>
        <ul>
          {list.map((one) => (
            <li key={one.vi}>{say(one, language)}</li>
          ))}
        </ul>
      </NoteBox>
    </Block>
  )
}

/** What was understood of the record. */
function Said({ said }: { readonly said: NonNullable<CatalogueRecord['said']> }) {
  const { language } = useAdmin()
  const t = useSay()
  const units = words.units[language]
  const rows = [
    { term: t(catalogueWords.field), value: said.field },
    { term: t(catalogueWords.level), value: said.level === null ? '' : t(sayTier(said.level)) },
    { term: t(words.performer), value: said.performer },
    {
      term: t(words.limit),
      value: said.timeLimits
        .map(({ amount, unit }) => (unit === 'within-day' ? units[unit] : `${amount} ${units[unit]}`))
        .join('; '),
    },
    { term: t(words.result), value: said.result },
    { term: t(words.laws), value: said.legalBasis.join(', ') },
    { term: t(words.announced), value: said.decision ?? '' },
    {
      term: t(words.papers),
      value:
        said.papers.length === 0 ? (
          ''
        ) : (
          <ol>
            {said.papers.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
        ),
    },
  ]
  return (
    <Block title={t(words.says)} small>
      <FactRows rows={rows.map(({ term, value }) => ({ term, value: value === '' ? '–' : value }))} />
    </Block>
  )
}

/** As JSON with line ends; what is not JSON stands as it is. */
function indented(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 1)
  } catch {
    return raw
  }
}
