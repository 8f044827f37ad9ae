import type { ReactNode } from 'react'
import { showClock, showDate } from '#values/show-time.ts'
import { fill, say, type Language } from '#values/words.ts'
import { Notice } from '#ui/portal/Notice.tsx'
import { Help, ProgressAside } from '#ui/portal/ProgressAside.tsx'
import type { SavedNoteProps } from '#ui/portal/SavedNote.tsx'
import { TaskFrame } from '#ui/portal/TaskFrame.tsx'
import { installation } from '../../installation.ts'
import { footerProps } from '../footer.ts'
import { portalWords } from '../words.ts'
import { isStepDone, stepsOf, type Draft } from './steps.ts'

const words = {
  saved: { vi: 'Đã lưu lúc {time}', en: 'Saved at {time}' },
  leave: { vi: 'Lưu và thoát', en: 'Save and leave' },
  leaveShort: { vi: 'Thoát', en: 'Leave' },
  count: { vi: '{count} bước', en: '{count} steps' },
  kept: {
    vi: 'Bản nháp giữ trong 30 ngày. Mở lại ở trang của ông/bà, trên máy nào cũng được.',
    en: 'The draft is kept 30 days. Open it again on your page, on any device.',
  },
  behalf: {
    vi: 'Ông/bà đang nộp thay {name}. Hồ sơ là của {name}; lịch sử ghi cả hai tên.',
    en: 'You are filing for {name}. The dossier is theirs; its history names both of you.',
  },
  changed: { vi: 'Quy định đã thay đổi từ {day}', en: 'The rules changed on {day}' },
  changedText: {
    vi: 'Ông/bà bắt đầu khai trước ngày đó. Hồ sơ gửi từ nay theo quy định mới: câu trả lời cũ còn giữ, chỗ mới cần khai thêm. Xin xem lại từng bước rồi gửi.',
    en: 'You began before that day. What is sent now follows the new rules: your answers are kept, new questions need an answer. Check each step, then send.',
  },
}

export interface FilingProps {
  readonly language: Language
  readonly draft: Draft
  readonly footer?: boolean
  /** When it was saved last; a number changes with each autosave. */
  readonly savedAt?: Date
  readonly saved?: SavedNoteProps | undefined
  readonly children: ReactNode
}

/** The frame of every page of an application: what is being filed, when it was saved, how to leave. */
export function FilingFrame({ language, draft, footer, savedAt = draft.savedAt, saved, children }: FilingProps) {
  const title = say(draft.everydayName ?? draft.procedureName, language)
  return (
    <TaskFrame
      language={language}
      homeHref="/"
      title={title}
      site={say(installation.portalName, language)}
      saved={saved ?? { text: say(fill(words.saved, { time: showClock(savedAt) }), language) }}
      leave={{ text: say(words.leave, language), short: say(words.leaveShort, language), href: '/trang-cua-toi' }}
      footer={footer ? footerProps(language) : undefined}
    >
      {draft.onBehalfOf !== null && (
        <Notice icon="users">{say(fill(words.behalf, { name: draft.onBehalfOf }), language)}</Notice>
      )}
      {draft.changedFrom !== null && (
        <Notice tone="soon" title={say(fill(words.changed, { day: showDate(draft.changedFrom) }), language)}>
          <p>{say(words.changedText, language)}</p>
        </Notice>
      )}
      {children}
    </TaskFrame>
  )
}

/** The steps at the side: done, now, still to come; each leads to its page. */
export function FilingProgress({
  language,
  draft,
  now,
}: {
  readonly language: Language
  readonly draft: Draft
  readonly now: string
}) {
  const steps = stepsOf(draft, language)
  const at = steps.findIndex((step) => step.id === now)
  return (
    <>
      <ProgressAside
        language={language}
        title={say(fill(words.count, { count: steps.length }), language)}
        items={steps.map((step, index) => ({
          state:
            index === at
              ? ('now' as const)
              : isStepDone(draft, step.id) && index < at
                ? ('done' as const)
                : ('todo' as const),
          text: step.title,
          ...(index === at ? {} : { href: `/nop/${draft.id}/${step.id}` }),
        }))}
      />
      <Help
        href={`tel:${installation.helpLine.replaceAll(' ', '')}`}
        text={say(fill(portalWords.call, { line: installation.helpLine }), language)}
      >
        {say(words.kept, language)}
      </Help>
    </>
  )
}
