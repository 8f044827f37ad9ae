import { Form } from 'react-router'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useSay } from '../use-office.ts'

type Rows = Awaited<ReturnType<Client['payments']['listBeneficiaries']>>

const words = {
  title: { vi: 'Tài khoản nhận tiền', en: 'Accounts that receive money' },
  none: { vi: 'chưa có', en: 'none yet' },
  number: { vi: 'Số tài khoản', en: 'Account number' },
  name: { vi: 'Tên tài khoản', en: 'Account name' },
  bank: { vi: 'Mã ngân hàng, kho bạc', en: 'Code of the bank' },
  save: { vi: 'Lưu tài khoản', en: 'Save' },
} as const satisfies Record<string, Words>

/** Into which account online payments go, by body; units below use it too. */
export function Beneficiaries({ rows }: { readonly rows: Rows }) {
  const t = useSay()
  return (
    <Block title={t(words.title)} count={rows.length}>
      {rows.map((row) => (
        <details key={row.unitId}>
          <summary>
            {row.unitName}: {row.accountNumber ?? t(words.none)}
          </summary>
          <Form method="post" className="money-form">
            <FormToken />
            <SendOnce />
            <input type="hidden" name="id" value={row.unitId} />
            <TextField
              id={`so-${row.unitId}`}
              name="so-tai-khoan"
              label={t(words.number)}
              value={row.accountNumber ?? ''}
              required
            />
            <TextField
              id={`ten-${row.unitId}`}
              name="ten-tai-khoan"
              label={t(words.name)}
              value={row.accountName ?? ''}
              required
            />
            <TextField
              id={`ma-${row.unitId}`}
              name="ngan-hang"
              label={t(words.bank)}
              value={row.bankCode ?? ''}
              required
            />
            <Act text={t(words.save)} name="viec" value="tai-khoan" />
          </Form>
        </details>
      ))}
    </Block>
  )
}
