import type { ReactNode } from 'react'
import { say, type Language, type Words } from '#values/words.ts'
import { Columns } from '#ui/portal/Columns.tsx'
import { SideNav } from '#ui/portal/SideNav.tsx'
import { Button } from '#ui/portal/Button.tsx'
import { PortalPage } from '../PortalPage.tsx'
import { FormToken } from '../../FormToken.tsx'

const words = {
  nav: { vi: 'Trang của tôi', en: 'My page' },
  overview: { vi: 'Tổng quan', en: 'Overview' },
  messages: { vi: 'Tin nhắn', en: 'Messages' },
  readers: { vi: 'Ai đã xem dữ liệu', en: 'Who read my data' },
  appointments: { vi: 'Lịch hẹn', en: 'Appointments' },
  questions: { vi: 'Việc đã hỏi', en: 'What I asked' },
  mandates: { vi: 'Làm thay', en: 'Acting for others' },
  about: { vi: 'Thông tin', en: 'About me' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
} as const satisfies Record<string, Words>

export type MineTab = 'overview' | 'questions' | 'messages' | 'appointments' | 'readers' | 'mandates' | 'about'

/** A page of the citizen's own part: the same tabs at the side, or under the bar on a phone. */
export function MinePage({
  language,
  tab,
  children,
}: {
  readonly language: Language
  readonly tab: MineTab
  readonly children: ReactNode
}) {
  const items = [
    { href: '/trang-cua-toi', icon: 'home', text: say(words.overview, language), current: tab === 'overview' },
    {
      href: '/trang-cua-toi/tin-nhan',
      icon: 'message',
      text: say(words.messages, language),
      current: tab === 'messages',
    },
    {
      href: '/trang-cua-toi/lich-hen',
      icon: 'calendar',
      text: say(words.appointments, language),
      current: tab === 'appointments',
    },
    {
      href: '/trang-cua-toi/hoi-dap',
      icon: 'help-circle',
      text: say(words.questions, language),
      current: tab === 'questions',
    },
    { href: '/trang-cua-toi/ai-da-xem', icon: 'eye', text: say(words.readers, language), current: tab === 'readers' },
    {
      href: '/trang-cua-toi/lam-thay',
      icon: 'users',
      text: say(words.mandates, language),
      current: tab === 'mandates',
    },
    {
      href: '/trang-cua-toi/thong-tin',
      icon: 'id',
      text: say(words.about, language),
      current: tab === 'about',
    },
  ] as const
  return (
    <PortalPage tabs={<SideNav language={language} look="tabs" items={items} />}>
      <Columns
        shape="nav"
        onPhone="none"
        asideLabel={say(words.nav, language)}
        aside={
          <>
            <SideNav language={language} look="side" items={items} />
            <form method="post" action="/dang-xuat">
              <FormToken />
              <Button kind="plain" icon="logout">
                {say(words.signOut, language)}
              </Button>
            </form>
          </>
        }
      >
        {children}
      </Columns>
    </PortalPage>
  )
}
