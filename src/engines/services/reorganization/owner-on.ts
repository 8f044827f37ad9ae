import { sql, type Fragment } from '#kernel/database/query.ts'

/** The body that had a dossier on a day, also if a reorganisation moved it since; as a scalar over the row `d`. */
export const ownerOn = (on: Fragment, id: Fragment = sql`d.id`): Fragment => sql`
  coalesce((select (m.before->>'owner')::uuid from services.moved m join directory.reorganization r on r.id = m.reorganization_id
    where m.entity = 'dossier' and m.id = ${id} and r.effective_on > ${on} order by r.effective_on limit 1), d.owner_id)`
