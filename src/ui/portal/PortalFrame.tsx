import type { ReactNode } from 'react'
import { say, type Language } from '#values/words.ts'
import { Emblem } from '../Emblem.tsx'
import { Icon } from '../Icon.tsx'
import { classes } from '../class-names.ts'
import { words } from '../words.ts'
import { Footer, type FooterProps } from './Footer.tsx'
import { LanguageSwitch, type LanguageSwitchProps } from './LanguageSwitch.tsx'

export interface FrameLink {
  readonly href: string
  readonly text: string
  readonly current?: boolean
}

export interface PortalFrameProps {
  readonly language: Language
  readonly home: { readonly href: string; readonly name: string; readonly region: string }
  readonly nav: readonly FrameLink[]
  readonly languageSwitch: LanguageSwitchProps
  /** `text` on a wide screen ("Đăng nhập", "Bích Phượng"), `short` under the sign on a phone ("Đăng nhập", "Của tôi"). */
  readonly account: { readonly href: string; readonly text: string; readonly short: string; readonly signedIn: boolean }
  readonly footer: FooterProps
  /** The reader's own tabs under the bar on a phone ({@link SideNav}). */
  readonly tabs?: ReactNode
  /** Full-width parts of the content above the measure: a hero, a result band. */
  readonly top?: ReactNode
  /** One column as wide as a form or a paper, for pages without an aside. */
  readonly narrow?: boolean
  readonly children: ReactNode
}

/** Every page of the portal outside a form: skip link, bar with sections, content, footer. No script needed. */
export function PortalFrame(props: PortalFrameProps) {
  const { language, home, nav, languageSwitch, account, footer, tabs, top, narrow, children } = props
  return (
    <>
      <SkipLink language={language} />
      <header className="head">
        <div className="measure head-in">
          <a className="brand" href={home.href}>
            <Emblem />
            <span>
              <b>{home.name}</b>
              <small>{home.region}</small>
            </span>
          </a>
          <nav className="head-nav" aria-label={say(words.mainMenu, language)}>
            <NavList nav={nav} />
          </nav>
          <LanguageSwitch {...languageSwitch} />
          <a className="head-account" href={account.href}>
            <Icon name={account.signedIn ? 'user' : 'login'} className="on-wide" />
            <Icon name="user" className="on-phone" />
            <span className="on-wide">{account.text}</span>
            <span className="on-phone">{account.short}</span>
          </a>
          <details className="head-menu">
            <summary>
              <Icon name="menu-2" />
              <span>{say(words.menu, language)}</span>
            </summary>
            <nav aria-label={say(words.menu, language)}>
              <NavList nav={nav} />
              <LanguageSwitch {...languageSwitch} />
            </nav>
          </details>
        </div>
      </header>
      {tabs}
      <main id="content" className="main" tabIndex={-1}>
        {top}
        <div className={classes('measure main-in', narrow && 'main-narrow')}>{children}</div>
      </main>
      <Footer {...footer} language={language} />
    </>
  )
}

/** The first stop of the Tab key. */
export function SkipLink({ language }: { readonly language: Language }) {
  return (
    <a className="skip" href="#content">
      {say(words.skip, language)}
    </a>
  )
}

const NavList = ({ nav }: { nav: readonly FrameLink[] }) => (
  <ul>
    {nav.map((link) => (
      <li key={link.href}>
        <a href={link.href} aria-current={link.current ? 'page' : undefined}>
          {link.text}
        </a>
      </li>
    ))}
  </ul>
)
