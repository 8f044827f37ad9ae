import { createHash } from 'node:crypto'

export const partner = 'LIENTHONG'
export const secret = 'chi-de-chay-thu-thanh-toan'

/** A payment as this platform keeps it. */
export interface Payment {
  readonly reference: string
  readonly asked: string
  readonly title: string
  readonly payer: string
  state: '1' | '3' | '4'
  /** What was paid, and under which transactions: more than one is a mistake of the bank. */
  amount: string
  transactions: string[]
  at: Date
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Whether a partner's Init bears the right checksum. */
export function isFromPartner(message: Record<string, unknown>, fields: readonly string[]): boolean {
  const values = fields.map((field) => (typeof message[field] === 'string' ? message[field] : ''))
  return message['MaXacThuc'] === sha256([...values, secret].join('|'))
}

export const initFields =
  'LoaiBanTin PhienBan MaDoiTac MaThamChieu SoTien LoaiHinhThanhToan MaKenhThanhToan MaThietBi NgonNgu MaTienTe MaNganHang ThongTinGiaoDich ThoiGianGD Ip'.split(
    ' ',
  )
export const checkFields = 'LoaiBanTin PhienBan MaDoiTac MaThamChieu ThoiGianGD'.split(' ')

/** What is said of a payment, signed: as callback and as the answer to a question. */
export function answerOf(payment: Payment, transaction = payment.transactions[0] ?? ''): Record<string, string> {
  const said = {
    LoaiBanTin: 'KETQUA',
    MaLoi: payment.state === '4' ? '24' : '00',
    MaDoiTac: partner,
    MaThamChieu: payment.reference,
    SoTien: payment.amount,
    MaTienTe: 'VND',
    MaGiaoDich: transaction,
    MaNganHang: payment.transactions.length > 0 ? 'NHTHU' : '',
    ThoiGianGD: writtenTime(payment.at),
    ThongTinGiaoDich: payment.title,
    TrangThaiGD: payment.state,
  }
  return { ...said, MaXacThuc: sha256([...Object.values(said), secret].join('|')) }
}

/** `yyyyMMddHHmmss` in Viet Nam. */
function writtenTime(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')
}

/** The statement of everything that was paid, one line a transaction. */
export const statementOf = (payments: Iterable<Payment>): string =>
  [
    'MaThamChieu,MaGiaoDich,SoTien,ThoiGianGD',
    ...[...payments].flatMap((one) =>
      one.transactions.map((code) => `${one.reference},${code},${one.amount},${writtenTime(one.at)}`),
    ),
  ].join('\n') + '\n'
