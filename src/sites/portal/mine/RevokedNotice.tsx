import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { Notice } from '#ui/portal/Notice.tsx'

const words = {
  title: { vi: 'Kết quả đã bị thu hồi', en: 'The result was revoked' },
  text: {
    vi: '{title} số {number} bị thu hồi ngày {day}, không còn giá trị. Lý do: {reason}. Người thu hồi: {by}.',
    en: '{title} no. {number} was revoked on {day} and no longer counts. Reason: {reason}. By: {by}.',
  },
  decision: { vi: 'Thu hồi theo {decision}.', en: 'Revoked by {decision}.' },
  right: { vi: 'Không đồng ý thì', en: 'If you disagree,' },
  complain: { vi: 'gửi khiếu nại', en: 'send a complaint' },
} as const satisfies Record<string, Words>

interface RevokedNoticeProps {
  readonly language: Language
  readonly result: {
    readonly title: string
    readonly number: string | null
    readonly revokedAt: Date | null
    readonly revokedFor: string | null
    readonly revokedBy: string | null
    readonly revokedDecision: string | null
  }
}

/** Whose result was revoked reads when, why, by whom, and what they can do; nothing of one that stands. */
export function RevokedNotice({ language, result }: RevokedNoticeProps) {
  const t = (one: Words, facts = {}) => say(fill(one, facts), language)
  if (result.revokedAt === null) return null
  const facts = {
    title: result.title,
    number: result.number ?? '',
    day: showDate(dateAt(result.revokedAt)),
    reason: result.revokedFor ?? '',
    by: result.revokedBy ?? '',
  }
  return (
    <Notice tone="late" title={t(words.title)}>
      <p>{t(words.text, facts)}</p>
      {result.revokedDecision && <p>{t(words.decision, { decision: result.revokedDecision })}</p>}
      <p>
        {t(words.right)} <a href="/hoi-dap/gui?loai=khieu-nai">{t(words.complain)}</a>.
      </p>
    </Notice>
  )
}
