import { addDays } from '#values/plain-date.ts'
import { showArea } from '#values/show-area.ts'
import { showShare } from '#values/show-share.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { ShapeMap, type Look } from '#ui/map/ShapeMap.tsx'
import { boundaryWords, lookWords } from '../boundary/words.ts'
import { useAdmin, useSay } from '../use-admin.ts'
import type { Maps } from './map-view.ts'
import type { View } from './view.ts'
import { reorganisationWords } from './words.ts'

const words = {
  before: { vi: 'Trước, ngày {day}', en: 'Before, on {day}' },
  after: { vi: 'Sau, từ ngày {day}', en: 'After, from {day}' },
  missing: { vi: 'Chưa có ranh giới của {count} địa bàn', en: 'No boundary of {count} areas yet' },
  import: { vi: 'Nhập ranh giới', en: 'Import boundaries' },
  none: { vi: 'Ngày này chưa có ranh giới nào', en: 'No boundaries on this day' },
  moves: { vi: 'Đất nào về đâu', en: 'Which ground goes where' },
  from: { vi: 'Địa bàn trước', en: 'Area before' },
  to: { vi: 'Về', en: 'Goes to' },
  share: { vi: 'Phần về đó, theo phương án', en: 'Share of it, by the plan' },
  gains: { vi: 'nhận thêm', en: 'gains ground' },
} as const satisfies Record<string, Words>

/** The map before and after, and beside it the list of what changes, with sizes where both are known. */
export function MapsOf({ view, maps }: { readonly view: View; readonly maps: Maps }) {
  const { language } = useAdmin()
  const t = useSay()
  const size = (squareKilometres: number | null) => (squareKilometres === null ? '–' : showArea(squareKilometres))
  return (
    <>
      <Block>
        <p className="in-line">
          <Act kind="link" icon="arrow-left" text={t(reorganisationWords.back)} href={`/quan-tri/sap-xep/${view.id}`} />
        </p>
        {maps.missing.length > 0 && (
          <NoteBox tone="soon" icon="alert-triangle">
            <details className="more">
              <summary>{t(words.missing, { count: maps.missing.length })}</summary>
              <p>{maps.missing.map(({ name }) => name).join(', ')}</p>
            </details>
            <a href={`/quan-tri/to-chuc/ranh-gioi?ngay=${view.effectiveOn}`}>{t(words.import)}</a>
          </NoteBox>
        )}
      </Block>
      <Picture
        title={t(words.before, { day: showDate(addDays(view.effectiveOn, -1)) })}
        day={view.asOf}
        map={maps.before}
      />
      <Picture title={t(words.after, { day: showDate(view.effectiveOn) })} day={view.effectiveOn} map={maps.after} />
      <Block>
        <details className="more">
          <summary>{t(words.moves)}</summary>
          <DataTable
            language={language}
            caption={t(words.moves)}
            density="tight"
            columns={[
              { key: 'from', title: t(words.from), heads: true },
              { key: 'before', title: t(boundaryWords.size), width: 100, number: true, quiet: true },
              { key: 'share', title: t(words.share), width: 110, number: true },
              { key: 'to', title: t(words.to) },
              { key: 'after', title: t(boundaryWords.size), width: 100, number: true, quiet: true },
            ]}
            rows={maps.moves.map(({ from, to, share, before, after }) => ({
              id: `${from.code} ${to.code}`,
              from: `${from.name} (${from.code})`,
              before: size(before),
              share: share === null ? '' : showShare(share, 1),
              to: `${to.name} (${to.code})`,
              after: size(after),
            }))}
          />
        </details>
      </Block>
    </>
  )
}

interface PictureProps {
  readonly title: string
  readonly day: string
  readonly map: Maps['before']
}

/** One of the two maps. */
function Picture({ title, day, map: { drawn, shapes } }: PictureProps) {
  const t = useSay()
  const say = (look: Look) => t(look === 'changed' ? words.gains : lookWords[look])
  const looks = [...new Set(shapes.map(({ look }) => look))]
  return (
    <Block title={title} small>
      {shapes.length === 0 ? (
        <EmptyState title={t(words.none)} icon="map" tone="paused" />
      ) : (
        <ShapeMap
          title={title}
          drawn={drawn}
          shapes={shapes.map(({ id, name, look, size }) => ({
            id,
            label: `${name}, ${showArea(size)}, ${say(look)}`,
            href: `/quan-tri/to-chuc/ranh-gioi?${new URLSearchParams({ ngay: day, 'dia-ban': id })}`,
            look,
          }))}
          legend={looks.map((look) => ({
            look,
            text: `${say(look)}: ${shapes.filter((one) => one.look === look).length}`,
          }))}
          skip={t(boundaryWords.skip)}
        />
      )}
    </Block>
  )
}
