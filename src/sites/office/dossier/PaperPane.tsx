import { useState } from 'react'
import type { Words } from '#values/words.ts'
import { filesProblems } from '#engines/files/contract.ts'
import { Act, IconButton } from '#ui/office/Button.tsx'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Pane } from '#ui/office/Panes.tsx'
import { PaperFrame } from '#ui/office/PaperFrame.tsx'
import { PaperViewer } from '#ui/office/PaperViewer.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FilterChips } from '#ui/office/Tabs.tsx'
import type { OfficeDossier } from '../acts/acts.ts'
import { useOffice, useSay } from '../use-office.ts'
import { paperLinks, type PaperLink } from './paper-links.ts'

const words = {
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  none: { vi: 'Chưa có giấy tờ nào', en: 'No papers yet' },
  download: { vi: 'Tải về', en: 'Download' },
  words: { vi: 'Chữ máy đọc được', en: 'Words read by machine' },
  larger: { vi: 'Phóng to', en: 'Larger' },
  smaller: { vi: 'Thu nhỏ', en: 'Smaller' },
  source: { vi: 'Mở hồ sơ đó', en: 'Open it' },
  noPreview: { vi: 'Loại tệp này không xem trước được.', en: 'This type of file has no preview.' },
  unseen: { vi: 'Trình duyệt không xem được tại chỗ? Mở trong thẻ mới.', en: 'No view here? Open it in a new tab.' },
} as const satisfies Record<string, Words>

interface PaperPaneProps {
  readonly dossier: OfficeDossier
  /** The paper shown; with `hrefOf` each has an address, else the pane keeps the choice itself. */
  readonly chosen?: string | undefined
  readonly hrefOf?: (id: string) => string
  readonly wideOnly?: boolean
}

/** The papers of a dossier to leaf through. */
export function PaperPane({ dossier, chosen, hrefOf, wideOnly }: PaperPaneProps) {
  const { language } = useOffice()
  const t = useSay()
  const [own, setOwn] = useState<string>()
  const [zoomed, setZoomed] = useState(false)
  const links = paperLinks(dossier, language)
  const shown = links.find((link) => link.id === (hrefOf ? chosen : own)) ?? links[0]
  const chips = links.map((link) => ({
    text: link.text,
    on: link === shown,
    ...(hrefOf ? { href: hrefOf(link.id) } : { onAct: () => setOwn(link.id) }),
  }))
  const tools = shown && (
    <>
      {shown.kind === 'picture' && (
        <IconButton
          icon={zoomed ? 'zoom-out' : 'zoom-in'}
          label={t(zoomed ? words.smaller : words.larger)}
          onAct={() => setZoomed(!zoomed)}
          pressed={zoomed}
        />
      )}
      {shown.kind !== 'blocked' && shown.wordsHref && (
        <IconButton icon="file-text" label={t(words.words)} href={shown.wordsHref} />
      )}
      {shown.kind !== 'blocked' && <IconButton icon="download" label={t(words.download)} href={shown.downloadHref} />}
    </>
  )
  const inside = shown ? (
    <div className={zoomed ? 'paper-zoomed paper-hold' : 'paper-hold'}>
      <Origin link={shown} />
      <Shown key={shown.href} link={shown} />
    </div>
  ) : (
    <EmptyState icon="file-text" tone="paused" title={t(words.none)} />
  )
  if (wideOnly)
    return (
      <Pane
        label={t(words.papers)}
        ground="desk"
        wideOnly
        head={<FilterChips bar label={t(words.papers)} chips={chips} right={tools} />}
      >
        {inside}
      </Pane>
    )
  return (
    <PaperViewer label={t(words.papers)} papers={chips} tools={tools}>
      {inside}
    </PaperViewer>
  )
}

/** Where a file is from, with the way to the dossier that it is used again from. */
function Origin({ link: { origin, sourceCode } }: { readonly link: PaperLink }) {
  const t = useSay()
  if (origin === undefined) return null
  return (
    <p className="quiet">
      {origin} {sourceCode && <a href={`/can-bo/ho-so?tim=${encodeURIComponent(sourceCode)}`}>{t(words.source)}</a>}
    </p>
  )
}

function Shown({ link }: { readonly link: PaperLink }) {
  const t = useSay()
  if (link.kind === 'picture') return <img className="paper-picture" src={link.href} alt={link.text} loading="lazy" />
  if (link.kind === 'document')
    return (
      <>
        <PaperFrame src={link.href} title={link.text} />
        <a href={link.href} target="_blank" rel="noreferrer">
          {t(words.unseen)}
        </a>
      </>
    )
  if (link.kind === 'blocked')
    return (
      <NoteBox icon={link.icon} title={link.text}>
        <p>{t(filesProblems.fileBlocked.message)}</p>
      </NoteBox>
    )
  return (
    <NoteBox icon="paperclip" title={link.text}>
      <p>{t(words.noPreview)}</p>
      <Act icon="download" text={t(words.download)} href={link.downloadHref} />
    </NoteBox>
  )
}
