import { Form } from 'react-router'
import { showDong } from '#values/money.ts'
import { showClock } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { FieldRow, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { accountsWords } from './words.ts'

type Row = Awaited<ReturnType<Client['payments']['listReceipts']>>['rows'][number]

const words = {
  title: { vi: 'Biên lai trong ngày', en: 'Receipts of the day' },
  none: { vi: 'Chưa có biên lai nào.', en: 'No receipt yet.' },
  payer: { vi: 'Người nộp', en: 'Paid by' },
  void: { vi: 'Đã hủy', en: 'Void' },
  print: { vi: 'In biên lai {number}', en: 'Print receipt {number}' },
  change: { vi: 'Hủy, hoàn trả…', en: 'Void, return…' },
  reason: { vi: 'Lý do', en: 'Reason' },
  name: { vi: 'Họ tên đúng, nếu thay', en: 'The right name, if replaced' },
  replace: { vi: 'Hủy, lập biên lai thay', en: 'Void and replace' },
  mistaken: { vi: 'Hủy vì thu nhầm (chưa nhận tiền)', en: 'Void: no money was taken' },
  back: { vi: 'Số tiền hoàn (đồng)', en: 'Amount to return' },
  decision: { vi: 'Số quyết định hoàn', en: 'Number of the decision' },
  return: { vi: 'Hoàn trả theo quyết định', en: 'Return by decision' },
  more: { vi: 'Xem tiếp', en: 'More' },
} as const satisfies Record<string, Words>

/** Every number of the day, void ones too, and what may be done about one. */
export function ListedReceipts({ rows, next }: { readonly rows: readonly Row[]; readonly next: string | undefined }) {
  const { language } = useOffice()
  const t = useSay()
  return (
    <Block title={t(words.title)} count={rows.length}>
      {rows.length === 0 ? (
        <p className="quiet">{t(words.none)}</p>
      ) : (
        <DataTable
          language={language}
          caption={t(words.title)}
          density="tight"
          inset
          columns={[
            { key: 'number', title: t(accountsWords.receipt), heads: true, code: true, width: 90 },
            { key: 'payer', title: t(words.payer) },
            { key: 'dossier', title: t(accountsWords.dossier), code: true },
            { key: 'method', title: t(accountsWords.method), width: 105 },
            { key: 'time', title: t(accountsWords.time), width: 60 },
            { key: 'amount', title: t(accountsWords.amount), number: true, width: 105 },
            { key: 'change', title: '', width: 250 },
          ]}
          rows={rows.map((row) => ({
            id: row.id,
            number: (
              <a href={`/api/payments/receipts/${row.id}/print`} aria-label={t(words.print, { number: row.number })}>
                {row.number}
              </a>
            ),
            payer: row.payerName,
            dossier: row.fileCode,
            method: t(accountsWords[row.method]),
            time: showClock(row.issuedAt),
            amount: showDong(row.amount),
            change: row.voidedAt ? (
              <>
                <StatusText tone="late" icon="ban">
                  {t(words.void)}
                </StatusText>
                <p className="quiet">{row.voidReason}</p>
              </>
            ) : (
              <ChangeReceipt row={row} />
            ),
          }))}
        />
      )}
      {next && <Act text={t(words.more)} href={next} />}
    </Block>
  )
}

function ChangeReceipt({ row }: { readonly row: Row }) {
  const t = useSay()
  const id = (name: string) => `${name}-${row.id}`
  return (
    <details>
      <summary>{t(words.change)}</summary>
      <Form method="post" className="money-form">
        <FormToken />
        <SendOnce />
        <input type="hidden" name="id" value={row.id} />
        <TextField id={id('ly-do')} name="ly-do" label={t(words.reason)} required />
        <TextField id={id('nguoi-nop')} name="nguoi-nop" label={t(words.name)} />
        <ActionRow>
          <Act text={t(words.replace)} name="viec" value="thay" />
          {row.canUndo && <Act text={t(words.mistaken)} name="viec" value="huy-nham" />}
        </ActionRow>
        <FieldRow>
          <TextField id={id('so-tien')} name="so-tien" label={t(words.back)} />
          <TextField id={id('quyet-dinh')} name="quyet-dinh" label={t(words.decision)} />
        </FieldRow>
        <Act text={t(words.return)} name="viec" value="hoan" />
      </Form>
    </details>
  )
}
