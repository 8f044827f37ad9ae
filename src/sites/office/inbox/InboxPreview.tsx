import { showInstant } from '#values/show-time.ts'
import { showDong } from '#values/money.ts'
import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { Opinion } from '#ui/office/History.tsx'
import { Block, Stepper } from '#ui/office/Panes.tsx'
import { FactRows, FileLinks, PreviewHead } from '#ui/office/Preview.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { taskOf, type OfficeDossier } from '../acts/acts.ts'
import { DueBadge } from '../DueBadge.tsx'
import { opinionsOf } from '../dossier/opinions.ts'
import { paperLinks } from '../dossier/paper-links.ts'
import { useOffice, useSay } from '../use-office.ts'
import { inboxHref, type InboxPlace } from './address.ts'
import { mainFacts } from './main-facts.ts'

const words = {
  kind: { vi: 'Hồ sơ {code}', en: 'Dossier {code}' },
  previous: { vi: 'Việc trước', en: 'Previous' },
  next: { vi: 'Việc sau', en: 'Next' },
  yours: { vi: 'Bạn: {step}, trước {time}', en: 'You: {step}, before {time}' },
  others: { vi: '{unit}: {step}, trước {time}', en: '{unit}: {step}, before {time}' },
  waiting: { vi: 'Chờ người nộp bổ sung đến hết {time}', en: 'Waiting for the applicant until {time}' },
  paused: { vi: 'Đang tạm dừng tính giờ', en: 'The clock stands' },
  owed: {
    vi: 'Người nộp còn phải nộp {amount} theo thông báo.',
    en: 'The applicant still has to pay {amount} by notice.',
  },
  afterwards: { vi: 'Sau đó: {steps}.', en: 'Then: {steps}.' },
  laterStep: { vi: '{step} {hours} giờ', en: '{step} {hours} h' },
  asked: { vi: 'Đã yêu cầu sửa {count} chỗ', en: 'Places to put right: {count}' },
  changed: { vi: 'Người nộp vừa sửa', en: 'Changed by the applicant' },
  place: { vi: 'Chỗ sửa', en: 'Place' },
  before: { vi: 'Trước', en: 'Before' },
  now: { vi: 'Nay', en: 'Now' },
  empty: { vi: 'bỏ trống', en: 'empty' },
  data: { vi: 'Dữ liệu chính', en: 'Main data' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  opinion: { vi: 'Ý kiến gần nhất', en: 'Latest opinion' },
  done: { vi: 'Hết việc của bạn', en: 'All done' },
  unitEmpty: { vi: 'Đơn vị hết việc', en: 'Your unit has no open work' },
  delegatedEmpty: { vi: 'Không có việc nào được ủy quyền', en: 'Nothing is delegated to you' },
  unitLeft: { vi: 'Đơn vị còn {open} việc, {late} quá hạn.', en: 'Your unit has {open} open, {late} late.' },
  seeUnit: { vi: 'Xem việc của phòng', en: 'See my unit’s work' },
  seeDossiers: { vi: 'Xem hồ sơ', en: 'See dossiers' },
  choose: { vi: 'Chọn một việc để xem', en: 'Choose work to look at' },
  chooseText: {
    vi: 'Mỗi lần mở hồ sơ của người khác được ghi vào nhật ký mà người nộp xem được.',
    en: 'Opening a dossier is logged where the applicant can see it.',
  },
} as const satisfies Record<string, Words>

interface PreviewProps {
  readonly dossier: OfficeDossier
  readonly now: Date
  readonly at: number
  readonly total: number
  readonly hrefAt: (index: number) => string | undefined
}

/** What is selected: what to do next and by when, what the applicant changed, data, papers, the last opinion. */
export function InboxPreview({ dossier, now, at, total, hrefAt }: PreviewProps) {
  const { language } = useOffice()
  const t = useSay()
  const opinion = opinionsOf(dossier).at(-1)
  const facts = mainFacts(dossier.summary)
  return (
    <>
      <PreviewHead
        icon="folder"
        kind={t(words.kind, { code: dossier.code })}
        title={dossier.procedureName}
        level={2}
        badge={
          <DueBadge
            due={dossier.deadline}
            now={now}
            language={language}
            status={dossier.status}
            outcome={dossier.outcome}
            finishedAt={dossier.finishedAt}
            left={dossier.left}
            wide
          />
        }
        text={dossier.enterpriseName ?? dossier.applicantName}
        right={
          at >= 0 && (
            <Stepper
              text={`${at + 1} / ${total}`}
              previous={{ href: hrefAt(at - 1), label: t(words.previous) }}
              next={{ href: hrefAt(at + 1), label: t(words.next) }}
            />
          )
        }
      />
      <Block>
        <NextStep dossier={dossier} />
      </Block>
      {dossier.changed.length > 0 && (
        <Block title={t(words.changed)} count={dossier.changed.length}>
          <DataTable
            language={language}
            caption={t(words.changed)}
            inset
            columns={[
              { key: 'label', title: t(words.place), heads: true },
              { key: 'before', title: t(words.before), quiet: true },
              { key: 'after', title: t(words.now), strong: true },
            ]}
            rows={dossier.changed.map((one) => ({
              id: one.path,
              label: one.label,
              before: one.before.join(', ') || t(words.empty),
              after: one.now.join(', ') || t(words.empty),
            }))}
          />
        </Block>
      )}
      {facts.length > 0 && (
        <Block title={t(words.data)}>
          <FactRows rows={facts.map((row) => ({ term: row.label, value: row.lines.join(', ') }))} />
        </Block>
      )}
      <Block
        title={t(words.papers)}
        count={dossier.papers.filter((paper) => paper.files.length > 0 || paper.generated).length}
      >
        <FileLinks
          files={paperLinks(dossier, language).map(({ href, text, icon, note }) => ({ href, text, icon, note }))}
        />
      </Block>
      {opinion && (
        <Block title={t(words.opinion)}>
          <Opinion name={opinion.name} post={opinion.post} when={opinion.when}>
            {opinion.text}
          </Opinion>
        </Block>
      )}
    </>
  )
}

/** Who must act, what, and by when; then what follows. */
export function NextStep({ dossier }: { readonly dossier: OfficeDossier }) {
  const { language } = useOffice()
  const t = useSay()
  const { supplement } = dossier
  if (dossier.status === 'waiting-applicant' && supplement) {
    return (
      <NoteBox
        tone="waiting"
        icon="user-question"
        title={t(words.waiting, { time: showInstant(supplement.due, language) })}
      >
        <p>{t(words.asked, { count: supplement.pins.length })}</p>
      </NoteBox>
    )
  }
  const task = taskOf(dossier)
  if (task === undefined) return null
  const step = t(task.stepName)
  const time = showInstant(task.due, language)
  const later = dossier.planned.filter((one) => !one.isOpen).slice(0, 3)
  const title = task.isMine
    ? t(words.yours, { step, time })
    : t(words.others, { unit: task.holder ?? task.unitName, step, time })
  const owed = dossier.obligations.reduce((sum, due) => sum + (due.paidAt ? 0 : due.amount), 0)
  return (
    <NoteBox edge title={dossier.status === 'paused' ? t(words.paused) : title}>
      {owed > 0 && <p>{t(words.owed, { amount: showDong(owed) })}</p>}
      {later.length > 0 && (
        <p>
          {t(words.afterwards, {
            steps: later.map((one) => t(words.laterStep, { step: t(one.name), hours: one.hours })).join(', '),
          })}
        </p>
      )}
    </NoteBox>
  )
}

/** Nothing selected, or nothing to do: what comes next. */
export function InboxEmpty({ place, isEmpty }: { readonly place: InboxPlace; readonly isEmpty: boolean }) {
  const { counts } = useOffice()
  const t = useSay()
  if (!isEmpty) return <EmptyState icon="hand-click" tone="paused" title={t(words.choose)} text={t(words.chooseText)} />
  const title = { mine: words.done, unit: words.unitEmpty, delegated: words.delegatedEmpty }[place.whose]
  const { open, late } = counts.unit
  return (
    <EmptyState
      title={t(title)}
      lines={
        place.whose === 'unit' || open === 0
          ? []
          : [
              {
                icon: late > 0 ? 'alert-triangle' : 'users',
                text: t(words.unitLeft, { open, late }),
              },
            ]
      }
      actions={
        <>
          {place.whose !== 'unit' && (
            <Act text={t(words.seeUnit)} icon="users" cap="2" href={inboxHref({ whose: 'unit' })} />
          )}
          <Act kind="link" text={t(words.seeDossiers)} href="/can-bo/ho-so" />
        </>
      }
    />
  )
}
