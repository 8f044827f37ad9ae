import { find, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import { dossierAccess, maySee } from './dossier-access.ts'

/**
 * Whether a file may be read because it is a paper of a dossier that the actor may see (replaced papers included). What is not sent
 * yet, drafts and supplements, only its owner reads. Answers whose data it is, for the trail.
 */
export const mayReadFile = (db: Queries, actor: Actor, fileId: string) =>
  find(
    db,
    sql<{ objectType: string; objectId: string; subject: string }>`
      select 'dossier' as object_type, d.id as object_id, d.applicant_id as subject from services.dossier d
      where ${maySee(dossierAccess(actor))}
        and exists (select 1 from services.dossier_paper p where p.dossier_id = d.id and p.file_id = ${fileId})
      limit 1`,
  )
