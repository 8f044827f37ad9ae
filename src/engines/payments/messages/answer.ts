import { z } from 'zod'
import type { PaymentPlatform } from '#kernel/payment-platform.ts'

/** Values come as text or as numbers. */
const Text = z.union([z.string(), z.number().int()]).transform(String)

const Answer = z.object({
  MaDoiTac: Text,
  MaThamChieu: Text.pipe(z.string().min(1).max(60)),
  // Some write đồng with a fraction, which is always nought.
  SoTien: Text.pipe(z.string().regex(/^\d{1,15}(\.0{1,4})?$/)).transform(Number),
  MaTienTe: Text.default('VND'),
  MaGiaoDich: Text.pipe(z.string().max(100)).default(''),
  MaNganHang: Text.pipe(z.string().max(50)).default(''),
  TrangThaiGD: Text.pipe(z.enum(['1', '3', '4'])),
})

/** What became of an attempt, as the platform says it (`TrangThaiGD`: 1 success, 3 pending, 4 failed). */
export interface Said {
  readonly reference: string
  readonly state: 'paid' | 'pending' | 'failed'
  /** Whole đồng. */
  readonly amount: number
  readonly transaction: string
  readonly bank: string
  /** Word for word, without the checksum. */
  readonly raw: Readonly<Record<string, unknown>>
}

const states = { '1': 'paid', '3': 'pending', '4': 'failed' } as const

/** Reads a callback or the answer to a check that bears the right checksum; undefined where it is not for us, or has not its shape. */
export function readAnswer(message: Readonly<Record<string, unknown>>, platform: PaymentPlatform): Said | undefined {
  const { MaXacThuc: _, ...raw } = message
  const parsed = Answer.safeParse(raw)
  if (!parsed.success || parsed.data.MaDoiTac !== platform.partner || parsed.data.MaTienTe !== 'VND') return undefined
  const { MaThamChieu, TrangThaiGD, SoTien, MaGiaoDich, MaNganHang } = parsed.data
  return {
    reference: MaThamChieu,
    state: states[TrangThaiGD],
    amount: SoTien,
    transaction: MaGiaoDich,
    bank: MaNganHang,
    raw,
  }
}
