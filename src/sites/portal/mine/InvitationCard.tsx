import { fill, say, type Language, type Words } from '#values/words.ts'
import { ButtonLink } from '#ui/portal/Button.tsx'
import { ActionCard } from '#ui/portal/Cards.tsx'
import type { Client } from '#engines/contract.ts'
import { CoApplicantBadge } from '../CoApplicantList.tsx'

type Line = Awaited<ReturnType<Client['services']['listInvitations']>>[number]

const words = {
  together: { vi: 'Cùng nộp: {name}', en: 'File together: {name}' },
  by: { vi: '{name} mời ông/bà', en: '{name} asks you' },
  read: { vi: 'Đọc và trả lời', en: 'Read and answer' },
  again: { vi: 'Xem lại', en: 'Look again' },
} as const satisfies Record<string, Words>

/** An application that the reader is asked to file together with somebody. */
export function InvitationCard({ line, language }: { readonly line: Line; readonly language: Language }) {
  const t = (one: Words, values: Record<string, string> = {}) => say(fill(one, values), language)
  const isDone = line.state === 'confirmed'
  return (
    <ActionCard
      tone={isDone ? 'paused' : 'waiting'}
      edge="top"
      badge={<CoApplicantBadge state={line.state} language={language} />}
      title={t(words.together, { name: line.procedureName })}
      level={3}
      actions={
        <ButtonLink href={`/trang-cua-toi/loi-moi/${line.id}`} kind={isDone ? 'secondary' : 'primary'}>
          {t(isDone ? words.again : words.read)}
        </ButtonLink>
      }
    >
      <p>{t(words.by, { name: line.applicantName })}</p>
    </ActionCard>
  )
}
