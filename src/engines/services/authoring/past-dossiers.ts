import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { factsOf, type Dossier } from '../dossier/dossier.ts'
import { stepsTaken } from '../deadline/steps-taken.ts'
import type { PastDossier } from './simulate.ts'

const mostDossiers = 10_000

interface Row extends Pick<Dossier, 'id' | 'code' | 'answers' | 'state' | 'channel' | 'place' | 'receiverId'> {
  readonly receivedAt: Date
}

/** The dossiers of a procedure that were finished within the last year, the newest 10,000, with the office minutes of their steps. */
export async function pastDossiers(ctx: Context, code: string): Promise<PastDossier[]> {
  const since = addDays(dateAt(ctx.now()), -365)
  const chosen = sql`select d.id from services.dossier d
    where d.procedure_code = ${code} and d.received_at is not null and d.finished_at >= ${since} order by d.filed_at desc limit ${mostDossiers}`
  const found = await rows(
    ctx.tx,
    sql<Row>`select d.id, d.code, d.answers, d.state, d.channel, d.place, d.receiver_id, d.received_at
      from services.dossier d where d.id in (${chosen}) order by d.filed_at desc, d.id`,
  )
  const taken = Map.groupBy(await stepsTaken(ctx, chosen), ({ dossierId }) => dossierId)
  return found.map((one) => {
    const spent = new Map<string, number>()
    for (const { step, minutes } of taken.get(one.id) ?? []) spent.set(step, (spent.get(step) ?? 0) + minutes)
    const { id, code: dossierCode, receivedAt } = one
    return { id, code: dossierCode, facts: factsOf(one), receivedOn: dateAt(receivedAt), spent }
  })
}
