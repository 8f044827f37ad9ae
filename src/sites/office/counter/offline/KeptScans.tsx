import { useEffect, useRef } from 'react'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { useSay } from '../../use-office.ts'
import { isPicture, moved, turnedOn } from './arrange-scans.ts'
import type { KeptPaper } from './kept-receptions.ts'

const words = {
  joined: {
    vi: 'Các ảnh thành một tệp PDF theo thứ tự này khi gửi.',
    en: 'The pictures become one PDF in this order when they are sent.',
  },
  page: { vi: '{place}. {name}', en: '{place}. {name}' },
  up: { vi: 'Lên trước', en: 'Earlier' },
  down: { vi: 'Xuống sau', en: 'Later' },
  turn: { vi: 'Xoay phải', en: 'Turn right' },
  drop: { vi: 'Bỏ trang này', en: 'Leave it out' },
} as const satisfies Record<string, Words>

interface KeptScansProps {
  /** Of one paper. */
  readonly scans: readonly KeptPaper[]
  /** Of all papers. */
  readonly kept: readonly KeptPaper[]
  readonly onKept: (papers: readonly KeptPaper[]) => void
}

/** The scans of one paper on this machine: put in order, turned, left out; nothing leaves the browser for it. */
export function KeptScans({ scans, kept, onKept }: KeptScansProps) {
  const t = useSay()
  const change = (one: KeptPaper, over: Partial<KeptPaper>) =>
    onKept(kept.map((scan) => (scan === one ? { ...scan, ...over } : scan)))
  return (
    <>
      <ol className="page-list">
        {scans.map((scan, at) => (
          <li key={`${scan.name} ${scan.content.size} ${at}`}>
            {isPicture(scan) && <ScanPicture scan={scan} />}
            <span>{t(words.page, { place: at + 1, name: scan.name })}</span>
            <p>
              {at > 0 && (
                <Act kind="link" icon="arrow-up" text={t(words.up)} onAct={() => onKept(moved(kept, scan, -1))} />
              )}{' '}
              {at < scans.length - 1 && (
                <Act kind="link" icon="arrow-down" text={t(words.down)} onAct={() => onKept(moved(kept, scan, 1))} />
              )}{' '}
              {isPicture(scan) && scan.fileId === undefined && (
                <Act kind="link" text={t(words.turn)} onAct={() => change(scan, { turn: turnedOn(scan.turn) })} />
              )}{' '}
              <Act kind="link" text={t(words.drop)} onAct={() => onKept(kept.filter((one) => one !== scan))} />
            </p>
          </li>
        ))}
      </ol>
      {scans.filter(isPicture).length > 1 && <p className="quiet">{t(words.joined)}</p>}
    </>
  )
}

/** A picture as it will stand. */
function ScanPicture({ scan: { content, turn = 0 } }: { readonly scan: KeptPaper }) {
  const drawn = useRef<SVGImageElement>(null)
  useEffect(() => {
    const made = URL.createObjectURL(content)
    drawn.current?.setAttribute('href', made)
    return () => URL.revokeObjectURL(made)
  }, [content])
  return (
    <svg viewBox="0 0 140 140" aria-hidden="true" className="page-picture">
      <g transform={`rotate(${turn} 70 70)`}>
        <image ref={drawn} width="140" height="140" />
      </g>
    </svg>
  )
}
