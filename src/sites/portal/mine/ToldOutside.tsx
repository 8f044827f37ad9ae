import { toldLine } from '#engines/notification/web/index.ts'
import type { ToldView } from '#engines/notification/contract.ts'
import { Section } from '#ui/portal/Columns.tsx'
import { Timeline, type TimelineItem } from '#ui/portal/Timeline.tsx'
import { say, type Language, type Words } from '#values/words.ts'

const words = {
  title: { vi: 'Đã báo cho ông/bà', en: 'How you were told' },
  choose: { vi: 'Chọn cách nhận tin', en: 'Choose how you are told' },
} as const satisfies Record<string, Words>

const looks: Readonly<Record<ToldView['state'], TimelineItem['state']>> = {
  waiting: 'todo',
  unsure: 'todo',
  sent: 'done',
  delivered: 'done',
  undelivered: 'waiting',
  failed: 'waiting',
  withdrawn: 'done',
}

/** What was sent to the citizen's phone or mailbox about a dossier, and how far each came. */
export function ToldOutside({ told, language }: { readonly told: readonly ToldView[]; readonly language: Language }) {
  if (told.length === 0) return null
  return (
    <Section title={say(words.title, language)}>
      <Timeline
        language={language}
        items={told.map((one) => ({
          state: looks[one.state],
          title: say(one.words, language),
          text: say(toldLine(one), language),
        }))}
      />
      <p>
        <a href="/trang-cua-toi/nhan-tin">{say(words.choose, language)}</a>
      </p>
    </Section>
  )
}
