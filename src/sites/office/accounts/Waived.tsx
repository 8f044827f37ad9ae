import { showDong } from '#values/money.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { useSay } from '../use-office.ts'

const words = {
  title: { vi: 'Miễn, giảm', en: 'Not collected' },
  none: { vi: 'Không miễn, giảm khoản nào trong ngày.', en: 'Nobody was exempt on this day.' },
  count: { vi: '{count} khoản, không thu {amount}', en: '{count}, {amount} not collected' },
  total: { vi: 'Cộng', en: 'Total' },
} as const satisfies Record<string, Words>

interface WaivedProps {
  readonly rows: Awaited<ReturnType<Client['payments']['reconcileDay']>>['waived']
}

/** What was not collected on a day because payers are exempt: how often and how much, by counter and ground. */
export function Waived({ rows }: WaivedProps) {
  const t = useSay()
  const say = (counted: readonly { readonly count: number; readonly waived: number }[]) =>
    t(words.count, {
      count: counted.reduce((sum, { count }) => sum + count, 0),
      amount: showDong(counted.reduce((sum, { waived }) => sum + waived, 0)),
    })
  const units = [...Map.groupBy(rows, ({ unitName }) => unitName)]
  return (
    <Block title={t(words.title)}>
      {rows.length === 0 && <p className="quiet">{t(words.none)}</p>}
      {units.map(([unit, ofUnit]) => (
        <section key={unit}>
          <h3>{unit}</h3>
          <FactRows
            rows={[
              ...ofUnit.map((row) => ({ term: t(row.ground), value: say([row]), note: row.basis ?? undefined })),
              ...(ofUnit.length > 1 ? [{ term: t(words.total), value: say(ofUnit) }] : []),
            ]}
          />
        </section>
      ))}
    </Block>
  )
}
