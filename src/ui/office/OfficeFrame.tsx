import type { ReactNode } from 'react'
import { say, type Language } from '#values/words.ts'
import { classes } from '../class-names.ts'
import { words } from '../words.ts'
import { SideBar, type SideBarProps } from './SideBar.tsx'
import { TopBar, type TopBarProps } from './TopBar.tsx'

export interface OfficeFrameProps {
  readonly language: Language
  readonly top: Omit<TopBarProps, 'language' | 'wideSide'>
  readonly side: Omit<SideBarProps, 'language' | 'rail'>
  /** The 54 px rail of work screens instead of the 188 px side bar of lists. */
  readonly rail?: boolean
  /** A {@link KeyBar}. */
  readonly keys?: ReactNode
  /** A head across the whole width, and columns ({@link Panes}) below it. */
  readonly children: ReactNode
}

/** Bar, side bar or rail, content, key bar. The page never scrolls, its columns do; on a narrow screen it is one column. */
export function OfficeFrame({ language, top, side, rail = false, keys, children }: OfficeFrameProps) {
  return (
    <div className={classes('office', rail && 'office-rail')}>
      <a className="skip" href="#content">
        {say(words.skip, language)}
      </a>
      <TopBar {...top} language={language} wideSide={!rail} />
      <SideBar {...side} language={language} rail={rail} />
      <main id="content" className="content" tabIndex={-1}>
        {children}
      </main>
      {keys}
    </div>
  )
}
