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

type Day = Awaited<ReturnType<Client['payments']['reconcileDay']>>

const words = {
  title: { vi: 'Qua nền tảng thanh toán', en: 'By the payment platform' },
  none: { vi: 'Không có giao dịch nào trong ngày.', en: 'No transaction on this day.' },
  state: { vi: 'Kết quả', en: 'State' },
  reference: { vi: 'Mã tham chiếu', en: 'Reference' },
  ours: { vi: 'Tỉnh ghi', en: 'Ours' },
  theirs: { vi: 'Nền tảng ghi', en: 'Theirs' },
  counts: { vi: '{matched} khớp, {open} cần xem', en: '{matched} matched, {open} to look at' },
  sums: {
    vi: 'Cộng: tỉnh ghi {ours}, nền tảng ghi {theirs}, lệch {difference}.',
    en: 'Total: ours {ours}, theirs {theirs}, difference {difference}.',
  },
  cut: {
    vi: 'Ở đây có {shown} dòng đầu; bảng CSV có đủ.',
    en: 'The first {shown} lines are here; the CSV has all of them.',
  },
} as const satisfies Record<string, Words>

const tones = { matched: 'good', 'ours-only': 'soon', 'theirs-only': 'late', differs: 'late' } as const

/** Ours beside the platform's, what does not agree first. */
export function Compared({ compared: rows, sums }: Pick<Day, 'compared' | 'sums'>) {
  const { language } = useOffice()
  const t = useSay()
  const { matched, open, ours, theirs } = sums
  const money = (amount: number | null) => (amount === null ? '–' : showDong(amount))
  return (
    <Block title={t(words.title)} note={t(words.counts, { matched, open })}>
      {rows.length === 0 ? (
        <p className="quiet">{t(words.none)}</p>
      ) : (
        <>
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
          <p>
            {t(words.sums, { ours: showDong(ours), theirs: showDong(theirs), difference: showDong(theirs - ours) })}
          </p>
          {matched + open > rows.length && <p className="quiet">{t(words.cut, { shown: rows.length })}</p>}
        </>
      )}
    </Block>
  )
}
