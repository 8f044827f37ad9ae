import { say, type Language } from '#values/words.ts'
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
