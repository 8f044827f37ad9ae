import type { Words } from '#values/words.ts'
import type { Context } from '#kernel/operations/context.ts'
import { applyAction } from '../work/apply-action.ts'
import type { Dossier } from './dossier.ts'
import { writeHistory } from './history.ts'

/** Ends a locked dossier because its applicant wants it, wherever they say so; 409 once the result is issued. */
export async function withdrawDossier(
  ctx: Context,
  dossier: Dossier,
  said: { readonly words: Words; readonly detail: Readonly<Record<string, unknown>> },
): Promise<Dossier> {
  const after = await applyAction(ctx, dossier, { action: 'withdraw' })
  await writeHistory(ctx, [{ dossierId: dossier.id, kind: 'withdrawn', isPublic: true, ...said }])
  return after
}
