import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { validOn } from '#engines/directory/index.ts'
import type { nationalPortalContract } from '../contract.ts'

interface Delisted {
  readonly code: string
  readonly name: string
  readonly since: Date
}

/** Procedures that are taken here without an end, and that the national list held once and holds no more; the last to go first. */
const delistedProcedures = (tx: Queries, on: PlainDate): Promise<Delisted[]> =>
  rows(
    tx,
    sql<Delisted>`select r.code, p.name, r.changed_at as since
      from national_portal.procedure_record r join services.procedure p on p.code = r.code and ${validOn('p', on)}
      where not r.is_listed and (select v.effective_to from services.procedure last join services.procedure_version v on v.id = last.version_id
        where last.code = p.code order by last.valid_from desc limit 1) is null order by r.changed_at desc, r.code limit 200`,
  )

/** What the national list says of procedures here that no record of a catalogue says. */
export const listHandlers: Pick<Handlers<typeof nationalPortalContract>, 'listDelistedProcedures'> = {
  listDelistedProcedures: (ctx) => delistedProcedures(ctx.tx, dateAt(ctx.now())),
}
