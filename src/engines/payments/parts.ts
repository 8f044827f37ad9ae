import type { PaymentPlatform } from '#kernel/payment-platform.ts'
import type { Printer } from '#kernel/typst/printer.ts'

/** What this engine is given once, when the process starts. */
export interface PaymentsParts {
  /** Undefined: fees are paid at counters only. */
  readonly platform: PaymentPlatform | undefined
  readonly printer: Printer
  /** The address that links and QR codes lead to. */
  readonly publicUrl: string
  /** The notation of receipts, `BG-{yy}E`. */
  readonly symbol: string
  /** The notation of their form (ký hiệu mẫu), where the province has one. */
  readonly form?: string | undefined
  /** As said on papers. */
  readonly helpLine: string
}
