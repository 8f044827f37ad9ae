import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dossierAccess, maySee } from '../dossier/dossier-access.ts'
import { dossierColumns, subjectsOf, type Dossier } from '../dossier/dossier.ts'
import { resultAddress } from '../dossier/result-address.ts'
import { feesOfDossiers } from '../dossier/view.ts'
import type { ServicesParts } from '../parts.ts'
import { procedureNameFor } from '../procedure/procedure.ts'

type Ready = Dossier & { readonly step: string }

/**
 * Results that are sent to an address and whose handing out is the caller's work; what is due first comes first, at most 200. None that was revoked: what takes its
 * place is for the counter to see to.
 */
export async function readyForPost(ctx: Context, parts: ServicesParts) {
  const found = await rows(
    ctx.tx,
    sql<Ready>`select ${dossierColumns}, t.step from workflow.task t join services.dossier d on d.id = t.subject_id
      where t.is_open and t.kind = 'deliver' and t.assignee = any(${ctx.actor.workKeys}::int[]) and d.status = 'open'
        and not exists (select from services.result r where r.dossier_id = d.id and r.revoked_at is not null) and ${maySee(dossierAccess(ctx))}
      order by t.due, t.id limit 200`,
  )
  const fees = await feesOfDossiers(
    ctx.tx,
    found.map(({ id }) => id),
  )
  const ready = []
  for (const one of found) {
    const address = await resultAddress(ctx, parts, one)
    if (address === null) continue
    ready.push({
      dossierId: one.id,
      code: one.code,
      revision: one.revision,
      step: one.step,
      procedureName: await procedureNameFor(ctx, one.versionId),
      recipient: one.enterpriseName ?? one.applicantName,
      address,
      isPaid: (fees.get(one.id) ?? []).every(({ paidAt }) => paidAt !== null),
      subjects: subjectsOf(one),
    })
  }
  ctx.note({
    objectType: 'dossier-list',
    objectId: 'ready-for-post',
    subjects: ready.flatMap(({ subjects }) => subjects),
    facts: { rows: ready.length },
  })
  return ready
}
