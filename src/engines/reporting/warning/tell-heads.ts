import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Listener } from '#kernel/operations/engine.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { holdersOfRight } from '#engines/directory/index.ts'
import { tell } from '#engines/notification/index.ts'

interface Warned {
  readonly unitId: string
  readonly dossierIds: readonly string[]
}

/** Whoever gives work in the unit is told, once of each dossier: of several that are found together in one message. */
export const tellHeads = (publicUrl: string): Listener => ({
  event: 'dossiers.at-risk',
  name: 'tell-heads-of-risk',
  async run(ctx: Context, { unitId, dossierIds }: Warned, eventId: string) {
    const dossiers = await rows(
      ctx.tx,
      sql<{ id: string; code: string; deadline: Date }>`select id, code, deadline from services.dossier
        where id = any(${dossierIds}::uuid[]) and is_open order by deadline, id`,
    )
    const [first] = dossiers
    if (first === undefined) return
    const due = showDate(dateAt(first.deadline))
    const words =
      dossiers.length === 1
        ? {
            vi: `Hồ sơ ${first.code} có nguy cơ trễ hạn (hạn ${due}).`,
            en: `Dossier ${first.code} will probably be late (due ${due}).`,
          }
        : {
            vi: `${dossiers.length} hồ sơ của đơn vị có nguy cơ trễ hạn, sớm nhất là ${first.code} (hạn ${due}).`,
            en: `${dossiers.length} dossiers of your unit will probably be late, first ${first.code} (due ${due}).`,
          }
    const link = dossiers.length === 1 ? `/can-bo/ho-so/${first.id}` : `/can-bo/nguy-co?don-vi=${unitId}`
    const holders = await holdersOfRight(ctx.tx, unitId, 'task.reassign', dateAt(ctx.now()))
    for (const personId of new Set(holders.map((one) => one.personId)))
      await tell(
        ctx.tx,
        { personId, to: 'staff', kind: 'dossier.at-risk', words, link, dedupe: eventId, at: ctx.now() },
        publicUrl,
      )
  },
})
