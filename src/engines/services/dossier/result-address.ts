import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { resultAddressOf, showing } from '#engines/forms/contract.ts'
import type { ServicesParts } from '../parts.ts'
import { procedureVersion } from '../procedure/procedure.ts'
import type { Dossier } from './dossier.ts'

/** Where the result of a dossier is sent, in one line; null: it is fetched at the counter. */
export async function resultAddress(
  ctx: Context,
  parts: ServicesParts,
  { versionId, filedAt, answers }: Pick<Dossier, 'versionId' | 'filedAt' | 'answers'>,
): Promise<string | null> {
  const { form } = await procedureVersion(ctx.tx, versionId)
  if (form === undefined) return null
  const lookups = await parts.lookups.on(ctx.tx, dateAt(filedAt))
  return resultAddressOf(form, answers, showing(ctx.language, lookups, answers, true)) ?? null
}
