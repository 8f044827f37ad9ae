import { useState, type ReactNode } from 'react'
import { useLocation, useNavigate, useNavigation } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showClock, showDate } from '#values/show-time.ts'
import { hintOf, useKeys, type Bindings, type Hint } from '#ui/keymap.ts'
import { KeyBar, KeyList } from '#ui/office/KeyHint.tsx'
import { OfficeFrame } from '#ui/office/OfficeFrame.tsx'
import type { SideBarProps } from '#ui/office/SideBar.tsx'
import { ProgressTop } from '#ui/office/States.tsx'
import { words as uiWords } from '#ui/words.ts'
import type { Say } from '../office/staff.ts'
import { useInPlace } from '../office/use-in-place.ts'
import { useAdmin, useSay } from './use-admin.ts'
import { adminWords as words } from './words.ts'

interface AdminPageProps {
  readonly rail?: boolean
  readonly hints?: readonly Hint[]
  readonly keys?: Bindings
  readonly children: ReactNode
}

/** One screen of the administration in the office's frame, with its own menu. */
export function AdminPage({ rail = false, hints = [], keys, children }: AdminPageProps) {
  const { language, me, menu, now } = useAdmin()
  const t = useSay()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const navigation = useNavigation()
  const [narrow, setNarrow] = useState(menu === undefined ? rail : menu === 'rail')
  const [isListed, setListed] = useState(false)
  useInPlace()
  const fold = () => {
    document.cookie = `menu=${narrow ? 'wide' : 'rail'}; path=/; max-age=31536000; samesite=lax`
    setNarrow(!narrow)
  }
  useKeys({
    keys: () => setListed(true),
    fold,
    goInbox: () => void navigate('/can-bo'),
    search: () => document.querySelector<HTMLElement>('#content [type=search], .bar-search input')?.focus(),
    ...keys,
  })
  return (
    <OfficeFrame
      language={language}
      rail={narrow}
      top={{
        brand: { href: '/can-bo', name: t(words.brand) },
        place: narrow ? `${me.post?.unit ?? ''} · ${t(words.admin)}` : undefined,
        search: { action: '/can-bo/ho-so', name: 'tim', placeholder: t(words.find) },
        person: { href: '/can-bo/mat-khau', name: me.name, post: me.post?.title ?? '' },
      }}
      side={{
        unit: { name: t(words.admin), parent: me.post?.unit },
        groups: groupsOf(me.permissions, pathname, t),
        keysHref: '/can-bo/phim-tat',
        onKeys: () => setListed(true),
        onFold: fold,
      }}
      keys={
        <KeyBar
          language={language}
          hints={[...hints, hintOf('search', language), hintOf('keys', language)]}
          right={{ text: `${showDate(dateAt(now))} ${showClock(now)}` }}
        />
      }
    >
      {navigation.state !== 'idle' && (
        <ProgressTop percent={navigation.state === 'loading' ? 70 : 30} label={t(uiWords.loading)} />
      )}
      {children}
      <KeyList language={language} open={isListed} onClose={() => setListed(false)} />
    </OfficeFrame>
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
    { items: [item('/quan-tri', 'activity', t(words.overview))] },
    {
      items: [
        ...(may('directory.read') ? [item('/quan-tri/to-chuc', 'sitemap', t(words.organisation))] : []),
        ...(may('account.manage') ? [item('/quan-tri/tai-khoan', 'users', t(words.accounts))] : []),
      ],
    },
    {
      items: [
        ...(may('procedure.read') ? [item('/quan-tri/thu-tuc', 'file-settings', t(words.procedures))] : []),
        item('/quan-tri/lich', 'calendar', t(words.calendar)),
        item('/quan-tri/mau-in', 'printer', t(words.forms)),
      ],
    },
    {
      items: [
        ...(may('job.read') ? [item('/quan-tri/viec-nen', 'refresh', t(words.jobs))] : []),
        ...(may('audit.read') ? [item('/quan-tri/nhat-ky', 'shield-check', t(words.trail))] : []),
        item('/can-bo', 'inbox', t(words.office)),
      ],
    },
  ].filter((group) => group.items.length > 0)
}
