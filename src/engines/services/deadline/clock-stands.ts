import { sql, type Fragment } from '#kernel/database/query.ts'

/** Whether the clock of the row `d` stood at a moment: while it does nothing becomes late. Also of moments past, whatever has happened since. */
export const clockStands = (at: Fragment): Fragment => sql`exists (select from services.clock_stop k
  where k.dossier_id = d.id and k.stopped_at <= ${at} and (k.resumed_at is null or k.resumed_at > ${at}))`
