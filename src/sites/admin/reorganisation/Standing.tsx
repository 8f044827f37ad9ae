import { useEffect } from 'react'
import { useNavigation, useRevalidator } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { useAdmin, useMay, useSay } from '../use-admin.ts'
import { PlanButton } from './PlanForm.tsx'
import type { View } from './view.ts'

const words = {
  schedule: { vi: 'Hẹn thực hiện {day}', en: 'Schedule for {day}' },
  now: { vi: 'Thực hiện từ hôm nay', en: 'Carry out from today' },
  left: { vi: 'Còn {count} việc phải quyết', en: '{count} to be decided first' },
  empty: { vi: 'Phương án chưa có thay đổi nào', en: 'The plan holds no change' },
  passed: {
    vi: 'Ngày hiệu lực đã qua; sửa ở “Thông tin, quy tắc”',
    en: 'The effective day has passed; change it in the rules',
  },
  ruleAhead: {
    vi: 'Bỏ hẹn được đến hết ngày hôm trước: mọi thứ trở lại như chưa hẹn.',
    en: 'It can be taken off the calendar until the end of the day before.',
  },
  ruleAfter: {
    vi: 'Hoàn tác được cho đến khi có việc làm theo tổ chức mới; sau đó phải sửa bằng quyết định mới.',
    en: 'It can be taken back until something is done by the new organisation; then only a new decision mends it.',
  },
  ahead: { vi: 'Tự thực hiện lúc 00:00 ngày {day}.', en: 'Carried out by itself at 00:00 on {day}.' },
  unschedule: { vi: 'Bỏ hẹn', en: 'Take off the calendar' },
  undo: { vi: 'Hoàn tác', en: 'Take back' },
  running: { vi: 'Đang chuyển: {moved} trên khoảng {total}', en: 'Moving: {moved} of about {total}' },
  undoing: { vi: 'Đang chuyển về: còn {moved}', en: 'Moving back: {moved} left' },
  runningText: {
    vi: 'Quyền và tổ chức mới đã có hiệu lực. Mọi người vẫn làm việc bình thường. Không cần chờ ở trang này.',
    en: 'The new organisation is in force and everybody can work. There is no need to wait here.',
  },
  reload: { vi: 'Tải lại', en: 'Reload' },
  moved: { vi: 'Đã chuyển', en: 'Moved' },
  scheduledAt: { vi: 'Hẹn lúc', en: 'Scheduled' },
  finishedAt: { vi: 'Xong lúc', en: 'Finished' },
  undoneAt: { vi: 'Hoàn tác xong lúc', en: 'Taken back' },
  trail: { vi: 'Xem trong nhật ký', en: 'See it in the audit trail' },
} as const satisfies Record<string, Words>

/** Where it stands and the next lawful step; while it runs how far it has come, afterwards the proof. */
export function Standing({ view }: { readonly view: View }) {
  const { language } = useAdmin()
  const t = useSay()
  const mayRead = useMay('audit.read')
  const day = showDate(view.effectiveOn)
  if (view.state === 'draft') return <Schedule view={view} />
  if (view.state === 'running' || view.state === 'undoing') return <Moving view={view} />
  const facts = [
    [words.scheduledAt, view.scheduledAt],
    [words.finishedAt, view.finishedAt],
    [words.undoneAt, view.undoneAt],
  ] as const
  return (
    <div className="standing">
      {view.state === 'ahead' ? (
        <p>
          <b>{t(words.ahead, { day })}</b>
        </p>
      ) : (
        <FactRows
          rows={[
            ...(view.state === 'done'
              ? [{ term: t(words.moved), value: groupThousands(view.moved), tone: 'good' as const }]
              : []),
            ...facts.flatMap(([term, at]) =>
              at === null ? [] : [{ term: t(term), value: showInstant(at, language) }],
            ),
          ]}
        />
      )}
      {mayRead && (
        <p>
          <a href={`/quan-tri/nhat-ky?doi-tuong=reorganization:${view.id}`}>{t(words.trail)}</a>
        </p>
      )}
      {view.state !== 'undone' && (
        <>
          <PlanButton what="hoan-tac" fields={{}}>
            <Act icon="arrow-back-up" wide text={t(view.state === 'ahead' ? words.unschedule : words.undo)} />
          </PlanButton>
          <p className="quiet">{t(view.state === 'ahead' ? words.ruleAhead : words.ruleAfter)}</p>
        </>
      )}
    </div>
  )
}

function Schedule({ view }: { readonly view: View }) {
  const t = useSay()
  const { state } = useNavigation()
  const refused =
    state === 'submitting'
      ? '…'
      : view.groups.length === 0
        ? t(words.empty)
        : view.left > 0
          ? t(words.left, { count: view.left })
          : view.effectiveOn < view.today
            ? t(words.passed)
            : undefined
  return (
    <div className="standing">
      <PlanButton what="hen" fields={{}}>
        <Act
          kind="primary"
          icon="calendar-event"
          wide
          text={view.effectiveOn === view.today ? t(words.now) : t(words.schedule, { day: showDate(view.effectiveOn) })}
          {...(refused !== undefined && { refused })}
        />
      </PlanButton>
      <p className="quiet">
        {view.effectiveOn > view.today && t(words.ruleAhead)} {t(words.ruleAfter)}
      </p>
    </div>
  )
}

const everyMs = 1000

function Moving({ view }: { readonly view: View }) {
  const t = useSay()
  const { state, revalidate } = useRevalidator()
  useEffect(() => {
    if (state !== 'idle') return
    const timer = setTimeout(() => void revalidate(), everyMs)
    return () => clearTimeout(timer)
  }, [state, revalidate])
  const total = Math.max(view.moved, view.toMove)
  const said =
    view.state === 'running'
      ? t(words.running, { moved: groupThousands(view.moved), total: groupThousands(total) })
      : t(words.undoing, { moved: groupThousands(view.moved) })
  return (
    <div className="standing">
      <p role="status">
        <b>{said}</b>
      </p>
      <progress
        max={Math.max(1, total)}
        value={view.state === 'running' ? view.moved : total - view.moved}
        aria-label={said}
      />
      <p className="quiet">{t(words.runningText)}</p>
      <p>
        <a href={`/quan-tri/sap-xep/${view.id}`}>{t(words.reload)}</a>
      </p>
    </div>
  )
}
