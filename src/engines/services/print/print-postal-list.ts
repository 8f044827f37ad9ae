import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { unitName } from '#engines/directory/index.ts'
import type { ServicesParts } from '../parts.ts'
import { ordersOnList } from '../postal/postal-order.ts'
import { procedureVersion } from '../procedure/procedure.ts'
import { printForm } from './print-form.ts'
import { letterheadOf, pdfFile } from './sheet.ts'

/** The numbered list that counter and post both sign: results to deliver with their addresses, papers to collect. */
export async function printPostalList(ctx: Context, parts: ServicesParts, listId: string): Promise<File> {
  const orders = await ordersOnList(ctx, listId)
  const [{ listNumber, movedAt, receiverId }] = orders as [(typeof orders)[number]]
  const number = listNumber ?? ''
  ctx.note({
    objectType: 'postal-list',
    objectId: listId,
    subjects: orders.map(({ applicantId }) => applicantId),
    facts: { number, rows: orders.length },
  })
  const bytes = await printForm(parts.printer, 'postal-list', {
    letterhead: await letterheadOf(ctx, parts, receiverId, dateAt(movedAt), number),
    from: await unitName(ctx.tx, receiverId, dateAt(movedAt)),
    at: movedAt,
    rows: await Promise.all(
      orders.map(async (order) => ({
        kind: order.kind,
        dossierCode: order.code,
        recipient: order.recipient,
        address: order.address,
        procedure: (await procedureVersion(ctx.tx, order.versionId)).name.vi,
        ...(order.phone !== null && { phone: order.phone }),
        ...(order.trackingNumber !== null && { trackingNumber: order.trackingNumber }),
        ...(order.wantedOn !== null && { wantedOn: order.wantedOn }),
      })),
    ),
  })
  return pdfFile(bytes, `buu-dien-${number.replace('/', '-')}.pdf`)
}
