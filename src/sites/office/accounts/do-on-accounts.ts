import type { Client } from '#engines/contract.ts'
import { textOf } from '../../form-text.ts'
import { readDong } from './read-dong.ts'

/** Does what a form of this screen asks for, by its field `viec`. */
export async function doOnAccounts(payments: Client['payments'], form: FormData): Promise<void> {
  const text = (name: string) => textOf(form, name)
  const id = text('id')
  switch (text('viec')) {
    case 'sao-ke':
      await payments.takeStatement({ content: text('noi-dung') })
      return
    case 'tai-khoan':
      await payments.setBeneficiary({
        unitId: id,
        accountNumber: text('so-tai-khoan'),
        accountName: text('ten-tai-khoan'),
        bankCode: text('ngan-hang'),
      })
      return
    case 'ky-nhan':
      await payments.signClosing({ id })
      return
    case 'huy-nham':
      await payments.voidReceipt({ id, kind: 'mistaken', reason: text('ly-do') })
      return
    case 'thay':
      await payments.voidReceipt({
        id,
        kind: 'replaced',
        reason: text('ly-do'),
        ...(text('nguoi-nop') && { payerName: text('nguoi-nop') }),
      })
      return
    case 'hoan':
      await payments.refundPaid({
        receiptId: id,
        amount: readDong(text('so-tien')),
        decision: text('quyet-dinh'),
        reason: text('ly-do'),
      })
      return
    case 'quyet-dinh':
      await payments.decideRefund({ id, decision: text('quyet-dinh') })
      return
    default:
      await payments.returnRefund({ id, transferCode: text('chung-tu') })
  }
}
