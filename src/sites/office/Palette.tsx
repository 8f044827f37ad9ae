import { useEffect, useMemo, useState } from 'react'
import { useFetcher, useLocation, useNavigate, useSubmit } from 'react-router'
import { fold } from '#values/text.ts'
import type { Words } from '#values/words.ts'
import { CommandPalette, type PaletteItem } from '#ui/office/CommandPalette.tsx'
import { DueBadge } from './DueBadge.tsx'
import type { loader } from './find.ts'
import { markFound } from './mark-found.ts'
import { sideGroups } from './side.ts'
import { useFormToken } from '../FormToken.tsx'
import { useOffice, useSay } from './use-office.ts'
import { officeWords } from './words.ts'

const words = {
  placeholder: { vi: 'Tìm hồ sơ, người, màn hình, việc làm được', en: 'Find dossiers, people, screens, actions' },
  dossiers: { vi: 'Hồ sơ', en: 'Dossiers' },
  people: { vi: 'Người và đơn vị', en: 'People and units' },
  acts: { vi: 'Làm ngay với hồ sơ đang chọn', en: 'With the selected dossier' },
  screens: { vi: 'Màn hình', en: 'Screens' },
  foot: {
    vi: '↑ ↓ chọn · Enter mở · Ctrl Enter mở thẻ mới · Tab đổi nhóm · Gõ không dấu cũng tìm được',
    en: '↑ ↓ move · Enter open · Ctrl Enter new tab · Tab next group',
  },
} as const satisfies Record<string, Words>

/** As codes of dossiers end: the day and the number of the day. */
const codeShape = /\d{6}-\d{4,}$/

const pauseMs = 200

/** Ctrl K: dossiers, people, screens, and what can be done with what is selected. */
export function Palette({ acts, onClose }: { readonly acts: readonly PaletteItem[]; readonly onClose: () => void }) {
  const { language, me, counts, petitions, atRisk, unread, now, theme } = useOffice()
  const t = useSay()
  const navigate = useNavigate()
  const submit = useSubmit()
  const { pathname, search } = useLocation()
  const found = useFetcher<typeof loader>()
  const [text, setText] = useState('')
  const { load } = found
  useEffect(() => {
    if (text.trim().length < 2) return
    const timer = setTimeout(() => void load(`/can-bo/tim?tim=${encodeURIComponent(text)}`), pauseMs)
    return () => clearTimeout(timer)
  }, [text, load])
  const go = (href: string) => () => void navigate(href)
  const screens = useMemo(
    () =>
      sideGroups({ permissions: me.permissions, counts, petitions, atRisk, unread, path: '', say: t }).flatMap(
        (group) => group.items,
      ),
    [me, counts, petitions, atRisk, unread, t],
  )
  const token = useFormToken()
  const other = theme === 'dark' ? 'light' : 'dark'
  const own: PaletteItem[] = [
    ...screens.map((item) => ({
      id: item.href,
      icon: item.icon,
      pieces: [item.text],
      href: item.href,
      onAct: go(item.href),
    })),
    {
      id: 'theme',
      icon: other === 'dark' ? 'moon' : 'sun',
      pieces: [t(officeWords[other])],
      onAct: () =>
        void submit(
          { ...token, theme: other, tiep: pathname + search },
          { method: 'post', action: '/can-bo/giao-dien' },
        ),
    },
    {
      id: 'out',
      icon: 'logout',
      pieces: [t(officeWords.signOut)],
      onAct: () => void submit(token, { method: 'post', action: '/dang-xuat' }),
    },
  ]
  const narrowed = (items: readonly PaletteItem[]) => {
    const wanted = fold(text).split(' ').filter(Boolean)
    return items.filter((item) => wanted.every((word) => fold(item.pieces.join('') + (item.note ?? '')).includes(word)))
  }
  const answer = text.trim().length >= 2 ? found.data : undefined
  // A whole code under which nothing is found here: of another unit, or of none; which is not said.
  const isUnseen =
    me.permissions.includes('dossier.read') && codeShape.test(text.trim()) && answer?.dossiers.length === 0
  const askHref = `/can-bo/xin-xem?ma=${encodeURIComponent(text.trim())}`
  const ask: PaletteItem = { id: 'ask', icon: 'eye', pieces: [text.trim()], href: askHref, onAct: go(askHref) }
  const groups = [
    {
      title: t(words.dossiers),
      items: (answer?.dossiers ?? []).map((one) => ({
        id: one.id,
        icon: 'folder' as const,
        pieces: markFound(one.name, text),
        note: `${one.line} · ${one.code}`,
        right: (
          <DueBadge
            due={one.deadline}
            left={one.left}
            now={now}
            status={one.status}
            finishedAt={one.finishedAt}
            language={language}
          />
        ),
        href: `/can-bo/ho-so/${one.id}`,
      })),
    },
    { title: t(officeWords.askToRead), items: isUnseen ? [ask] : [] },
    { title: t(words.acts), items: narrowed(acts) },
    {
      title: t(words.people),
      items: (answer?.people ?? []).map((one) => ({
        id: one.id,
        icon: 'user' as const,
        pieces: markFound(one.name, text),
        note: one.line,
      })),
    },
    { title: t(words.screens), items: narrowed(own) },
  ].filter((group) => group.items.length > 0)
  return (
    <CommandPalette
      language={language}
      open
      onClose={onClose}
      placeholder={t(words.placeholder)}
      text={text}
      onText={setText}
      groups={groups}
      footText={t(words.foot)}
    />
  )
}
