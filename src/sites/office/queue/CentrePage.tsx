import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { PageHead } from '#ui/office/Panes.tsx'
import { Tabs } from '#ui/office/Tabs.tsx'
import { OfficePage } from '../OfficePage.tsx'
import { useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { queueWords as words } from './words.ts'
import './queue.css'

const tabs = [
  { href: '/can-bo/trung-tam', icon: 'activity', text: officeWords.centre },
  { href: '/can-bo/trung-tam/thoi-gian', icon: 'chart-bar', text: words.times },
  { href: '/can-bo/trung-tam/viec', icon: 'list-details', text: words.services },
  { href: '/can-bo/trung-tam/may', icon: 'device-tv', text: words.devices },
] as const

/** One page of the centre in the office's frame. */
export function CentrePage({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text?: string
  readonly children: ReactNode
}) {
  const t = useSay()
  const { pathname } = useLocation()
  return (
    <OfficePage rail>
      <PageHead title={title} text={text} />
      <Tabs
        label={t(officeWords.centre)}
        items={tabs.map((tab) => ({ ...tab, text: t(tab.text), current: tab.href === pathname }))}
      />
      {children}
    </OfficePage>
  )
}
