import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { Legend } from '#ui/office/Charts.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { PairedBars } from '#ui/office/PairedBars.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { trialHref } from './editor-address.ts'
import { useEditor } from './use-editor.ts'

const words = {
  title: { vi: 'Thử trên hồ sơ năm qua', en: 'Tried on last year’s dossiers' },
  run: { vi: 'Chạy thử', en: 'Try it' },
  what: {
    vi: 'Cho các hồ sơ đã xong trong 365 ngày qua đi lại theo bản này: bước cũ mất như đã mất, theo tỷ lệ số giờ mới; bước mới mất đúng số giờ; ý kiến mới hỏi thì chờ hết giờ.',
    en: 'Lets the dossiers finished within 365 days go by this version: a step takes what it took in proportion to its new hours, a new one its hours.',
  },
  notYet: { vi: 'Sửa hết lỗi rồi mới thử được.', en: 'Put the errors right first.' },
  none: { vi: 'Năm qua chưa có hồ sơ nào của thủ tục này', en: 'No dossiers of it within the year' },
  on: { vi: '{count} hồ sơ', en: '{count} dossiers' },
  late: { vi: '{count} hồ sơ ({share}%) sẽ quá hạn {limit} ngày.', en: '{count} dossiers ({share}%) would be late.' },
  lateBefore: { vi: 'Theo bản đang áp dụng: {count} hồ sơ trễ.', en: 'By the version in force: {count} late.' },
  because: { vi: '{count} trong đó do bước {step}.', en: '{count} of them because of {step}.' },
  before: { vi: 'bản đang áp dụng', en: 'in force' },
  after: { vi: 'bản mới', en: 'the new one' },
  limit: { vi: 'hạn {days} ngày', en: 'limit {days} days' },
  axis: { vi: 'số ngày làm việc để xong', en: 'working days until finished' },
  step: { vi: 'Bước', en: 'Step' },
  who: { vi: 'Ai làm', en: 'Who' },
  count: { vi: 'Hồ sơ', en: 'Dossiers' },
  given: { vi: 'Giờ cho', en: 'Hours given' },
  takes: { vi: 'Mất trung bình', en: 'Takes on average' },
  makesLate: { vi: 'Làm trễ', en: 'Makes late' },
  which: { vi: 'Các hồ sơ sẽ trễ', en: 'Which would be late' },
} as const satisfies Record<string, Words>

/** Pairs shown; what takes longer is one pair at the end. */
const mostPairs = 12

/** What the version would have made of last year: how long, who acts, where it waits, which would be late. */
export function Simulation() {
  const { draft, open, simulation } = useEditor()
  const { language } = useOffice()
  const t = useSay()
  if (simulation === undefined)
    return (
      <Block
        title={t(words.title)}
        small
        right={
          <Act kind="link" icon="chart-bar" cap="Ctrl Enter" text={t(words.run)} href={trialHref(draft.id, open)} />
        }
      >
        <p className="quiet">{t(words.what)}</p>
      </Block>
    )
  if (simulation === null)
    return (
      <Block title={t(words.title)} small>
        <p className="quiet">{t(words.notYet)}</p>
      </Block>
    )
  const { dossiers, before, after, limitDays, steps, lateDossiers } = simulation
  if (dossiers === 0)
    return (
      <Block title={t(words.title)} small>
        <p className="quiet">{t(words.none)}</p>
      </Block>
    )
  const causes = steps.filter(({ late }) => late > 0).toSorted((a, b) => b.late - a.late)
  const share = Math.round((after.late / dossiers) * 100)
  return (
    <Block
      title={t(words.title)}
      small
      note={t(words.on, { count: dossiers })}
      right={
        <Legend
          items={[
            { tone: 'rest', text: t(words.before) },
            { tone: 'plain', text: t(words.after) },
          ]}
        />
      }
    >
      <div className="simulation">
        <PairedBars
          label={`${t(words.axis)}: ${t(words.late, { count: after.late, share, limit: limitDays })}`}
          axis={t(words.axis)}
          pairs={pairsOf(before.days, after.days, limitDays)}
          mark={{ after: Math.ceil(limitDays), text: t(words.limit, { days: limitDays }) }}
        />
        <div>
          <NoteBox
            tone={after.late > 0 ? 'late' : 'good'}
            icon={after.late > 0 ? 'alert-triangle' : 'check'}
            title={t(words.late, { count: after.late, share, limit: limitDays })}
          >
            {causes.map(({ step, name, late }) => (
              <p key={step}>{t(words.because, { count: late, step: t(name) })}</p>
            ))}
            <p>{t(words.lateBefore, { count: before.late })}</p>
          </NoteBox>
        </div>
      </div>
      <DataTable
        language={language}
        caption={t(words.title)}
        inset
        columns={[
          { key: 'step', title: t(words.step), heads: true },
          { key: 'who', title: t(words.who), quiet: true },
          { key: 'count', title: t(words.count), width: 80, number: true },
          { key: 'given', title: t(words.given), width: 80, number: true },
          { key: 'takes', title: t(words.takes), width: 110, number: true },
          { key: 'late', title: t(words.makesLate), width: 80, number: true },
        ]}
        rows={steps.map((one) => ({
          id: `thu-${one.step}`,
          step: t(one.name),
          who: t(one.by),
          count: one.dossiers,
          given: one.hours,
          takes: one.takes,
          late: one.late,
          ...(one.takes > one.hours && { tone: 'late' as const }),
        }))}
      />
      {lateDossiers.length > 0 && (
        <details>
          <summary>{t(words.which)}</summary>
          <ul className="plain-list">
            {lateDossiers.map(({ id, code }) => (
              <li key={id}>
                <a className="code" href={`/can-bo/ho-so/${id}`}>
                  {code}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Block>
  )
}

function pairsOf(before: readonly number[], after: readonly number[], limitDays: number) {
  const last = Math.max(
    ...[before, after].map((days) => days.findLastIndex((count) => count > 0)),
    Math.ceil(limitDays),
  )
  const shown = Math.min(last + 1, mostPairs)
  const rest = (days: readonly number[]) => days.slice(shown - 1).reduce((sum, count) => sum + count, 0)
  return Array.from({ length: shown }, (_, at) => {
    const isRest = at === shown - 1 && last + 1 > shown
    return {
      text: isRest ? `≥${at + 1}` : String(at + 1),
      before: isRest ? rest(before) : (before[at] as number),
      after: isRest ? rest(after) : (after[at] as number),
      tone: at + 1 > limitDays ? ('late' as const) : ('plain' as const),
    }
  })
}
