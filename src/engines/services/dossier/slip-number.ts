import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { bookOf } from '#engines/directory/index.ts'
import { documentNumber, takeNumber } from '#engines/numbering/index.ts'

/** What the forms of Circular 01/2018/TT-VPCP bear behind their number: supplement (02), refusal (03), apology (04). */
const notations = { supplement: 'HDHS', reject: 'TCHS', apologise: 'PXL' } as const

/** The next number of the year in the book that a unit keeps of one form: `07/HDHS`. */
export async function takeSlipNumber(ctx: Context, act: keyof typeof notations, unitId: string): Promise<string> {
  const on = dateAt(ctx.now())
  const { byId } = await bookOf(ctx.tx, unitId, on)
  const order = await takeNumber(ctx.tx, `slip ${byId} ${notations[act]}`, on.slice(0, 4))
  return documentNumber(order, notations[act])
}

/** `0019/TNHS`: form 01 bears the number under which its dossier stands in the book of the counter. */
export const receiptSlipNumber = ({ order }: { readonly order: string }): string => `${order.padStart(4, '0')}/TNHS`
