import type { ReactNode } from 'react'
import { groupThousands } from '#values/money.ts'
import { showPoints, showShare } from '#values/show-share.ts'
import type { Words } from '#values/words.ts'
import { listedDossiers, listedPetitions, listedProcedures } from '#engines/reporting/contract.ts'
import { DataTable } from '#ui/office/DataTable.tsx'
import { indexWords, type Index, type IndexRow } from '../index-asked.ts'
import { useOffice, useSay } from './use-office.ts'

const words = {
  table: { vi: 'Các chỉ số', en: 'Indicators' },
  id: { vi: 'Mã', en: 'Id' },
  name: { vi: 'Chỉ số và cách tính', en: 'Indicator and formula' },
  met: { vi: 'Đạt', en: 'Met' },
  missed: { vi: 'Chưa đạt', en: 'Not met' },
  of: { vi: 'Tổng', en: 'Of' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
} as const satisfies Record<string, Words>

const listed = new Set<string>([...listedDossiers, ...listedPetitions, ...listedProcedures])
const showIf = (share: number | null | undefined) => (share === null || share === undefined ? '–' : showShare(share, 1))

type Shares = Readonly<Record<string, number | null>>

interface IndexFiguresProps {
  readonly index: Index
  readonly before: Shares
  readonly whole: Shares | undefined
  readonly chosen: string | undefined
  /** Where the rows behind a figure are shown. */
  readonly behind: (id: string, which: 'met' | 'missed') => string
}

/** Each indicator with what it counts; a figure leads to its rows. */
export function IndexFigures({ index, before, whole, chosen, behind }: IndexFiguresProps) {
  const { language } = useOffice()
  const t = useSay()
  const figure = (id: string, which: 'met' | 'missed', count: number): ReactNode =>
    count === 0 || !listed.has(id) ? groupThousands(count) : <a href={behind(id, which)}>{groupThousands(count)}</a>
  const points = ({ points: had, most }: IndexRow) =>
    most === null ? '' : t(indexWords.of, { points: had === null ? '–' : showPoints(had), most: showPoints(most) })
  return (
    <DataTable
      language={language}
      caption={t(words.table)}
      sticky
      columns={[
        { key: 'number', title: t(words.id), width: 52 },
        { key: 'name', title: t(words.name), heads: true },
        { key: 'met', title: t(words.met), width: 76, number: true },
        { key: 'missed', title: t(words.missed), width: 84, number: true },
        { key: 'of', title: t(words.of), width: 76, number: true },
        { key: 'share', title: t(words.share), width: 76, number: true, strong: true },
        { key: 'before', title: t(indexWords.before), width: 84, number: true, quiet: true },
        ...(whole === undefined
          ? []
          : [{ key: 'whole' as const, title: t(indexWords.whole), width: 76, number: true, quiet: true }]),
        ...(index.scale === null
          ? []
          : [{ key: 'points' as const, title: t(indexWords.points), width: 90, number: true }]),
      ]}
      rows={index.rows.map((row) => ({
        id: row.id,
        selected: row.id === chosen,
        number: row.id === 'once' ? '–' : row.id,
        name: (
          <>
            <b>{row.name}</b>
            <br />
            <small>
              {row.reason ?? row.formula}
              {row.times !== null &&
                row.of !== null &&
                ` (${t(indexWords.synchronised, { share: showShare(row.times, 1) })})`}
            </small>
          </>
        ),
        ...(row.met === null || row.of === null
          ? { met: '–', missed: '–', of: '–' }
          : {
              met: figure(row.id, 'met', row.met),
              missed: figure(row.id, 'missed', row.of - row.met),
              of: groupThousands(row.of),
            }),
        share: showIf(row.share),
        before: showIf(before[row.id]),
        whole: whole && showIf(whole[row.id]),
        points: points(row),
      }))}
    />
  )
}
