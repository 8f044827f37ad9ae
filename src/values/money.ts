import { z } from 'zod'

declare const dong: unique symbol

/** An amount in whole đồng; never a fraction, never beyond what a double holds exactly. */
export type Dong = number & { readonly [dong]: true }

export const Dong = z
  .number()
  .int()
  .min(-9e15)
  .max(9e15)
  .transform((amount) => amount as Dong)

/** `135000` → `135.000 ₫`, with a no-break space. */
export const showDong = (amount: number): string => `${groupThousands(amount)}\u00a0₫`

/** `1234567` → `1.234.567`, as numbers are written in Viet Nam. */
export function groupThousands(amount: number): string {
  return String(Math.trunc(amount)).replace(/\B(?=(\d{3})+$)/g, '.')
}
