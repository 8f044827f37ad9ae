import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { Icon } from '#ui/Icon.tsx'
import { StatusText } from '#ui/office/Badge.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { SectionTitle } from '#ui/office/Panes.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { columnsOf, goingAlong, type HandedOver, type Preview } from './going-along.tsx'

const words = {
  title: { vi: 'Đi theo quyết định này', en: 'What goes with it' },
  counted: {
    vi: '{own} tự làm lúc 00:00 · {needs} cần người',
    en: '{own} by themselves at 00:00 · {needs} need somebody',
  },
  what: { vi: 'Gì', en: 'What' },
  how: { vi: 'Cách làm', en: 'How' },
  byItself: { vi: 'Tự đổi', en: 'By itself' },
  needs: { vi: 'Cần người: {count}', en: 'Needs somebody: {count}' },
} as const satisfies Record<string, Words>

interface GoesAlongProps {
  readonly preview: Preview
  readonly effectiveOn: PlainDate
  readonly leaves: boolean
  readonly handover?: HandedOver | undefined
}

/** Everything that follows from one decision: rights, inbox, work, signing, delegations, what is seen, account. */
export function GoesAlong({ preview, effectiveOn, leaves, handover }: GoesAlongProps) {
  const { language } = useAdmin()
  const t = useSay()
  const rows = goingAlong({ preview, leaves, handover }, t)
  const needs = rows.filter((row) => row.needs > 0).length
  const columns = columnsOf(effectiveOn, t)
  return (
    <>
      <div className="block">
        <SectionTitle
          title={t(words.title)}
          right={<span className="quiet">{t(words.counted, { own: rows.length - needs, needs })}</span>}
        />
      </div>
      <DataTable
        language={language}
        caption={t(words.title)}
        density="loose"
        columns={[
          { key: 'what', title: t(words.what), width: 160, heads: true },
          { key: 'before', title: columns.before },
          { key: 'after', title: columns.after },
          { key: 'how', title: t(words.how), width: 130 },
        ]}
        rows={rows.map((row) => ({
          id: row.id,
          what: (
            <span className="in-line">
              <Icon name={row.icon} /> {row.what}
            </span>
          ),
          before: row.before,
          after: row.after,
          how: (
            <StatusText tone={row.needs > 0 ? 'soon' : 'good'} icon={row.needs > 0 ? 'alert-circle' : 'check'}>
              {row.needs > 0 ? t(words.needs, { count: row.needs }) : t(words.byItself)}
            </StatusText>
          ),
        }))}
      />
    </>
  )
}
