import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { showClock, showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { subjectsOf, type Dossier } from '../dossier/dossier.ts'
import { writeHistory } from '../dossier/history.ts'

/** A date of a dossier that moved because the working calendar changed. */
export interface MovedDate {
  readonly what: keyof typeof kinds
  readonly before: Date
  readonly after: Date
  /** The document that the change goes by; null when the system's own calendar changed. */
  readonly document: string | null
}

/** What each is called, and the event that tells the applicant of those that were named to them. */
const kinds = {
  deadline: { words: { vi: 'hạn', en: 'the deadline' }, event: null },
  promise: { words: { vi: 'hẹn trả', en: 'the promised day' }, event: 'dossier.rescheduled' },
  supplement: { words: { vi: 'hạn nộp bổ sung', en: 'the day for the supplement' }, event: 'supplement.rescheduled' },
} as const satisfies Record<string, { readonly words: Words; readonly event: string | null }>

/** The audit note; and when it is another day, or earlier on the same, the history line and word to the applicant. */
export async function tellMoved(ctx: Context, dossier: Dossier, moved: MovedDate): Promise<void> {
  const { what, before, after, document } = moved
  const { words, event } = kinds[what]
  ctx.note({
    objectType: 'dossier',
    objectId: dossier.id,
    subjects: subjectsOf(dossier),
    facts: { code: dossier.code, [what]: [before, after] },
  })
  const [from, to] = [dateAt(before), dateAt(after)]
  if (from === to && after >= before) return
  const said = (at: Date) => (from === to ? clockAndDay(at) : both(showDate(dateAt(at))))
  const by = document === null ? { vi: '', en: '' } : { vi: ` theo ${document}`, en: ` by ${document}` }
  await writeHistory(ctx, [
    {
      dossierId: dossier.id,
      kind: 'rescheduled',
      isPublic: event !== null,
      words: {
        vi: `Lịch làm việc thay đổi${by.vi}: ${words.vi} chuyển từ ${said(before).vi} sang ${said(after).vi}`,
        en: `The working calendar changed${by.en}: ${words.en} moves from ${said(before).en} to ${said(after).en}`,
      },
      detail: { before, after },
    },
  ])
  if (event !== null) ctx.emit(event, { dossierId: dossier.id, from, to })
}

const both = (text: string): Words => ({ vi: text, en: text })

const clockAndDay = (at: Date): Words => ({
  vi: `${showClock(at)} ngày ${showDate(dateAt(at))}`,
  en: `${showClock(at)} on ${showDate(dateAt(at))}`,
})
