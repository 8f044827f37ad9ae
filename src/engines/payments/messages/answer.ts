import { z } from 'zod'
import type { PaymentPlatform } from '#kernel/payment-platform.ts'
import { isAuthentic } from './checksum.ts'

/** Values come as text or as numbers. */
const Text = z.union([z.string(), z.number().int()]).transform(String)

const Answer = z.object({
  MaDoiTac: Text,
  MaThamChieu: Text.pipe(z.string().min(1).max(60)),
  SoTien: Text.pipe(z.string().regex(/^\d{1,15}$/)).transform(Number),
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

/** Reads a callback or the answer to a check; undefined where it was not made by the platform for us, or has not its shape. */
export function readAnswer(message: unknown, platform: PaymentPlatform): Said | undefined {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return undefined
  const { MaXacThuc: _, ...raw } = message as Record<string, unknown>
  if (!isAuthentic(message as Record<string, unknown>, platform)) return undefined
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
