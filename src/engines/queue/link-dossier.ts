import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { getVisibleDossier } from '#engines/services/index.ts'
import { bindConfirmation } from './confirmation.ts'
import type { ShownText } from './contract/shapes.ts'

interface Linked {
  readonly dossierId: string
  /** What the form said when it was received, as it would be shown on the tablet. */
  readonly shown?: ShownText | undefined
}

/**
 * Ties a dossier that the caller sees to the number at their desk, and to what was confirmed there; nothing is tied while nobody is served.
 */
export async function linkDossier(ctx: Context, { dossierId, shown }: Linked) {
  await getVisibleDossier(ctx, dossierId)
  const confirmed = shown !== undefined && (await bindConfirmation(ctx, dossierId, shown))
  const ticket = await find(
    ctx.tx,
    sql<{ id: string }>`select t.id from queue.ticket t join queue.desk d on d.id = t.desk_id
      where d.officer_id = ${ctx.actor.account} and t.state = 'called'`,
  )
  if (ticket === undefined) return { linked: false, confirmed }
  await run(
    ctx.tx,
    sql`insert into queue.ticket_dossier (ticket_id, dossier_id) values (${ticket.id}, ${dossierId}) on conflict do nothing`,
  )
  ctx.note({ objectType: 'ticket', objectId: ticket.id, facts: { dossier: dossierId } })
  return { linked: true, confirmed }
}

/** The dossiers that a number was served with. */
export const dossiersOf = (ctx: Context, ticketId: string): Promise<{ id: string; code: string }[]> =>
  rows(
    ctx.tx,
    sql<{
      id: string
      code: string
    }>`select d.id, d.code from queue.ticket_dossier td join services.dossier d on d.id = td.dossier_id
      where td.ticket_id = ${ticketId} order by d.code`,
  )
