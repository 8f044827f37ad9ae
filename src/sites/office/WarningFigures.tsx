import { showDate } from '#values/show-time.ts'
import { showShare } from '#values/show-share.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { sayOfficeTime } from '#engines/reporting/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block, Pane } from '#ui/office/Panes.tsx'
import { ReportedDossiers } from './ReportedDossiers.tsx'
import { useOffice, useSay } from './use-office.ts'

type Figures = Awaited<ReturnType<Client['reporting']['getWarningFigures']>>
type Warned = Awaited<ReturnType<Client['reporting']['listWarnedDossiers']>>

export const warnedKinds = ['warned-late', 'warned-in-time', 'unwarned'] as const

const words = {
  title: { vi: 'Cảnh báo đúng đến đâu', en: 'How right the warnings were' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'Up to' },
  show: { vi: 'Xem', en: 'Show' },
  what: { vi: 'Hồ sơ đã rõ kết cục trong kỳ', en: 'Dossiers whose end is known in the period' },
  count: { vi: 'Số', en: 'Count' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
  warned: { vi: 'Đã cảnh báo', en: 'Warned of' },
  'warned-late': { vi: 'Cảnh báo, rồi trễ', en: 'Warned of, then late' },
  'warned-in-time': { vi: 'Cảnh báo, mà kịp', en: 'Warned of, yet in time' },
  late: { vi: 'Trễ hạn', en: 'Late' },
  ahead: { vi: 'Trễ, đã báo trước từ 1 ngày làm việc', en: 'Late, warned of a working day before' },
  unwarned: { vi: 'Trễ mà không cảnh báo', en: 'Late without a warning' },
  said: {
    vi: 'Trong {warned} hồ sơ được cảnh báo, {warnedLate} đã trễ. Trong {late} hồ sơ trễ, {warnedLate} đã được cảnh báo trước.',
    en: 'Of {warned} warned of, {warnedLate} became late. Of {late} late ones, {warnedLate} had been warned of.',
  },
  nothing: {
    vi: 'Trong kỳ chưa có hồ sơ nào được cảnh báo hay trễ hạn.',
    en: 'None was warned of or late in the period.',
  },
  notice: {
    vi: 'Một nửa số hồ sơ trễ được báo trước ít nhất {time}.',
    en: 'Half of the late ones were warned of at least {time} before.',
  },
  since: {
    vi: 'Cảnh báo được giữ từ {day}; hồ sơ trước đó không có.',
    en: 'Warnings are kept since {day}, of nothing before.',
  },
  thanks: {
    vi: 'Cảnh báo mà kịp không hẳn là báo sai: có thể nhờ đã xử lý. Tính cả tỉnh; bấm số chỉ mở hồ sơ bạn được xem.',
    en: 'In time after a warning need not be a false one: somebody may have acted. Counted for the whole province; figures open what you may see.',
  },
} as const satisfies Record<string, Words>

interface WarningFiguresProps {
  readonly figures: Figures
  readonly which: (typeof warnedKinds)[number] | undefined
  readonly dossiers: Warned | undefined
  /** What else the address says and the form keeps. */
  readonly kept: Readonly<Record<string, string>>
  readonly here: (more: Readonly<Record<string, string>>) => string
  readonly period: string
}

/** What became of what was warned of, and the dossiers behind each figure. */
export function WarningFigures({ figures, which, dossiers, kept, here, period }: WarningFiguresProps) {
  const { from, to, since, warned, warnedLate, warnedAhead, late, notice } = figures
  const { language } = useOffice()
  const t = useSay()
  const linked = (kind: (typeof warnedKinds)[number], count: number) =>
    count === 0 ? '0' : <a href={here({ xem: kind })}>{count}</a>
  const line = (
    id: keyof typeof words,
    count: number,
    of: number | undefined,
    kind?: (typeof warnedKinds)[number],
  ) => ({
    id,
    selected: kind !== undefined && kind === which,
    name: of === undefined ? <b>{t(words[id])}</b> : t(words[id]),
    count: kind === undefined ? count : linked(kind, count),
    share: of === undefined ? '' : showShare(count, of),
  })
  return (
    <Pane label={t(words.title)} ground="ground">
      <Block title={t(words.title)} note={period}>
        <form method="get" action="/can-bo/nguy-co" className="filter-line" key={`${from} ${to}`}>
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextField name="tu" type="date" label={t(words.from)} value={from} />
          <TextField name="den" type="date" label={t(words.to)} value={to} />
          <Act text={t(words.show)} />
        </form>
        <p>{t(warned + late === 0 ? words.nothing : words.said, { warned, warnedLate, late })}</p>
        {notice !== null && <p>{t(words.notice, { time: t(sayOfficeTime(notice)) })}</p>}
        <DataTable
          language={language}
          caption={t(words.title)}
          inset
          density="tight"
          columns={[
            { key: 'name', title: t(words.what), heads: true },
            { key: 'count', title: t(words.count), width: 70, number: true },
            { key: 'share', title: t(words.share), width: 76, number: true },
          ]}
          rows={[
            line('warned', warned, undefined),
            line('warned-late', warnedLate, warned, 'warned-late'),
            line('warned-in-time', warned - warnedLate, warned, 'warned-in-time'),
            line('late', late, undefined),
            line('ahead', warnedAhead, late),
            line('unwarned', late - warnedLate, late, 'unwarned'),
          ]}
        />
        {since !== null && since > from && <p className="quiet">{t(words.since, { day: showDate(since) })}</p>}
        <p className="quiet">{t(words.thanks)}</p>
      </Block>
      {dossiers !== undefined && which !== undefined && (
        <ReportedDossiers
          figure={t(words[which])}
          dossiers={dossiers}
          pageAfter={(next) => here({ xem: which, tiep: next })}
        />
      )}
    </Pane>
  )
}
