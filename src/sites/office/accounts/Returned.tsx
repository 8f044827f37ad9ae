import { showDong } from '#values/money.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { refundWords } from '#engines/payments/web/index.ts'
import { Block } from '#ui/office/Panes.tsx'
import { useSay } from '../use-office.ts'

const words = {
  title: { vi: 'Đã hoàn trả trong ngày', en: 'Returned on this day' },
  sum: { vi: 'Cộng {amount}', en: 'Total {amount}' },
  by: {
    vi: 'Quyết định {decision}, chứng từ {transfer}, {by} ghi',
    en: 'Decision {decision}, transfer {transfer}, written by {by}',
  },
} as const satisfies Record<string, Words>

interface ReturnedProps {
  readonly rows: Awaited<ReturnType<Client['payments']['reconcileDay']>>['returned']
}

/** What went back to payers on a day; nothing where nothing did. */
export function Returned({ rows }: ReturnedProps) {
  const t = useSay()
  if (rows.length === 0) return null
  const sum = rows.reduce((total, { amount }) => total + amount, 0)
  return (
    <Block title={t(words.title)} note={t(words.sum, { amount: showDong(sum) })}>
      {rows.map((row) => (
        <p key={row.id}>
          <b>{showDong(row.amount)}</b>, <span className="code">{row.fileCode}</span>, {row.unitName}
          <br />
          <span className="quiet">
            {refundWords[row.cause] && t(refundWords[row.cause] as Words)}{' '}
            {t(words.by, { decision: row.decision, transfer: row.transferCode, by: row.returnedBy })}
          </span>
        </p>
      ))}
    </Block>
  )
}
