import { Fragment, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Words } from '#values/words.ts'
import { useKeys } from '#ui/keymap.ts'
import { Changed, NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow, IconButton } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FieldTable } from '#ui/office/Preview.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import type { OfficeDossier } from '../acts/acts.ts'
import { useOffice, useSay } from '../use-office.ts'
import { supplementHref, type DossierPlace } from './address.ts'

const words = {
  empty: { vi: 'bỏ trống', en: 'empty' },
  changed: { vi: 'Người nộp sửa theo ghim', en: 'Changed by the applicant as pinned' },
  pinned: { vi: 'Đã ghim: {reason}', en: 'Pinned: {reason}' },
  pin: { vi: 'Ghim {label}', en: 'Pin {label}' },
  unpin: { vi: 'Bỏ ghim {label}', en: 'Unpin {label}' },
  chosen: { vi: '{count} chỗ đã ghim', en: '{count} places pinned' },
  ask: { vi: 'Soạn yêu cầu bổ sung', en: 'Write the request' },
  clear: { vi: 'Bỏ ghim hết', en: 'Clear' },
  quick: { vi: 'Bấm M khi con trỏ ở một dòng để ghim dòng đó.', en: 'Press M over a row to pin it.' },
  none: { vi: 'Hồ sơ không có dữ liệu khai', en: 'No data' },
} as const satisfies Record<string, Words>

type Row = OfficeDossier['summary'][number]['rows'][number]

/** What the applicant stated, page by page; what was changed shows both values; rows can be pinned for the one request. */
export function DataTab({ dossier, place }: { readonly dossier: OfficeDossier; readonly place: DossierPlace }) {
  const { language } = useOffice()
  const t = useSay()
  const navigate = useNavigate()
  const [pins, setPins] = useState<readonly string[]>(place.pins)
  const [over, setOver] = useState<string>()
  const offer = dossier.allowed.find((one) => one.action === 'supplement')
  const canPin = offer !== undefined && offer.refused === undefined
  const toggle = (path: string) =>
    setPins((now) => (now.includes(path) ? now.filter((one) => one !== path) : [...now, path]))
  const ask = () => void navigate(supplementHref(dossier.id, offer?.step, pins))
  useKeys(canPin ? { pin: () => over !== undefined && toggle(over), ...(pins.length > 0 && { return: ask }) } : {})
  const changed = new Map(dossier.changed.map((one) => [one.path, one]))
  const asked = new Map((dossier.supplement?.pins ?? []).map((pin) => [pin.path, pin.reason]))
  const drawn = (row: Row) => {
    const was = changed.get(row.path)
    const reason = asked.get(row.path)
    const isPinned = pins.includes(row.path)
    return {
      term: row.label,
      value: was ? (
        <Changed before={was.before.join(', ') || t(words.empty)} after={was.now.join(', ') || t(words.empty)} />
      ) : (
        row.lines.join(', ') || <span className="quiet">{t(words.empty)}</span>
      ),
      aside: canPin && (
        <span data-path={row.path} className="field-act">
          <IconButton
            icon={isPinned ? 'pinned' : 'pin'}
            pressed={isPinned}
            label={t(isPinned ? words.unpin : words.pin, { label: row.label })}
            onAct={() => toggle(row.path)}
          />
        </span>
      ),
      note: was ? t(words.changed) : reason && t(words.pinned, { reason }),
      on: was !== undefined || isPinned,
      ...(reason !== undefined &&
        !canPin && { mark: { icon: 'pinned' as const, tone: 'info' as const, said: t(words.pinned, { reason }) } }),
    }
  }
  if (dossier.summary.length === 0) return <EmptyState icon="forms" tone="paused" title={t(words.none)} />
  return (
    <>
      {pins.length > 0 && canPin && (
        <NoteBox tone="waiting" icon="pinned" title={t(words.chosen, { count: pins.length })}>
          <ActionRow>
            <Act text={t(words.clear)} onAct={() => setPins([])} />
            <Act icon="user-question" text={t(words.ask)} onAct={ask} />
          </ActionRow>
        </NoteBox>
      )}
      {dossier.summary.map((page) => (
        <Block key={page.page} title={page.title}>
          <div
            onMouseOver={(event) =>
              setOver(
                (event.target as Element).closest('.field-table > div')?.querySelector<HTMLElement>('[data-path]')
                  ?.dataset['path'],
              )
            }
            onFocus={(event) =>
              setOver(
                event.target.closest('.field-table > div')?.querySelector<HTMLElement>('[data-path]')?.dataset['path'],
              )
            }
          >
            {[
              ...Map.groupBy(
                page.rows.filter((row) => row.table === undefined),
                (row) => row.under,
              ),
            ].map(([under, rows]) => (
              <Fragment key={under ?? ''}>
                {under !== undefined && under !== page.title && <p className="quiet">{under}</p>}
                <FieldTable rows={rows.map(drawn)} />
              </Fragment>
            ))}
          </div>
          {page.rows
            .filter((row) => row.table !== undefined)
            .map((row) => (
              <DataTable
                key={row.path}
                language={language}
                caption={row.label}
                inset
                columns={(row.table?.heads ?? []).map((title, at) => ({ key: `c${at}`, title }))}
                rows={(row.table?.rows ?? []).map((cells, at) => ({
                  id: `${row.path}-${at}`,
                  ...Object.fromEntries(cells.map((cell, column) => [`c${column}`, cell])),
                }))}
              />
            ))}
        </Block>
      ))}
      {canPin && <p className="quiet block">{t(words.quick)}</p>}
    </>
  )
}
