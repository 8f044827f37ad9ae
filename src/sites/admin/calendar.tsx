import { useActionData, useLoaderData, useNavigate, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { addDays, civil, dateAt, weekdayOf, type PlainDate } from '#values/plain-date.ts'
import { showDayMonth, showInstant, showMonth, weekdayHeads } from '#values/show-time.ts'
import { say, type Language, type Words, fill } from '#values/words.ts'
import { Month } from '#ui/office/Lines.tsx'
import { Block, PageHead, Pane, Panes, Stepper } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { RefusedNote } from '../office/RefusedNote.tsx'
import { staffPage } from '../office/staff.ts'
import { AdminPage } from './AdminPage.tsx'
import { changeCalendar, previewOf, typedIn } from './calendar-change.ts'
import { DayPreview, DeclareDays, DeclaredDays } from './calendar-days.tsx'
import { useAdmin, useMay, useSay } from './use-admin.ts'
import { titled } from '../titled.ts'
import { adminWords } from './words.ts'

const words = {
  title: { vi: 'Lịch làm việc {year}', en: 'Working calendar {year}' },
  lead: {
    vi: '{days} ngày làm việc · bản {version}, công bố {time}',
    en: '{days} working days · version {version}, published {time}',
  },
  year: { vi: 'Năm {year}', en: '{year}' },
  before: { vi: 'Năm trước', en: 'Year before' },
  after: { vi: 'Năm sau', en: 'Year after' },
  months: { vi: 'Mười hai tháng', en: 'Twelve months' },
  hours: { vi: 'Giờ làm việc', en: 'Office hours' },
  off: { vi: 'Ngày nghỉ, làm bù', en: 'Days off, worked Saturdays' },
  none: {
    vi: 'Năm này chưa khai ngày nghỉ nào: chỉ biết thứ Bảy, Chủ nhật.',
    en: 'No day is declared for this year: only weekends are known.',
  },
  projected: { vi: 'dự kiến', en: 'projected' },
  holiday: { vi: 'nghỉ lễ', en: 'holiday' },
  compensatory: { vi: 'nghỉ bù', en: 'day off in lieu' },
  'swapped-off': { vi: 'nghỉ hoán đổi', en: 'swapped day off' },
  'swapped-work': { vi: 'làm bù', en: 'worked instead' },
  'half-day': { vi: 'nửa ngày', en: 'half day' },
  legend: {
    vi: 'Xanh đậm: nghỉ lễ, nghỉ bù. Xanh lá: đi làm bù. Xám: cuối tuần. Viền: hôm nay.',
    en: 'Dark: holiday. Green: worked instead. Grey: weekend. Ring: today.',
  },
  how: {
    vi: 'Lịch là dữ liệu khai báo (systems/…/calendar.ts), theo thông báo hằng năm của Bộ Lao động, cùng những ngày tỉnh khai thêm ở đây. Mọi hạn, ngày hẹn tính theo lịch này; lịch đổi thì hạn đang mở được tính lại.',
    en: 'The calendar is declared data, after the yearly notice of the Ministry of Labour, with the days declared here. All deadlines follow it, open ones are counted anew when it changes.',
  },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const today = dateAt(new Date())
  const asked = Number(new URL(args.request.url).searchParams.get('nam'))
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : Number(today.slice(0, 4))
  const typed = typedIn(new URL(args.request.url).searchParams)
  const { calendar } = page.client
  const [shown, declared] = await Promise.all([calendar.getYear({ year }), calendar.listDeclaredDays({ year })])
  return { year, today, declared, typed, preview: typed && (await previewOf(page, typed)), ...shown }
}

export const action = changeCalendar

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, fill(words.title, { year: loaderData?.year ?? '' }), adminWords.admin)

