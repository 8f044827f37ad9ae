import { petitionKinds } from '#engines/petitions/contract.ts'
import type { SideBarProps } from '#ui/office/SideBar.tsx'
import type { Say } from './staff.ts'
import { accountsWords } from './accounts/words.ts'
import { officeWords as words } from './words.ts'

type Group = SideBarProps['groups'][number]
type Item = Group['items'][number]

const adminRights = [
  'directory.manage',
  'procedure.announce',
  'account.manage',
  'job.read',
  'audit.read',
  'access.explain',
]

const petitionRights = [...petitionKinds.map((kind) => `${kind}.work`), 'petition.enter']

interface SideParts {
  readonly permissions: readonly string[]
  readonly counts: { readonly mine: { readonly open: number } }
  /** Questions and petitions that wait. */
  readonly petitions: { readonly open: number }
  /** Dossiers that will probably be late; null for whoever leads nothing. */
  readonly atRisk: { readonly count: number } | null
  readonly unread: number
  readonly path: string
  readonly say: Say
}

/** The menu: only what one's posts permit; what waits stands beside it. */
export function sideGroups({ permissions, counts, petitions, atRisk, unread, path, say }: SideParts): Group[] {
  const may = (permission: string) => permissions.includes(permission)
  const item = (href: string, icon: Item['icon'], text: string, count?: number): Item => ({
    href,
    icon,
    text,
    count,
    current: href === '/can-bo' ? path === href : path === href || path.startsWith(`${href}/`),
  })
  const groups: (Group | false)[] = [
    {
      items: [
        item('/can-bo', 'inbox', say(words.inbox), counts.mine.open),
        ...(may('dossier.read') ? [item('/can-bo/ho-so', 'folders', say(words.dossiers))] : []),
        ...(petitionRights.some((right) => may(right))
          ? [item('/can-bo/hoi-dap', 'speakerphone', say(words.petitions), petitions.open)]
          : []),
      ],
    },
    may('dossier.receive') && {
      title: say(words.counterGroup),
      items: [
        item('/can-bo/quay', 'building-community', say(words.counter)),
        item('/can-bo/ban-giao', 'arrows-exchange', say(words.handover)),
        item('/can-bo/tra-ket-qua', 'certificate', say(words.results)),
        item('/can-bo/so-theo-doi', 'list-details', say(words.book)),
        ...(may('queue.manage') ? [item('/can-bo/trung-tam', 'activity', say(words.centre))] : []),
      ],
    },
    (may('payment.take') || may('payment.account')) && {
      title: say(accountsWords.group),
      items: [
        ...(may('payment.take') ? [item('/can-bo/thu-phi', 'coin', say(accountsWords.desk))] : []),
        ...(may('payment.account') ? [item('/can-bo/doi-soat', 'chart-bar', say(accountsWords.accounts))] : []),
      ],
    },
    {
      title: say(words.unitGroup),
      items: [
        ...(may('task.load') ? [item('/can-bo/tai-viec', 'chart-bar', say(words.load))] : []),
        ...(may('dossier.read') ? [item('/can-bo/nguy-co', 'alarm', say(words.atRisk), atRisk?.count)] : []),
        ...(may('dossier.read') ? [item('/can-bo/bao-cao', 'list-details', say(words.report))] : []),
        ...(!may('dossier.receive') && may('dossier.read')
          ? [item('/can-bo/ban-giao', 'arrows-exchange', say(words.handover))]
          : []),
        ...(may('rating.answer') ? [item('/can-bo/hai-long', 'mood-smile', say(words.satisfaction))] : []),
        ...(may('procedure.write') ? [item('/can-bo/thu-tuc', 'file-settings', say(words.procedures))] : []),
        item('/can-bo/ban-giao-viec', 'users-group', say(words.taskHandover)),
        item('/can-bo/uy-quyen', 'users', say(words.delegations)),
        ...(may('dossier.read') ? [item('/can-bo/xin-xem', 'eye', say(words.askToRead))] : []),
      ],
    },
    adminRights.some((right) => may(right)) && {
      title: say(words.adminGroup),
      items: [item('/quan-tri', 'settings', say(words.admin))],
    },
    {
      title: say(words.mineGroup),
      items: [
        item('/can-bo/tin-nhan', 'message', say(words.messages), unread),
        item('/can-bo/mat-khau', 'user', say(words.account)),
      ],
    },
  ]
  return groups.filter((group) => group !== false)
}
