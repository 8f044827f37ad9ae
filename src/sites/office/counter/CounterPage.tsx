import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import type { Bindings, Hint } from '#ui/keymap.ts'
import { Tabs } from '#ui/office/Tabs.tsx'
import { OfficePage } from '../OfficePage.tsx'
import { useOffice, useSay } from '../use-office.ts'
import './counter.css'
import { counterWords as words } from './words.ts'

interface CounterPageProps {
  readonly head: ReactNode
  readonly hints?: readonly Hint[]
  readonly keys?: Bindings
  readonly done?: string
  readonly rail?: boolean
  /** Panes below the head. */
  readonly children: ReactNode
}

const tabs = [
  { href: '/can-bo/quay', icon: 'user-plus', text: words.counter },
  { href: '/can-bo/quay/goi-so', icon: 'ticket', text: words.desk },
  { href: '/can-bo/quay/truc-tuyen', icon: 'world', text: words.online },
  { href: '/can-bo/ban-giao', icon: 'package', text: words.handover },
  { href: '/can-bo/tra-ket-qua', icon: 'certificate', text: words.results },
  { href: '/can-bo/buu-dien', icon: 'mail', text: words.post },
  { href: '/can-bo/so-theo-doi', icon: 'list-details', text: words.book },
  { href: '/can-bo/quay/mat-mang', icon: 'wifi-off', text: words.offline },
  { href: '/can-bo/quay/tai-khoan', icon: 'user', text: words.account },
] as const

/** One page of the counter in the office's frame: head, the counter's own tabs, columns. */
export function CounterPage({ head, hints, keys, done, rail = true, children }: CounterPageProps) {
  // Whoever only confirms a hand-over works at no counter.
  const isAtCounter = useOffice().me.permissions.includes('dossier.receive')
  const t = useSay()
  const { pathname } = useLocation()
  const current = tabs.findLast((tab) => pathname === tab.href || pathname.startsWith(`${tab.href}/`))
  return (
    <OfficePage rail={rail} hints={hints} keys={keys} done={done}>
      {head}
      {isAtCounter && (
        <Tabs
          label={t(words.counter)}
          items={tabs.map((tab) => ({ href: tab.href, icon: tab.icon, text: t(tab.text), current: tab === current }))}
        />
      )}
      {children}
    </OfficePage>
  )
}
