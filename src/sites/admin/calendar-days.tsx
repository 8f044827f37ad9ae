import { useState } from 'react'
import { Form, useNavigation } from 'react-router'
import { showDate, showFullDate, showInstant } from '#values/show-time.ts'
import { groupThousands } from '#values/money.ts'
import { say, type Words } from '#values/words.ts'
import { NoteBox, StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { SendOnce } from '../SendOnce.tsx'
import type { DeclaredDay, previewOf, Typed } from './calendar-change.ts'
import { intoView } from './into-view.ts'
import { movedWords } from './moved-words.ts'
import { useAdmin, useSay } from './use-admin.ts'
import { FormToken } from '../FormToken.tsx'

const words = {
  declare: { vi: 'Khai ngày theo văn bản', en: 'Declare days by a document' },
  kind: { vi: 'Khai gì', en: 'What' },
  holiday: { vi: 'Ngày nghỉ', en: 'Days off' },
  swap: { vi: 'Hoán đổi ngày làm việc', en: 'Swapped working day' },
  'half-day': { vi: 'Làm nửa ngày', en: 'Half a day' },
  ordinary: { vi: 'Bỏ ngày đã khai, làm việc như thường', en: 'Take a declared day back to ordinary' },
  day: { vi: 'Ngày', en: 'Day' },
  dayOff: { vi: 'Ngày được nghỉ', en: 'Day off' },
  lastDay: { vi: 'Đến hết ngày (nếu nhiều ngày)', en: 'To and with (if several)' },
  workDay: { vi: 'Ngày làm bù', en: 'Day worked instead' },
  half: { vi: 'Buổi làm việc', en: 'Half that is worked' },
  morning: { vi: 'Buổi sáng', en: 'Morning' },
  afternoon: { vi: 'Buổi chiều', en: 'Afternoon' },
  name: { vi: 'Tên ngày', en: 'Name' },
  document: { vi: 'Số, ký hiệu văn bản', en: 'Document number' },
  reason: { vi: 'Lý do', en: 'Reason' },
  preview: { vi: 'Xem trước', en: 'Preview' },
  changes: { vi: 'Nếu khai, sẽ đổi', en: 'What would change' },
  from: { vi: 'trước: {hours}', en: 'before: {hours}' },
  off: { vi: 'nghỉ', en: 'off' },
  none: { vi: 'Năm này chưa khai thêm ngày nào.', en: 'Nothing declared on screen for this year.' },
  worked: { vi: 'làm bù {day}', en: 'worked on {day}' },
} as const satisfies Record<string, Words>

const kinds = ['holiday', 'swap', 'half-day', 'ordinary'] as const
type Kind = (typeof kinds)[number]

/** What can be declared: the form leads to a preview, and only the preview declares. */
export function DeclareDays({ year, typed }: { readonly year: number; readonly typed: Typed | undefined }) {
  const t = useSay()
  const [kind, setKind] = useState<Kind>((typed?.loai as Kind | undefined) ?? 'holiday')
  const text = (name: keyof Typed, label: Words, type: 'text' | 'date' = 'text', id: string = name) => (
    <TextField name={name} id={id} label={t(label)} type={type} value={typed?.[name]} autoComplete="off" />
  )
  return (
    <Block small>
      <details className="more" open={typed !== undefined || undefined}>
        <summary>{t(words.declare)}</summary>
        <form method="get">
          <input type="hidden" name="nam" value={year} />
          <SelectField
            name="loai"
            label={t(words.kind)}
            value={kind}
            onText={(value) => setKind(value as Kind)}
            options={kinds.map((value) => ({ value, text: t(words[value]) }))}
          />
          {text('ngay', kind === 'swap' ? words.dayOff : words.day, 'date')}
          {(kind === 'holiday' || kind === 'ordinary') && text('den-ngay', words.lastDay, 'date')}
          {kind === 'swap' && text('lam-bu', words.workDay, 'date')}
          {kind === 'half-day' && (
            <SelectField
              name="buoi"
              label={t(words.half)}
              value={typed?.buoi || 'morning'}
              options={[
                { value: 'morning', text: t(words.morning) },
                { value: 'afternoon', text: t(words.afternoon) },
              ]}
            />
          )}
          {text('ten', words.name)}
          {text('van-ban', words.document)}
          {text('ly-do', words.reason)}
          <Act text={t(words.preview)} icon="eye" />
        </form>
      </details>
    </Block>
  )
}

interface DayPreviewProps {
  readonly typed: Typed
  readonly preview: Awaited<ReturnType<typeof previewOf>>
}

/** The days with their hours before and after, how many deadlines move, and the button that declares it. */
export function DayPreview({ typed, preview }: DayPreviewProps) {
  const { language } = useAdmin()
  const t = useSay()
  const { state } = useNavigation()
  if ('refused' in preview)
    return (
      <Block ref={intoView}>
        <NoteBox tone="late" icon="alert-circle" live>
          <p>{preview.refused}</p>
        </NoteBox>
      </Block>
    )
  const hours = (spans: readonly { start: string; end: string }[]) =>
    spans.length === 0 ? t(words.off) : spans.map(({ start, end }) => `${start}–${end}`).join(', ')
  return (
    <Block title={t(words.changes)} small ref={intoView}>
      <FactRows
        rows={[
          ...preview.days.map((day) => ({
            term: showFullDate(day.date, language),
            value: hours(day.after),
            note: t(words.from, { hours: hours(day.before) }),
          })),
          { term: t(movedWords.deadlines), value: groupThousands(preview.moved.deadlines) },
          { term: t(movedWords.promises), value: groupThousands(preview.moved.promises) },
          { term: t(movedWords.supplements), value: groupThousands(preview.moved.supplements) },
        ]}
      />
      <Form method="post">
        <FormToken />
        <SendOnce />
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="in-line">
          <Act
            kind="primary"
            icon="check"
            text={t(movedWords.confirm)}
            refused={state === 'submitting' ? '…' : undefined}
          />
        </p>
      </Form>
    </Block>
  )
}

/** What was declared on screen for a year; what lies ahead can be taken back. */
export function DeclaredDays(props: {
  readonly year: number
  readonly days: readonly DeclaredDay[]
  readonly mayUndo: boolean
}) {
  const t = useSay()
  return (
    <Block title={t(movedWords.declared)} small>
      {props.days.length === 0 ? (
        <p className="quiet">{t(words.none)}</p>
      ) : (
        <ul className="declared-days">
          {props.days.map((day) => (
            <li key={day.id}>
              <Declared day={day} />
              {props.mayUndo && day.canUndo && <Undo year={props.year} day={day} />}
            </li>
          ))}
        </ul>
      )}
    </Block>
  )
}

function Declared({ day }: { readonly day: DeclaredDay }) {
  const { language } = useAdmin()
  const t = useSay()
  const run =
    day.firstDay === day.lastDay ? showDate(day.firstDay) : `${showDate(day.firstDay)} – ${showDate(day.lastDay)}`
  return (
    <div>
      <b>{run}</b> · {say(day.name, language)}
      {day.workDay !== null && `, ${t(words.worked, { day: showDate(day.workDay) })}`}
      <p className="quiet">
        {t(words[day.kind])} · {day.document} · {day.reason}
      </p>
      <p className="quiet">{t(movedWords.by, { name: day.declaredBy, time: showInstant(day.declaredAt, language) })}</p>
      {day.undoneAt !== null && (
        <StatusText tone="paused">
          {t(movedWords.undone)}:{' '}
          {t(movedWords.by, { name: day.undoneBy ?? '', time: showInstant(day.undoneAt, language) })}
        </StatusText>
      )}
    </div>
  )
}

function Undo({ year, day }: { readonly year: number; readonly day: DeclaredDay }) {
  const { language } = useAdmin()
  const t = useSay()
  const { state } = useNavigation()
  return (
    <Form method="post">
      <FormToken />
      <SendOnce />
      <input type="hidden" name="nam" value={year} />
      <Act
        icon="arrow-back-up"
        text={
          <>
            {t(movedWords.undo)}
            <span className="unseen">: {say(day.name, language)}</span>
          </>
        }
        name="huy"
        value={day.id}
        refused={state === 'submitting' ? '…' : undefined}
      />
    </Form>
  )
}
