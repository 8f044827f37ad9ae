import type { Words } from '#values/words.ts'
import type { Item, Method } from '#engines/payments/index.ts'
import type { DossierRows } from '../insert-dossiers.ts'
import type { DemoHolder } from '../province.ts'

/** A fee as its row says it once nothing about it waits to be decided. */
export interface OwedFee {
  readonly fee: string
  readonly name: Words
  /** Whole đồng. */
  readonly amount: number
  readonly payAt: string
}

/** What was asked to pay less of, as its row says it. */
export interface AskedExemption extends Omit<OwedFee, 'amount'> {
  readonly ground: string
  readonly groundName: Words
  readonly basis: string | null
  readonly percent: number
  readonly fullAmount: number
  readonly amount: number
  readonly askedAt: Date
  readonly decided?: { readonly at: Date; readonly by: DemoHolder; readonly reason?: string }
}

/** A notice of the tax office, for which the clock stands. */
export interface LivedNotice {
  readonly id: string
  readonly notice: string
  readonly issuedBy: string
  readonly items: readonly { readonly name: string; readonly amount: number }[]
  readonly recordedAt: Date
  readonly recordedBy: string
}

/** A receipt; one that said a wrong name is void, and another follows it. */
export interface LivedReceipt {
  readonly id: string
  readonly at: Date
  readonly payerName: string
  readonly voided?: { readonly at: Date; readonly by: string; readonly reason: string }
  number?: number
}

/** Money that goes back: taken twice by the platform, or too much at a desk. */
export interface LivedRefund {
  readonly cause: 'charged-twice' | 'decided'
  readonly about: string
  readonly amount: number
  readonly owedAt: Date
  readonly reason?: string
  readonly decided?: { readonly at: Date; readonly by: DemoHolder; readonly decision: string }
  readonly returned?: { readonly at: Date; readonly transferCode: string }
}

export interface LivedPaid {
  readonly attemptId: string
  readonly method: Method
  readonly at: Date
  /** Who took it at the desk; absent: it came by the platform. */
  readonly takenBy?: DemoHolder
  /** Of the platform; two where it took it twice. */
  readonly transactions: readonly string[]
  readonly receipts: readonly LivedReceipt[]
  refund?: LivedRefund
  /** A first try that came to nothing. */
  readonly failedAt?: Date
  closingId?: string
}

/** An order of a dossier: what was paid, what a notice asks for still, or what is owed no more. */
export interface LivedOrder {
  readonly id: string
  readonly row: DossierRows
  readonly reference: string
  readonly items: readonly Item[]
  readonly total: number
  readonly openedAt: Date
  readonly state: 'due' | 'paid' | 'cancelled'
  readonly paid?: LivedPaid
}

/** Everything about money of one dossier. */
export interface LivedMoney {
  readonly fees: readonly OwedFee[]
  readonly exemptions: readonly AskedExemption[]
  readonly notices: readonly LivedNotice[]
  readonly orders: readonly LivedOrder[]
}
