import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { findDossier } from '../dossier/dossier.ts'
import type { PrintParts } from '../parts.ts'
import { printDossier } from './dossier-sheets.ts'

/** The result of a dossier as PDF, for an engine that found out that it was issued and may be given. `notFound`: there is none. */
export async function printIssuedResult(ctx: Context, parts: PrintParts, dossierId: string): Promise<File> {
  return printDossier(ctx, parts, (await findDossier(ctx.tx, dossierId)) ?? fail('notFound'), 'result')
}
