import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Listener } from '#kernel/operations/engine.ts'
import { grantAccess } from './dossier-access.ts'
import { dossierColumns, type Dossier } from './dossier.ts'

/** Work of somebody who goes was given to a post: its unit sees the dossiers from now on, as one that works on them. */
export const letSeeHandedWork: Listener = {
  event: 'task.handed-on',
  name: 'let-see-handed-work',
  async run(ctx: Context, { transferId, key }: { transferId: string; key: number }) {
    const handed = await rows(
      ctx.tx,
      sql<Dossier & { unitKey: number }>`select ${dossierColumns}, u.key as unit_key
        from workflow.task_handover h join workflow.task t on t.id = h.task_id and t.is_open join services.dossier d on d.id = t.subject_id
        join directory.principal q on q.key = h.to_key join directory.unit u on u.id = q.unit_id
        where h.transfer_id = ${transferId} and h.to_key = ${key}`,
    )
    for (const dossier of handed)
      await grantAccess(ctx.tx, dossier, [{ key: dossier.unitKey, reason: 'works' }], ctx.now())
  },
}
