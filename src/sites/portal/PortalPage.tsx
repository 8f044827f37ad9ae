import type { ReactNode } from 'react'
import { useLocation, useRouteLoaderData } from 'react-router'
import { say, type Language } from '#values/words.ts'
import { PortalFrame } from '#ui/portal/PortalFrame.tsx'
import { installation } from '../installation.ts'
import { footerProps } from './footer.ts'
import type { loader } from '../../root.tsx'
import { portalWords as words } from './words.ts'

/** One page of the portal in its frame; `top` takes full-width parts, `tabs` the reader's own, `narrow` is for a form or a paper. */
export function PortalPage({
  children,
  top,
  tabs,
  narrow,
}: {
  readonly children: ReactNode
  readonly top?: ReactNode
  readonly tabs?: ReactNode
  readonly narrow?: boolean
}) {
  // Not the layout's: pages that stand outside of it fail in the same frame.
  const { language, name } = useRouteLoaderData('root') as ReturnType<typeof loader>
  const { pathname, search } = useLocation()
  return (
    <PortalFrame {...frameProps(language, pathname, search, name)} top={top} tabs={tabs} narrow={narrow}>
      {children}
    </PortalFrame>
  )
}

/** What the frame shows on every page of the portal. */
function frameProps(language: Language, path: string, search: string, name: string | undefined) {
  const text = (one: { vi: string; en: string }) => say(one, language)
  const link = (href: string, label: { vi: string; en: string }) => ({
    href,
    text: text(label),
    current: path.startsWith(href),
  })
  const other: Language = language === 'vi' ? 'en' : 'vi'
  return {
    language,
    home: { href: '/', name: text(words.name), region: text(installation.region) },
    nav: [
      link('/thu-tuc', words.procedures),
      link('/tra-cuu', words.lookUp),
      link('/kiem-tra', words.verify),
      link('/hoi-dap', words.questions),
      link('/so-lieu', words.figures),
    ],
    languageSwitch: {
      href: `/ngon-ngu/${other}?tiep=${encodeURIComponent(path + search)}`,
      text: other === 'en' ? 'English' : 'Tiếng Việt',
      language: other,
    },
    account:
      name === undefined
        ? { href: '/dang-nhap', text: text(words.signIn), short: text(words.signIn), signedIn: false }
        : { href: '/trang-cua-toi', text: shortName(name), short: text(words.mine), signedIn: true },
    footer: footerProps(language),
  }
}

/** `Thân Thị Bích Phượng` → `Bích Phượng`, as people are called. */
const shortName = (name: string): string => name.split(' ').slice(-2).join(' ')
