import { useState } from 'react'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { useAwake } from '../../../use-awake.ts'
import { useSay } from '../../use-office.ts'

const words = {
  page: { vi: 'Trang {page}/{of} của {file}', en: 'Page {page}/{of} of {file}' },
  picture: { vi: 'Ảnh {file}', en: 'Picture {file}' },
  order: { vi: 'Thứ tự', en: 'Order' },
  turn: { vi: 'Xoay', en: 'Turn' },
  drop: { vi: 'Bỏ trang này', en: 'Leave it out' },
  open: { vi: 'Xem', en: 'View' },
  upright: { vi: 'Không xoay', en: 'As it is' },
  right: { vi: 'Sang phải 90°', en: 'Right by 90°' },
  around: { vi: 'Ngược lại 180°', en: 'Around by 180°' },
  left: { vi: 'Sang trái 90°', en: 'Left by 90°' },
  up: { vi: 'Lên trước', en: 'Earlier' },
  down: { vi: 'Xuống sau', en: 'Later' },
} as const satisfies Record<string, Words>

const turns = [
  { value: '0', text: words.upright },
  { value: '90', text: words.right },
  { value: '180', text: words.around },
  { value: '270', text: words.left },
] as const

export interface ShownPage {
  /** As the form names it: file and number. */
  readonly name: string
  readonly fileId: string
  readonly fileName: string
  readonly page: number
  readonly of: number
  readonly isPicture: boolean
  /** Its picture; undefined where none is drawn. */
  readonly picture: string | undefined
}

/** Pages, each with its number, turn and whether it stays; a script only moves them and shows them turned. */
export function PageList({ pages }: { readonly pages: readonly ShownPage[] }) {
  const t = useSay()
  const [order, setOrder] = useState(pages)
  const [turned, setTurned] = useState<Readonly<Record<string, string>>>({})
  const isAwake = useAwake()
  const move = (at: number, by: number) =>
    setOrder((all) => {
      const next = [...all]
      const [page] = next.splice(at, 1)
      if (page) next.splice(at + by, 0, page)
      return next
    })
  return (
    <ol className="page-list">
      {order.map((page, at) => {
        const { name, fileId, fileName, isPicture } = page
        const title = t(isPicture ? words.picture : words.page, { page: page.page, of: page.of, file: fileName })
        return (
          <li key={name}>
            <input type="hidden" name="page" value={name} />
            <PagePicture page={page} turn={turned[name] ?? '0'} />
            <a href={`/files/${fileId}/preview#page=${page.page}`} target="_blank" rel="noreferrer">
              {title}
            </a>
            <label>
              <span>{t(words.order)}</span>
              {/* The number is the place: after a move each is told anew. */}
              <input
                key={at}
                type="number"
                className="input"
                name={`order-${name}`}
                min={0}
                max={9999}
                defaultValue={at + 1}
              />
            </label>
            <label>
              <span>{t(words.turn)}</span>
              <select
                className="input"
                name={`turn-${name}`}
                value={turned[name] ?? '0'}
                onChange={({ target }) => setTurned((all) => ({ ...all, [name]: target.value }))}
              >
                {turns.map(({ value, text }) => (
                  <option key={value} value={value}>
                    {t(text)}
                  </option>
                ))}
              </select>
            </label>
            <label className="check-line">
              <input type="checkbox" className="check" name={`drop-${name}`} value="1" />
              <span>{t(words.drop)}</span>
            </label>
            {isAwake && (
              <p>
                {at > 0 && <Act kind="link" icon="arrow-up" text={t(words.up)} onAct={() => move(at, -1)} />}{' '}
                {at < order.length - 1 && (
                  <Act kind="link" icon="arrow-down" text={t(words.down)} onAct={() => move(at, 1)} />
                )}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** A page as it will stand; where none is drawn the sheet with its number, which a click opens. */
function PagePicture({ page, turn }: { readonly page: ShownPage; readonly turn: string }) {
  return (
    <svg viewBox="0 0 140 140" aria-hidden="true" className="page-picture">
      <g transform={`rotate(${turn} 70 70)`}>
        {page.picture ? (
          <image href={page.picture} width="140" height="140" />
        ) : (
          <>
            <rect x="20" width="100" height="140" />
            <text x="70" y="82" textAnchor="middle">
              {page.page}
            </text>
          </>
        )}
      </g>
    </svg>
  )
}
