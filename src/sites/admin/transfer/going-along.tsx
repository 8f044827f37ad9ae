import type { ReactNode } from 'react'
import { addDays, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import type { IconName } from '#ui/Icon.tsx'
import type { Say } from '../../office/staff.ts'
import { sayPermission } from './permission-words.ts'
import { transferWords } from './words.ts'

export type Preview = Awaited<ReturnType<Client['directory']['previewTransfer']>>

const words = {
  rights: { vi: 'Quyền làm việc', en: 'Rights' },
  count: { vi: '{count} quyền', en: '{count} rights' },
  changed: { vi: 'thêm {gained}, bớt {lost}', en: '{gained} more, {lost} fewer' },
  gained: { vi: 'Thêm', en: 'Gained' },
  lost: { vi: 'Bớt', en: 'Lost' },
  everywhere: { vi: 'toàn tỉnh', en: 'the whole province' },
  inbox: { vi: 'Hộp việc', en: 'Inbox' },
  work: { vi: 'Việc đang giữ', en: 'Work held' },
  held: { vi: '{count} việc', en: '{count} open' },
  noWork: { vi: 'Không giữ việc nào', en: 'None' },
  ungiven: { vi: 'Việc chưa ai nhận thì 00:00 về {name}', en: 'What nobody was given goes to {name}' },
  handedOver: { vi: 'Đã giao người ở lại', en: 'Given to those who stay' },
  signing: { vi: 'Quyền ký', en: 'Signing' },
  none: { vi: 'Không', en: 'None' },
  asDeputy: { vi: 'Ký thay (KT.), {title}', en: 'For the head (KT.), {title}' },
  asHead: { vi: 'Ký, {title}', en: 'As {title}' },
  delegations: { vi: 'Ủy quyền, người thay', en: 'Delegations' },
  given: { vi: '{count} đã giao đi', en: '{count} given' },
  received: { vi: '{count} được giao', en: '{count} received' },
  end: { vi: 'Chấm dứt cùng vị trí', en: 'End with the post' },
  giversChoose: { vi: 'Chấm dứt; người giao chọn người khác', en: 'End; their givers choose somebody else' },
  old: { vi: 'Hồ sơ cũ', en: 'Old dossiers' },
  seen: { vi: 'Hồ sơ của {place}', en: 'Dossiers of {place}' },
  notSeen: { vi: 'Không xem nữa, lịch sử vẫn ghi tên', en: 'No longer seen; the history keeps their name' },
  same: { vi: 'Như cũ', en: 'As before' },
  account: { vi: 'Tài khoản', en: 'Account' },
  inUse: { vi: 'Đang dùng', en: 'In use' },
  shut: { vi: 'Đóng; không đăng nhập được', en: 'Shut; nobody signs in' },
  kept: { vi: 'Giữ tên, mật khẩu, khóa truy cập', en: 'Name, password and passkeys stay' },
} as const satisfies Record<string, Words>

/** How much of the open work has somebody: as the list of hand-over says. */
export interface HandedOver {
  readonly total: number
  readonly given: number
  readonly accepted: number
}

export interface GoingRow {
  readonly id: string
  readonly icon: IconName
  readonly what: string
  readonly before: ReactNode
  readonly after: ReactNode
  /** How many things wait for somebody; 0 = it happens by itself. */
  readonly needs: number
}

interface Going {
  readonly preview: Preview
  readonly leaves: boolean
  readonly handover: HandedOver | undefined
}

/** What goes with a decision, each with how it is until the eve and from the day on. */
export function goingAlong({ preview, leaves, handover }: Going, t: Say): GoingRow[] {
  const { before, after, rights, delegations } = preview
  const open = handover?.total ?? preview.work
  const ungiven = handover === undefined ? preview.work : handover.total - handover.given
  const leaders = preview.leaders.map(({ name }) => name).join(', ')
  const given = delegations.filter((one) => one.isGiven).length
  const received = delegations.length - given
  const gone = rights.lost.filter(({ permission }) => permission === 'dossier.read')
  const places = gone.map(({ place }) => place ?? t(words.everywhere)).join('; ')
  return [
    {
      id: 'rights',
      icon: 'key',
      what: t(words.rights),
      before: t(words.count, { count: rights.before }),
      after: <Rights rights={rights} t={t} />,
      needs: 0,
    },
    {
      id: 'inbox',
      icon: 'inbox',
      what: t(words.inbox),
      before: unitsOf(before) || t(words.none),
      after: unitsOf(after) || t(words.none),
      needs: 0,
    },
    {
      id: 'work',
      icon: 'folders',
      what: t(words.work),
      before: open === 0 ? t(words.noWork) : t(words.held, { count: open }),
      after:
        open === 0 ? t(words.noWork) : ungiven === 0 ? t(words.handedOver) : t(words.ungiven, { name: leaders || '…' }),
      needs: ungiven,
    },
    {
      id: 'signing',
      icon: 'signature',
      what: t(words.signing),
      before: signing(before, t) || t(words.none),
      after: signing(after, t) || t(words.none),
      needs: 0,
    },
    ...(delegations.length === 0
      ? []
      : [
          {
            id: 'delegations',
            icon: 'users' as const,
            what: t(words.delegations),
            before: [
              given > 0 && t(words.given, { count: given }),
              received > 0 && t(words.received, { count: received }),
            ]
              .filter(Boolean)
              .join(', '),
            after: t(received > 0 ? words.giversChoose : words.end),
            needs: received,
          },
        ]),
    {
      id: 'old',
      icon: 'eye-off',
      what: t(words.old),
      before: gone.length > 0 ? t(words.seen, { place: places }) : t(words.same),
      after: t(gone.length > 0 ? words.notSeen : words.same),
      needs: 0,
    },
    {
      id: 'account',
      icon: 'user',
      what: t(words.account),
      before: t(words.inUse),
      after: t(leaves ? words.shut : words.kept),
      needs: 0,
    },
  ]
}

const unitsOf = (posts: Preview['before']): string => [...new Set(posts.map(({ unitName }) => unitName))].join('; ')

const signing = (posts: Preview['before'], t: Say): string =>
  posts
    .filter(({ permissions }) => 'dossier.approve' in permissions)
    .map((post) => t(post.function.startsWith('deputy-') ? words.asDeputy : words.asHead, { title: post.title }))
    .join('; ')

function Rights({ rights, t }: { readonly rights: Preview['rights']; readonly t: Say }) {
  const counted = t(words.count, { count: rights.after })
  if (rights.gained.length + rights.lost.length === 0) return counted
  const changed = t(words.changed, { gained: rights.gained.length, lost: rights.lost.length })
  return (
    <details className="more">
      <summary>{`${counted}, ${changed}`}</summary>
      {(['gained', 'lost'] as const).map(
        (way) =>
          rights[way].length > 0 && (
            <div key={way}>
              <b>{t(words[way])}</b>
              <ul>
                {rights[way].map(({ permission, place }) => (
                  <li key={`${permission} ${place}`}>
                    {t(sayPermission(permission))}: {place ?? t(words.everywhere)}
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </details>
  )
}

/** The heads of the two columns. */
export const columnsOf = (effectiveOn: PlainDate, t: Say) => ({
  before: t(transferWords.until, { day: showDate(addDays(effectiveOn, -1)) }),
  after: t(transferWords.from, { day: showDate(effectiveOn) }),
})
