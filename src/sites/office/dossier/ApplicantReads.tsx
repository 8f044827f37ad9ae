import type { PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { DeadlineBadge, NoteBox } from '#ui/office/Badge.tsx'
import { Sheet } from '#ui/office/Panes.tsx'
import { useOffice, useSay } from '../use-office.ts'
import type { PinChoice } from './pin-choices.ts'

const words = {
  reads: { vi: 'Người nộp sẽ đọc', en: 'What the applicant will read' },
  file: { vi: 'Hồ sơ {code}', en: 'Dossier {code}' },
  nothing: { vi: 'Chưa ghim chỗ nào', en: 'Nothing is pinned yet' },
  fix: { vi: 'Hồ sơ cần sửa {count} chỗ', en: 'The dossier needs {count} changes' },
  yourTurn: { vi: 'Chờ ông/bà · đến hết {day}', en: 'Your turn · until {day}' },
  fixThese: { vi: 'Sửa {count} chỗ này', en: 'Put right these {count}' },
  rest: {
    vi: 'Các phần khác giữ nguyên, không phải khai lại. Thời gian ông/bà sửa không tính vào hạn của cơ quan. Hỏi: {name}, {unit}.',
    en: 'The rest stays as it is. Your time does not count. Ask: {name}, {unit}.',
  },
  noReason: { vi: 'chưa ghi lý do', en: 'no reason yet' },
} as const satisfies Record<string, Words>

interface ApplicantReadsProps {
  readonly code: string
  readonly pinned: readonly PinChoice[]
  readonly reasons: Readonly<Record<string, string>>
  readonly due: PlainDate | undefined
}

/** Exactly what the applicant will read, on a phone's screen. */
export function ApplicantReads({ code, pinned, reasons, due }: ApplicantReadsProps) {
  const { me } = useOffice()
  const t = useSay()
  return (
    <div className="desk-in spaced">
      <p className="quiet">{t(words.reads)}</p>
      <Sheet phone>
        <div className="spaced">
          <p className="quiet">{t(words.file, { code })}</p>
          <h2>{pinned.length === 0 ? t(words.nothing) : t(words.fix, { count: pinned.length })}</h2>
          {due && <DeadlineBadge tone="waiting">{t(words.yourTurn, { day: showDate(due) })}</DeadlineBadge>}
          {pinned.map((choice) => (
            <NoteBox key={choice.path} tone="waiting" edge title={choice.label}>
              {reasons[choice.path]?.trim() || <span className="quiet">{t(words.noReason)}</span>}
            </NoteBox>
          ))}
          {pinned.length > 0 && (
            <p>
              <b>{t(words.fixThese, { count: pinned.length })}</b>
            </p>
          )}
          <p className="quiet">{t(words.rest, { name: me.name, unit: me.post?.unit ?? '' })}</p>
        </div>
      </Sheet>
    </div>
  )
}
