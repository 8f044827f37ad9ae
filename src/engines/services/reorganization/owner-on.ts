import { sql, type Fragment } from '#kernel/database/query.ts'

/** The body that had a dossier on a day, also if a reorganisation moved it since; as a scalar over the row `d`. */
export const ownerOn = (on: Fragment, id: Fragment = sql`d.id`): Fragment => sql`
  coalesce((select (moved.before->>'owner')::uuid from services.moved join directory.reorganization reform on reform.id = moved.reorganization_id
    where moved.entity = 'dossier' and moved.id = ${id} and reform.effective_on > ${on} order by reform.effective_on limit 1), d.owner_id)`
