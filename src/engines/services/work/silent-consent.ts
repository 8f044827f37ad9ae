import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { lockDossier } from '../dossier/dossier.ts'
import { writeHistory } from '../dossier/history.ts'
import { procedureOf } from '../procedure/procedure.ts'
import { applyAction } from './apply-action.ts'

/**
 * Whoever was asked, did not answer in time and whose silence is consent by the process has agreed: NĐ 61/2018/NĐ-CP, Điều 19. It counts only
 * while the dossier runs; what is left is taken up by the next run.
 */
export async function takeSilenceForConsent(ctx: Context): Promise<void> {
  for (const { dossierId, step, consult } of await silentConsults(ctx)) {
    const dossier = await lockDossier(ctx.tx, dossierId)
    // Answered, or stopped, while it was waited for.
    if (!dossier.state.open.some((open) => open.step === step && open.consults.includes(consult))) continue
    if (dossier.status !== 'open') continue
    const { process } = await procedureOf(ctx.tx, dossier)
    const name = process?.steps[step]?.consult.find((one) => one.id === consult)?.name
    if (name === undefined) continue
    await applyAction(ctx, dossier, { action: 'silence', step, consult })
    await writeHistory(ctx, [
      {
        dossierId,
        kind: 'consult-silent',
        step,
        isPublic: false,
        words: {
          vi: `${name.vi}: quá hạn không trả lời, coi như đồng ý`,
          en: `${name.en}: no answer in time, taken for consent`,
        },
      },
    ])
  }
}

interface SilentConsult {
  readonly dossierId: string
  readonly step: string
  readonly consult: string
}

/** Those whose time is over, the longest first; no more than a transaction should hold. */
const silentConsults = (ctx: Context): Promise<SilentConsult[]> =>
  rows(
    ctx.tx,
    sql<SilentConsult>`select t.subject_id as dossier_id, t.step, t.consult
      from workflow.task t
      join services.dossier d on d.id = t.subject_id
      join services.procedure_version v on v.id = coalesce(d.process_version_id, d.version_id)
      where t.is_open and t.kind = 'consult' and not t.is_waiting and t.due < ${ctx.now()} and d.status = 'open'
        and exists (select from json_array_elements(v.declaration #> array['process', 'steps', t.step, 'consult']) asked
          where asked->>'id' = t.consult and asked->>'silence' = 'consent')
      order by t.due, t.id limit 100`,
  )
