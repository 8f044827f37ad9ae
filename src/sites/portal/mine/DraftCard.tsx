import { dateAt } from '#values/plain-date.ts'
import { showDayMonth } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { Button, ButtonLink } from '#ui/portal/Button.tsx'
import { ActionCard } from '#ui/portal/Cards.tsx'
import { StatusBadge } from '#ui/portal/StatusBadge.tsx'
import type { Client } from '#engines/contract.ts'

type DraftLine = Awaited<ReturnType<Client['services']['listMyDossiers']>>['drafts'][number]

const words = {
  goOn: { vi: 'Viết tiếp: {name}', en: 'Go on with: {name}' },
  kept: { vi: 'Giữ đến {day}', en: 'Kept until {day}' },
  write: { vi: 'Viết tiếp', en: 'Go on' },
  discard: { vi: 'Bỏ hồ sơ này', en: 'Discard it' },
  discardAsk: {
    vi: 'Bỏ rồi thì không lấy lại được. Ai được mời cùng nộp sẽ được báo.',
    en: 'It cannot be taken back. Whoever was asked to file with you is told.',
  },
  discardDo: { vi: 'Bỏ hẳn', en: 'Discard for good' },
} as const satisfies Record<string, Words>

/** An application that is not sent yet: to go on with, or, pressed twice, to discard. */
export function DraftCard({ draft, language }: { readonly draft: DraftLine; readonly language: Language }) {
  const t = (one: Words, values: Record<string, string> = {}) => say(fill(one, values), language)
  return (
    <ActionCard
      tone="info"
      edge="top"
      badge={<StatusBadge tone="paused">{t(words.kept, { day: showDayMonth(dateAt(draft.expiresAt)) })}</StatusBadge>}
      title={t(words.goOn, { name: draft.procedureName })}
      level={3}
      actions={
        <>
          <ButtonLink href={`/nop/${draft.id}/kiem-tra`} kind="secondary">
            {t(words.write)}
          </ButtonLink>
          <details>
            <summary>
              {t(words.discard)}
              <span className="unseen">: {draft.procedureName}</span>
            </summary>
            <form method="post" className="stack">
              <p>{t(words.discardAsk)}</p>
              <Button kind="warn" name="discard" value={draft.id}>
                {t(words.discardDo)}
              </Button>
            </form>
          </details>
        </>
      }
    />
  )
}
