import { find, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { mayCall, type Actor } from '#kernel/operations/actor.ts'
import { dossierAccess, maySee } from './dossier-access.ts'
import { invitedToFile } from '../co-applicant/invitation.ts'

/**
 * Whether a file may be read because it is a paper of a dossier that the actor may see (replaced papers included), or of the draft
 * that they write at a counter, whoever of it sent the file. What else is not sent yet only its owner reads, and of a citizen's draft
 * those named in it. Answers whose data it is, for the trail; of a draft at a counter nobody knows yet.
 * @right
 */
export const mayReadFile = async (db: Queries, actor: Actor, fileId: string, now: Date) =>
  (await find(
    db,
    sql<{ objectType: string; objectId: string; subjects: string[] }>`
      select 'dossier' as object_type, d.id as object_id,
        d.applicant_id || array(select co.person_id from services.dossier_co_applicant co where co.dossier_id = d.id) as subjects
      from services.dossier d
      where ${maySee(dossierAccess({ actor, now: () => now }))}
        and exists (select 1 from services.dossier_paper p where p.dossier_id = d.id and p.file_id = ${fileId})
      ${mayCall(actor, 'dossier.receive') ? heldAtCounter(actor, fileId) : sql``}
      limit 1`,
  )) ?? (actor.kind === 'citizen' ? invitedToFile(db, actor, fileId, now) : undefined)

/** @right */
const heldAtCounter = (actor: Actor, fileId: string) =>
  sql`union all select 'draft', d.id, '{}'::uuid[] from services.draft d join services.draft_paper p on p.draft_id = d.id
    where p.file_id = ${fileId} and d.account_id = ${actor.account}`