export default function Calendar() {
  const { year, today, version, publishedAt, workingDays, officeHours, days, declared, typed, preview } =
    useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const mayManage = useMay('calendar.manage')
  const { language } = useAdmin()
  const t = useSay()
  const navigate = useNavigate()
  const to = (other: number) => (other >= 2000 && other <= 2100 ? `/quan-tri/lich?nam=${other}` : undefined)
  const go = (other: number) => {
    const href = to(other)
    if (href) void navigate(href)
  }
  const byDate = new Map<string, (typeof days)[number]>(days.map((day) => [day.date, day]))
  return (
    <AdminPage
      rail
      keys={{ earlier: () => go(year - 1), onward: () => go(year + 1) }}
      hints={[{ caps: ['[', ']'], text: `${t(words.before)}, ${t(words.after)}` }]}
    >
      <PageHead
        title={t(words.title, { year })}
        text={t(words.lead, { days: workingDays, version, time: showInstant(publishedAt, language) })}
        right={
          <Stepper
            text={t(words.year, { year })}
            previous={{ href: to(year - 1), label: t(words.before) }}
            next={{ href: to(year + 1), label: t(words.after) }}
          />
        }
      />
      <Panes shape="side">
        <Pane label={t(words.months)} still>
          <div className="months">
            {Array.from({ length: 12 }, (_, at) => at + 1).map((month) => {
              const named = days.filter((day) => Number(day.date.slice(5, 7)) === month)
              return (
                <section key={month}>
                  <h2>{showMonth(month, language)}</h2>
                  <Month
                    caption={showMonth(month, language)}
                    weekdays={weekdayHeads[language]}
                    weeks={weeksOf(year, month, byDate, today, language)}
                  />
                  {named.length > 0 && (
                    <ul>
                      {runsOf(named, language).map((run) => (
                        <li key={run.from}>
                          {run.from === run.to
                            ? showDayMonth(run.from)
                            : `${showDayMonth(run.from)}–${showDayMonth(run.to)}`}
                          : {run.name}
                        </li>
                      ))}
                    </ul>
                  )}
                </section>
              )
            })}
          </div>
        </Pane>
        <Pane label={t(words.off)} ground="ground" still>
          {failed && (
            <Block>
              <RefusedNote language={language} refused={failed.refused} />
            </Block>
          )}
          {typed && preview && <DayPreview typed={typed} preview={preview} key={JSON.stringify(typed)} />}
          {mayManage && <DeclareDays year={year} typed={typed} key={`${year} ${JSON.stringify(typed)}`} />}
          <DeclaredDays year={year} days={declared} mayUndo={mayManage} />
          <Block title={t(words.hours)} small>
            <FactRows
              rows={officeHours.map((hours) => ({
                term: hours.weekdays.map((day) => weekdayHeads[language][day - 1]).join(', '),
                value: hours.spans.map((span) => `${span.start}–${span.end}`).join(', '),
              }))}
            />
            <p className="quiet">{t(words.legend)}</p>
          </Block>
          <Block title={t(words.off)} small>
            {days.length === 0 ? (
              <p className="quiet">{t(words.none)}</p>
            ) : (
              <FactRows
                rows={runsOf(days, language).map((run) => ({
                  term: `${showDayMonth(run.from)}${run.from === run.to ? '' : ` – ${showDayMonth(run.to)}`}`,
                  value: run.name,
                  note: [
                    run.note ?? '',
                    run.kind in words ? t(words[run.kind as 'holiday']) : run.kind,
                    run.isProjected ? t(words.projected) : '',
                  ]
                    .filter(Boolean)
                    .join(', '),
                }))}
              />
            )}
          </Block>
          <Block small>
            <p className="quiet">{t(words.how)}</p>
          </Block>
        </Pane>
      </Panes>
    </AdminPage>
  )
}

type Day = Awaited<ReturnType<typeof loader>>['days'][number]

/** Days of the same kind and name in a row, as one line. */
function runsOf(days: readonly Day[], language: Language) {
  const runs: {
    from: PlainDate
    to: PlainDate
    name: string
    kind: string
    isProjected: boolean
    note?: string | undefined
  }[] = []
  for (const day of days) {
    const last = runs.at(-1)
    const name = say(day.name, language)
    if (last !== undefined && last.name === name && last.kind === day.kind && addDays(last.to, 1) === day.date)
      last.to = day.date
    else
      runs.push({
        from: day.date,
        to: day.date,
        name,
        kind: day.kind,
        isProjected: day.status === 'projected',
        note: day.note,
      })
  }
  return runs
}

function weeksOf(year: number, month: number, byDate: ReadonlyMap<string, Day>, today: PlainDate, language: Language) {
  const first = civil(`${year}-${String(month).padStart(2, '0')}-01`)
  const weeks = []
  for (
    let monday = addDays(first, 1 - weekdayOf(first));
    monday.slice(0, 7) <= first.slice(0, 7);
    monday = addDays(monday, 7)
  ) {
    weeks.push(
      Array.from({ length: 7 }, (_, at) => {
        const date = addDays(monday, at)
        if (date.slice(0, 7) !== first.slice(0, 7)) return { date, text: '' }
        const day = byDate.get(date)
        return {
          date,
          text: String(Number(date.slice(8))),
          kind: kindOf(date, day, today),
          ...(day && { said: say(day.name, language) }),
        }
      }),
    )
  }
  return weeks
}

function kindOf(date: PlainDate, day: Day | undefined, today: PlainDate) {
  if (date === today) return 'today' as const
  if (day !== undefined)
    return day.kind === 'swapped-work' || day.kind === 'half-day' ? ('counted' as const) : ('end' as const)
  return weekdayOf(date) > 5 ? ('off' as const) : undefined
}
