import { dateAt } from '#values/plain-date.ts'
import { showFullDate } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { ButtonLink } from '#ui/portal/Button.tsx'
import { ActionCard } from '#ui/portal/Cards.tsx'
import { StatusBadge } from '#ui/portal/StatusBadge.tsx'
import type { Client } from '#engines/contract.ts'

export type Ended = Awaited<ReturnType<Client['services']['getEndedInvitation']>>

const words = {
  over: { vi: 'Lời mời không còn', en: 'No longer open' },
  discarded: {
    vi: '{name} đã bỏ hồ sơ này, {day}',
    en: '{name} discarded this application, {day}',
  },
  expired: {
    vi: 'Hồ sơ không được gửi, chỉ giữ đến {day}',
    en: 'The application was not sent, and was kept until {day} only',
  },
  'taken-out': {
    vi: '{name} đã bỏ tên ông/bà khỏi hồ sơ này, {day}',
    en: '{name} took your name out of this application, {day}',
  },
  nothing: {
    vi: 'Ông/bà không phải làm gì nữa. Những gì ông/bà đã khai hoặc đã xác nhận không được gửi đi.',
    en: 'There is nothing left to do. What you wrote or confirmed was not sent.',
  },
  nothingOfMine: {
    vi: 'Ông/bà không phải làm gì nữa. Ông/bà không đứng tên trong hồ sơ này.',
    en: 'There is nothing left to do. The application does not bear your name.',
  },
  ask: {
    vi: 'Muốn biết vì sao, xin hỏi {name}. Vẫn muốn cùng nộp thì {name} mời lại.',
    en: 'To know why, please ask {name}, who can invite you again.',
  },
  mine: { vi: 'Về trang của tôi', en: 'To my page' },
} as const satisfies Record<string, Words>

/** Why there is nothing to confirm any more, in place of what was to be confirmed. */
export function EndedInvitation({ ended, language }: { readonly ended: Ended; readonly language: Language }) {
  const values = { name: ended.applicantName, day: showFullDate(dateAt(ended.endedAt), language) }
  const t = (one: Words) => say(fill(one, values), language)
  return (
    <ActionCard
      tone="paused"
      edge="side"
      badge={
        <StatusBadge tone="paused" icon="circle-x">
          {t(words.over)}
        </StatusBadge>
      }
      title={t(words[ended.how])}
      actions={
        <ButtonLink href="/trang-cua-toi" kind="secondary">
          {t(words.mine)}
        </ButtonLink>
      }
    >
      <p>{t(ended.how === 'taken-out' ? words.nothingOfMine : words.nothing)}</p>
      <p className="note">{t(words.ask)}</p>
    </ActionCard>
  )
}
