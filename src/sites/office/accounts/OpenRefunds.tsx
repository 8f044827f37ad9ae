import { Form } from 'react-router'
import { showDong } from '#values/money.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { refundWords } from '#engines/payments/web/index.ts'
import { Act } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useSay } from '../use-office.ts'

type Rows = Awaited<ReturnType<Client['payments']['listRefunds']>>['rows']

const words = {
  title: { vi: 'Phải hoàn trả', en: 'To be returned' },
  none: { vi: 'Không có khoản nào.', en: 'Nothing.' },
  decision: { vi: 'Số quyết định', en: 'Number of the decision' },
  decide: { vi: 'Ghi quyết định', en: 'Write it down' },
  by: { vi: 'Quyết định {decision}, {by} ghi', en: 'Decision {decision}, by {by}' },
  transfer: { vi: 'Số chứng từ chuyển tiền', en: 'Number of the transfer' },
  returned: { vi: 'Ghi đã hoàn', en: 'It was returned' },
} as const satisfies Record<string, Words>

/** What came too much, until it went back: decided first, then returned. */
export function OpenRefunds({ rows }: { readonly rows: Rows }) {
  const t = useSay()
  return (
    <Block title={t(words.title)} count={rows.length}>
      {rows.length === 0 && <p className="quiet">{t(words.none)}</p>}
      {rows.map((row) => (
        <Form key={`${row.id} ${row.decision}`} method="post" className="money-form">
          <FormToken />
          <SendOnce />
          <input type="hidden" name="id" value={row.id} />
          <p>
            <b>{showDong(row.amount)}</b>, {row.payerName}, <span className="code">{row.fileCode}</span>
            <br />
            <span className="quiet">
              {row.reason ?? (refundWords[row.cause] && t(refundWords[row.cause] as Words))}{' '}
              {row.decision && t(words.by, { decision: row.decision, by: row.decidedBy ?? '' })}
            </span>
          </p>
          {row.decision === null ? (
            <>
              <TextField id={`qd-${row.id}`} name="quyet-dinh" label={t(words.decision)} required />
              <Act text={t(words.decide)} name="viec" value="quyet-dinh" />
            </>
          ) : (
            <>
              <TextField id={`ct-${row.id}`} name="chung-tu" label={t(words.transfer)} required />
              <Act icon="check" text={t(words.returned)} name="viec" value="da-hoan" />
            </>
          )}
        </Form>
      ))}
    </Block>
  )
}
