import { fill, say, type Language, type Words } from '#values/words.ts'
import { Icon } from '#ui/Icon.tsx'
import { StatusBadge, type Tone } from '#ui/portal/StatusBadge.tsx'
import { SummaryFiles } from '#ui/portal/SummaryList.tsx'
import type { Client } from '#engines/contract.ts'

export type CoApplicantState = Awaited<ReturnType<Client['services']['getInvitation']>>['state']

const states = {
  waiting: { tone: 'waiting', words: { vi: 'Chờ xác nhận', en: 'To confirm' } },
  confirmed: { tone: 'good', words: { vi: 'Đã xác nhận', en: 'Confirmed' } },
  changed: { tone: 'soon', words: { vi: 'Phải xác nhận lại', en: 'To confirm again' } },
  declined: { tone: 'late', words: { vi: 'Không đồng ý', en: 'Declined' } },
} as const satisfies Record<CoApplicantState, { tone: Tone; words: { vi: string; en: string } }>

const told = {
  byEmail: { vi: 'Lời mời gửi đến {email}.', en: 'The invitation goes to {email}.' },
  byWriter: {
    vi: 'Hệ thống không nhắn tin đến điện thoại. Ông/bà báo người đó đăng nhập, mở Trang của tôi để xác nhận.',
    en: 'No text message is sent. Please tell them to sign in and to confirm on My page.',
  },
} satisfies Record<string, Words>

/** How somebody who has still to confirm hears of it; undefined when there is nothing left to hear. */
export function howTold({
  state,
  email,
}: {
  readonly state: CoApplicantState
  readonly email: string | null
}): Words | undefined {
  if (state !== 'waiting' && state !== 'changed') return undefined
  return email === null ? told.byWriter : fill(told.byEmail, { email })
}

/** How somebody who is to file too stands to the application, in one word with its sign and colour. */
export const CoApplicantBadge = ({
  state,
  language,
}: {
  readonly state: CoApplicantState
  readonly language: Language
}) => <StatusBadge tone={states[state].tone}>{say(states[state].words, language)}</StatusBadge>

/** Who files too, each with how they stand to it and a way to change that. */
export const CoApplicantList = ({
  language,
  title,
  people,
  change,
}: {
  readonly language: Language
  readonly title: string
  readonly people: readonly { readonly name: string; readonly state: CoApplicantState; readonly note?: string }[]
  readonly change?: { readonly href: string; readonly text: string }
}) => (
  <SummaryFiles
    title={title}
    files={people.map(({ name, state, note }) => ({
      name,
      note,
      picture: <Icon name="user" size="1.4em" />,
      badge: <CoApplicantBadge state={state} language={language} />,
      link: change,
    }))}
  />
)
