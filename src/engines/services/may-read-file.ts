import { find, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { mayCall, type Actor } from '#kernel/operations/actor.ts'
import { dossierAccess, maySee } from './dossier-access.ts'

/**
 * Whether a file may be read because it is a paper of a dossier that the actor may see (replaced papers included), or of the draft
 * that they write at a counter, whoever of it sent the file. What else is not sent yet, drafts and supplements, only its owner reads.
 * Answers whose data it is, for the trail; of a draft at a counter nobody knows yet.
 */
export const mayReadFile = (db: Queries, actor: Actor, fileId: string) =>
  find(
    db,
    sql<{ objectType: string; objectId: string; subject: string | null }>`
      select 'dossier' as object_type, d.id as object_id, d.applicant_id as subject from services.dossier d
      where ${maySee(dossierAccess(actor))}
        and exists (select 1 from services.dossier_paper p where p.dossier_id = d.id and p.file_id = ${fileId})
      ${mayCall(actor, 'dossier.receive') ? heldAtCounter(actor, fileId) : sql``}
      limit 1`,
  )

const heldAtCounter = (actor: Actor, fileId: string) =>
  sql`union all select 'draft', d.id, null from services.draft d join services.draft_paper p on p.draft_id = d.id
    where p.file_id = ${fileId} and d.counter_id is not null and d.account_id = ${actor.account}`
