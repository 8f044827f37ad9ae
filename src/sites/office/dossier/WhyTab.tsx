import type { Client } from '#engines/contract.ts'
import type { Words } from '#values/words.ts'
import { PersonLine } from '#ui/office/Avatar.tsx'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { CheckRows } from '#ui/office/Tree.tsx'
import { useSay } from '../use-office.ts'
import { ExplainedActs } from './ExplainedActs.tsx'
import { lastDayOf } from './last-day.ts'

export type Access = Awaited<ReturnType<Client['services']['explainAccess']>>

const words = {
  why: { vi: 'Vì sao tôi thấy hồ sơ này?', en: 'Why can I see this dossier?' },
  yes: { vi: 'Bạn thấy hồ sơ này', en: 'You can see it' },
  no: { vi: 'Bạn không mở được hồ sơ này', en: 'You cannot open it' },
  through: { vi: 'Qua những đơn vị nào', en: 'Through which units' },
  ways: { vi: 'Bằng vị trí nào, đến khi nào', en: 'By which post, until when' },
  from: { vi: 'thay {name}', en: 'for {name}' },
  held: { vi: 'khi còn giữ vị trí', en: 'while the post is held' },
  until: { vi: 'đến hết {day}', en: 'until the end of {day}' },
  what: { vi: 'Bạn làm được gì ở đây', en: 'What you may do here' },
  allows: { vi: 'cho xem', en: 'allows' },
  who: { vi: 'Ai xem được hồ sơ này', en: 'Who can see it' },
  count: { vi: '{count} người', en: '{count} people' },
  also: {
    vi: 'Người nộp luôn xem được hồ sơ của mình và danh sách những ai đã mở nó.',
    en: 'The applicant always sees the dossier and who opened it.',
  },
} as const satisfies Record<string, Words>

/** Why one sees the dossier, and who else does: in words, from the rule itself. */
export function WhyTab({ access }: { readonly access: Access }) {
  const t = useSay()
  return (
    <>
      <Block title={t(words.why)}>
        <NoteBox
          tone={access.canSee ? 'good' : 'paused'}
          icon={access.canSee ? 'eye' : 'eye-off'}
          title={t(access.canSee ? words.yes : words.no)}
        >
          <p>{t(access.words)}</p>
        </NoteBox>
      </Block>
      {access.through.length > 0 && (
        <Block title={t(words.through)}>
          <CheckRows
            rows={access.through.map((one) => ({
              result: 'yes',
              text: `${one.unitName}: ${one.reason}`,
              right: one.post ?? undefined,
              said: t(words.allows),
            }))}
          />
        </Block>
      )}
      {access.ways.length > 0 && (
        <Block title={t(words.ways)}>
          <ul className="person-list">
            {access.ways.map((one) => (
              <li key={`${one.title} ${t(one.words)} ${one.until}`}>
                <PersonLine
                  name={`${one.title}, ${one.unitName}`}
                  text={[t(one.words), one.fromName && t(words.from, { name: one.fromName })]
                    .filter(Boolean)
                    .join(', ')}
                  right={one.until === null ? t(words.held) : t(words.until, { day: lastDayOf(one.until) })}
                  size="small"
                />
              </li>
            ))}
          </ul>
        </Block>
      )}
      <Block title={t(words.what)}>
        <ExplainedActs explained={access} t={t} />
      </Block>
      <Block title={t(words.who)} count={t(words.count, { count: access.seenBy.length })} note={t(words.also)}>
        <ul className="person-list">
          {access.seenBy.map((one) => (
            <li key={`${one.name} ${one.title} ${one.unitName}`}>
              <PersonLine name={one.name} text={one.title} right={one.unitName} size="small" />
            </li>
          ))}
        </ul>
      </Block>
    </>
  )
}
