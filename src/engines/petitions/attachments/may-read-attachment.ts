import { find, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import { isSeen } from '../rights.ts'
import { isAnswered } from './attachment.ts'

/**
 * Whether a file may be read as part of a petition: by officials who see it, by its sender, and by everybody where it was published with the
 * answer. What is sealed is never read this way.
 * @right
 */
export const mayReadAttachment = (db: Queries, actor: Actor, fileId: string) =>
  find(
    db,
    sql<{ objectType: string; objectId: string; subjects: string[] }>`
      select 'petition' as object_type, p.id as object_id,
        array(select s.person_id from petitions.sender s where s.petition_id = p.id and s.person_id is not null) as subjects
      from petitions.attachment a join petitions.petition p on p.id = a.petition_id
      where a.file_id = ${fileId} and a.sealed_type is null and (
        ${isSeen(actor)}
        or exists (select 1 from petitions.petition q join petitions.sender s on s.petition_id = q.id
          where s.person_id = ${actor.kind === 'citizen' ? (actor.person ?? null) : null}
            and ((q.id = p.id and a.part = 'sender') or (p.id in (q.id, q.merged_into) and ${isAnswered(sql`q.answered_at`)})))
        or (a.is_public and exists (select 1 from petitions.published b where b.petition_id = p.id)))`,
  )
