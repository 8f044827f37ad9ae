import { showDong } from '#values/money.ts'
import { showClock } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { comparedWords } from '#engines/payments/web/index.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { accountsWords } from './words.ts'

type Rows = Awaited<ReturnType<Client['payments']['reconcileDay']>>['compared']

const words = {
  title: { vi: 'Qua nền tảng thanh toán', en: 'By the payment platform' },
  none: { vi: 'Không có giao dịch nào trong ngày.', en: 'No transaction on this day.' },
  state: { vi: 'Kết quả', en: 'State' },
  reference: { vi: 'Mã tham chiếu', en: 'Reference' },
  ours: { vi: 'Tỉnh ghi', en: 'Ours' },
  theirs: { vi: 'Nền tảng ghi', en: 'Theirs' },
  counts: { vi: '{matched} khớp, {open} cần xem', en: '{matched} matched, {open} to look at' },
} as const satisfies Record<string, Words>

const tones = { matched: 'good', 'ours-only': 'soon', 'theirs-only': 'late', differs: 'late' } as const

/** Ours beside the platform's, what does not agree first. */
export function Compared({ rows }: { readonly rows: Rows }) {
  const { language } = useOffice()
  const t = useSay()
  const matched = rows.filter(({ state }) => state === 'matched').length
  const money = (amount: number | null) => (amount === null ? '–' : showDong(amount))
  return (
    <Block title={t(words.title)} note={t(words.counts, { matched, open: rows.length - matched })}>
      {rows.length === 0 ? (
        <p className="quiet">{t(words.none)}</p>
      ) : (
        <DataTable
          language={language}
          caption={t(words.title)}
          density="tight"
          inset
          columns={[
            { key: 'state', title: t(words.state), width: 170 },
            { key: 'reference', title: t(words.reference), heads: true, code: true },
            { key: 'dossier', title: t(accountsWords.dossier), code: true },
            { key: 'ours', title: t(words.ours), number: true, width: 105 },
            { key: 'theirs', title: t(words.theirs), number: true, width: 105 },
            { key: 'time', title: t(accountsWords.time), width: 60 },
          ]}
          rows={rows.map((row) => ({
            id: `${row.reference} ${row.transactionCode}`,
            ...(tones[row.state] === 'late' && { tone: 'late' as const }),
            state: (
              <StatusText tone={tones[row.state]} icon={row.state === 'matched' ? 'check' : 'alert-triangle'}>
                {t(comparedWords[row.state])}
              </StatusText>
            ),
            reference: row.reference,
            dossier: row.fileCode ?? '–',
            ours: money(row.ours),
            theirs: money(row.theirs),
            time: showClock(row.at),
          }))}
        />
      )}
    </Block>
  )
}
