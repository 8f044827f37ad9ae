import type { Client } from '#engines/contract.ts'
import type { Words } from '#values/words.ts'
import { PersonLine } from '#ui/office/Avatar.tsx'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { CheckRows } from '#ui/office/Tree.tsx'
import { useSay } from '../use-office.ts'

export type Access = Awaited<ReturnType<Client['services']['explainAccess']>>

const words = {
  why: { vi: 'Vì sao tôi thấy hồ sơ này?', en: 'Why can I see this dossier?' },
  yes: { vi: 'Bạn thấy hồ sơ này', en: 'You can see it' },
  no: { vi: 'Bạn không mở được hồ sơ này', en: 'You cannot open it' },
  through: { vi: 'Qua những đơn vị nào', en: 'Through which units' },
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
