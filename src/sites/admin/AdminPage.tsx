import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showClock, showDate } from '#values/show-time.ts'
import type { Bindings, Hint } from '#ui/keymap.ts'
import type { SideBarProps } from '#ui/office/SideBar.tsx'
import type { Say } from '../office/staff.ts'
import { StaffFrame } from '../office/StaffFrame.tsx'
import { useAdmin, useSay } from './use-admin.ts'
import { adminWords as words } from './words.ts'

interface AdminPageProps {
  readonly rail?: boolean
  readonly hints?: readonly Hint[]
  readonly keys?: Bindings
  readonly children: ReactNode
}

/** One screen of the administration in the office's frame, with its own menu. */
export function AdminPage({ rail = false, hints = [], keys = {}, children }: AdminPageProps) {
  const admin = useAdmin()
  const { me, now } = admin
  const t = useSay()
  const { pathname } = useLocation()
  return (
    <StaffFrame
      known={admin}
      rail={rail}
      keys={keys}
      hints={hints}
      finds="search"
      place={`${me.post?.unit ?? ''} · ${t(words.admin)}`}
      side={{
        unit: { name: t(words.admin), parent: me.post?.unit },
        groups: groupsOf(me.permissions, pathname, t),
      }}
      bar={{ right: { text: `${showDate(dateAt(now))} ${showClock(now)}` } }}
    >
      {children}
    </StaffFrame>
  )
}

type Item = SideBarProps['groups'][number]['items'][number]

function groupsOf(permissions: readonly string[], path: string, t: Say): SideBarProps['groups'] {
  const may = (permission: string) => permissions.includes(permission)
  const item = (href: string, icon: Item['icon'], text: string): Item => ({
    href,
    icon,
    text,
    current: href === '/quan-tri' ? path === href : path === href || path.startsWith(`${href}/`),
  })
  return [
    {
      items: [
        item('/quan-tri', 'activity', t(words.overview)),
        ...(may('job.read') ? [item('/quan-tri/suc-khoe', 'stethoscope', t(words.health))] : []),
      ],
    },
    {
      items: [
        ...(may('directory.read') ? [item('/quan-tri/to-chuc', 'sitemap', t(words.organisation))] : []),
        ...(may('directory.manage') ? [item('/quan-tri/dieu-dong', 'users-group', t(words.transfers))] : []),
        ...(may('directory.reorganize')
          ? [item('/quan-tri/sap-xep', 'arrows-exchange', t(words.reorganisations))]
          : []),
        ...(may('account.manage') ? [item('/quan-tri/tai-khoan', 'users', t(words.accounts))] : []),
        ...(may('account.manage')
          ? [item('/quan-tri/he-thong', 'login', t(words.clients)), item('/quan-tri/may', 'lock', t(words.machines))]
          : []),
        ...(may('access.explain') ? [item('/quan-tri/quyen', 'eye', t(words.rights))] : []),
      ],
    },
    {
      items: [
        ...(may('procedure.read') ? [item('/quan-tri/thu-tuc', 'file-settings', t(words.procedures))] : []),
        item('/quan-tri/lich', 'calendar', t(words.calendar)),
        ...(may('office-hours.manage') ? [item('/quan-tri/gio-lam-viec', 'clock', t(words.officeHours))] : []),
        item('/quan-tri/mau-in', 'printer', t(words.forms)),
        ...(may('index.manage') ? [item('/quan-tri/bo-chi-so', 'chart-bar', t(words.indexScale))] : []),
      ],
    },
    {
      items: [
        ...(may('job.read') ? [item('/quan-tri/tin-nhan', 'message', t(words.messages))] : []),
        ...(may('job.read') ? [item('/quan-tri/viec-nen', 'refresh', t(words.jobs))] : []),
        ...(may('national-link.read') ? [item('/quan-tri/cong-quoc-gia', 'world', t(words.nationalLink))] : []),
        ...(may('audit.read') ? [item('/quan-tri/nhat-ky', 'shield-check', t(words.trail))] : []),
        item('/can-bo', 'inbox', t(words.office)),
      ],
    },
  ].filter((group) => group.items.length > 0)
}
