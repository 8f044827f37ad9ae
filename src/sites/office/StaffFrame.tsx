import { useState, type ReactNode } from 'react'
import { useNavigate, useNavigation } from 'react-router'
import { hintOf, useKeys, type Bindings, type Hint } from '#ui/keymap.ts'
import { KeyBar, KeyList } from '#ui/office/KeyHint.tsx'
import { OfficeFrame } from '#ui/office/OfficeFrame.tsx'
import type { SideBarProps } from '#ui/office/SideBar.tsx'
import { ProgressTop } from '#ui/office/States.tsx'
import type { TopBarProps } from '#ui/office/TopBar.tsx'
import { say, type Language } from '#values/words.ts'
import { words as uiWords } from '#ui/words.ts'
import { useInPlace } from './use-in-place.ts'
import { officeWords as words } from './words.ts'

interface StaffFrameProps {
  /** What the layout of the site knows. */
  readonly known: {
    readonly language: Language
    readonly me: {
      readonly name: string
      readonly post?: { readonly title: string; readonly unit: string } | undefined
    }
    /** How wide the menu was left. */
    readonly menu: string | undefined
  }
  readonly rail: boolean
  readonly keys: Bindings
  readonly hints: readonly Hint[]
  /** The hint that stands before that of the keys: of the search, or of the palette. */
  readonly finds: 'search' | 'palette'
  /** Where one is, beside the brand while the menu is a rail. */
  readonly place: string | undefined
  readonly top?: Pick<TopBarProps, 'onSearch' | 'notices'>
  readonly side: Pick<SideBarProps, 'unit' | 'groups'>
  readonly bar: Pick<Parameters<typeof KeyBar>[0], 'right' | 'undo'>
  readonly children: ReactNode
}

/** The frame of every screen for officials, in the office and in the administration: bar, menu, keys, progress. */
export function StaffFrame({ known, rail, keys, hints, finds, place, top, side, bar, children }: StaffFrameProps) {
  const { language, me, menu } = known
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
    // That of the screen, if it has one; else the search over everything.
    search: () =>
      (
        document.querySelector<HTMLElement>('#content [type=search]') ??
        document.querySelector<HTMLElement>('.bar-search input')
      )?.focus(),
    ...keys,
  })
  return (
    <OfficeFrame
      language={language}
      rail={narrow}
      top={{
        brand: { href: '/can-bo', name: say(words.brand, language) },
        place: narrow ? place : undefined,
        search: { action: '/can-bo/ho-so', name: 'tim', placeholder: say(words.find, language) },
        person: { href: '/can-bo/mat-khau', name: me.name, post: me.post?.title ?? '' },
        ...top,
      }}
      side={{ ...side, keysHref: '/can-bo/phim-tat', onKeys: () => setListed(true), onFold: fold }}
      keys={
        <KeyBar language={language} hints={[...hints, hintOf(finds, language), hintOf('keys', language)]} {...bar} />
      }
    >
      {navigation.state !== 'idle' && (
        <ProgressTop percent={navigation.state === 'loading' ? 70 : 30} label={say(uiWords.loading, language)} />
      )}
      {children}
      <KeyList language={language} open={isListed} onClose={() => setListed(false)} />
    </OfficeFrame>
  )
}
