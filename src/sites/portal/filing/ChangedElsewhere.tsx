import { useState } from 'react'
import { lookupsFrom, type LookupData } from '#engines/forms/web/index.ts'
import { parsePage, type Answers } from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import { Problem, type ProblemPlace } from '#values/errors.ts'
import { say, type Language, type Words } from '#values/words.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { randomKey } from '../../SendOnce.tsx'

/** What a question page that was sent comes back with: what is wrong with it, or all that was posted if it was not even read. */
export interface Refused {
  readonly places: readonly ProblemPlace[]
  readonly posted?: string
}

const words = {
  title: { vi: 'Trang này vừa được sửa ở nơi khác', en: 'This page was changed elsewhere' },
  text: {
    vi: 'Có thể ở một cửa sổ hay máy khác của ông/bà. Chữ viết ở đây vẫn còn bên dưới nhưng chưa được lưu. Xin chọn bản muốn giữ.',
    en: 'Maybe in another window or on another device. What you wrote here is still below, but not saved. Please choose what to keep.',
  },
  theirs: { vi: 'Tải lại, lấy bản đã lưu', en: 'Reload and take what is saved' },
  mine: { vi: 'Lưu bản đang ở đây rồi tiếp tục', en: 'Save what is here and go on' },
} as const satisfies Record<string, Words>

const byField = 'page-by'
const seenField = 'page-seen'
/** The button that saves over what was written elsewhere. */
export const overwriteField = 'page-overwrite'

/** By which a save says whose page it is and what it was read from; whoever chose to overwrite says only the first. */
export function writerIn(post: string): { by?: string; seen?: string } {
  const sent = new URLSearchParams(post)
  const by = sent.get(byField)
  if (by === null) return {}
  return sent.has(overwriteField) ? { by } : { by, seen: sent.get(seenField) ?? '' }
}

/** What comes back of a save that was refused because the page was changed elsewhere. */
export function unlessChangedElsewhere(error: unknown): 'pageChanged' {
  if (error instanceof Problem && error.code === 'pageChanged') return error.code
  throw error
}

/** How an autosave is told of it: a plain 409 may be the database's own trouble, which trying again mends. */
export const changedElsewhereStatus = 412

/** The hidden mark of an open page, its own for as long as it is open. A page that came back as changed elsewhere keeps the one it had. */
export function PageWriter({ seen, posted }: { readonly seen: string; readonly posted?: string | undefined }) {
  const [own] = useState(randomKey)
  const kept = posted === undefined ? {} : writerIn(posted)
  return (
    <>
      {/* The server's mark stands until the page is hydrated; then the browser's own does. */}
      <input type="hidden" name={byField} value={kept.by ?? own} suppressHydrationWarning />
      <input type="hidden" name={seenField} value={kept.seen ?? seen} />
    </>
  )
}

interface TypedHere {
  readonly form: Form
  readonly page: string
  readonly answers: Answers
  readonly lookups: LookupData
  readonly posted: string | undefined
}

/** The answers as the page that was refused would have them, so that it is drawn with what was typed. */
export const typedOver = ({ form, page, answers, lookups, posted }: TypedHere): Answers =>
  posted === undefined
    ? answers
    : parsePage(form, page, answers, new URLSearchParams(posted), lookupsFrom(lookups), { typing: true }).answers

/** Says that two open pages wrote the same, and lets the person choose; nothing is lost before they do. */
export function ChangedElsewhere({ language, href }: { readonly language: Language; readonly href: string }) {
  const t = (one: Words) => say(one, language)
  return (
    <Notice tone="late" title={t(words.title)}>
      <p role="alert">{t(words.text)}</p>
      <ButtonRow>
        <Button kind="secondary" form="question" name={overwriteField} value="yes">
          {t(words.mine)}
        </Button>
        <ButtonLink kind="secondary" href={href}>
          {t(words.theirs)}
        </ButtonLink>
      </ButtonRow>
    </Notice>
  )
}
