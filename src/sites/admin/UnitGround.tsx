import type { PlainDate } from '#values/plain-date.ts'
import { showArea } from '#values/show-area.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { ShapeMap } from '#ui/map/ShapeMap.tsx'
import { boundaryWords, lookWords } from './boundary/words.ts'
import type { Ground } from './organisation-data.ts'
import { useMay, useSay } from './use-admin.ts'

const words = {
  title: { vi: 'Địa bàn ngày {day}', en: 'Area on {day}' },
  map: { vi: 'Bản đồ: {name} và các địa bàn bên cạnh', en: 'Map: {name} and the areas beside it' },
} as const satisfies Record<string, Words>

interface UnitGroundProps {
  readonly ground: Ground
  readonly asOf: PlainDate
}

/** Where the area of a unit lies on the chosen day, among those beside it. */
export function UnitGround({ ground: { known, drawn, shapes }, asOf }: UnitGroundProps) {
  const t = useSay()
  const mayOpen = useMay('directory.reorganize')
  const looks = shapes.length > 1 ? (['chosen', 'faint'] as const) : []
  return (
    <Block title={t(words.title, { day: showDate(asOf) })} small>
      {known === undefined ? (
        <p className="quiet">{t(boundaryWords.unknown)}</p>
      ) : (
        <>
          <ShapeMap
            title={t(words.map, { name: known.name })}
            drawn={drawn}
            shapes={shapes.map(({ id, name }) => ({
              id,
              label: name,
              look: id === known.code ? 'chosen' : 'faint',
              ...(mayOpen && {
                href: `/quan-tri/to-chuc/ranh-gioi?${new URLSearchParams({ ngay: asOf, 'dia-ban': id })}`,
              }),
            }))}
            legend={looks.map((look) => ({ look, text: look === 'chosen' ? known.name : t(lookWords[look]) }))}
            skip={t(boundaryWords.skip)}
          />
          <FactRows
            rows={[
              { term: t(boundaryWords.size), value: showArea(known.squareKilometres) },
              { term: t(boundaryWords.from), value: showDate(known.from) },
              {
                term: t(boundaryWords.source),
                value: known.isJoined ? `${known.source} (${t(boundaryWords.joined)})` : known.source,
              },
            ]}
          />
        </>
      )}
    </Block>
  )
}
