import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { nextPage, parsePage } from '#engines/forms/contract.ts'
import { servicesProblems } from '../contract/problems.ts'
import { saveDraft } from './draft.ts'
import type { OpenedDraft } from './open-draft.ts'
import type { ServicesParts } from '../parts.ts'
import { tellOfChange } from '../co-applicant/tell-co-applicants.ts'

export interface PageWritten {
  readonly page: string
  readonly post?: string | undefined
  readonly answers?: Readonly<Record<string, unknown>> | undefined
  readonly by?: string | undefined
  readonly seen?: string | undefined
}

/**
 * Writes one question page into a locked draft. Only this page changes, and what is computed from it, so two people who write
 * different pages at once lose nothing; of two open pages that write the same one, the second is refused: 409 `pageChanged`.
 * Whoever had confirmed is asked again. A page that the form does not have is not found (404); answers under names that it does
 * not ask for are refused (422), not left out.
 */
export async function writePage(
  ctx: Context,
  parts: ServicesParts,
  { draft, procedure }: Pick<OpenedDraft, 'draft' | 'procedure'>,
  written: PageWritten,
) {
  if (!procedure.form.pages.some((page) => page.id === written.page)) fail('notFound')
  const lastBy = draft.writers[written.page] ?? ''
  if (written.seen !== undefined && lastBy !== written.seen && lastBy !== written.by)
    throw new Problem('pageChanged', servicesProblems.pageChanged)
  const lookups = await parts.lookups.on(ctx.tx, dateAt(ctx.now()))
  const input = written.post === undefined ? written.answers : new URLSearchParams(written.post)
  const parsed = parsePage(procedure.form, written.page, draft.answers, input, lookups)
  if (parsed.unknown.length > 0) fail('invalidInput', { places: parsed.unknown })
  const saved = await saveDraft(ctx, draft.id, {
    answers: parsed.answers,
    writers: { ...draft.writers, [written.page]: written.by ?? randomUUIDv7() },
  })
  await tellOfChange(ctx, parts, procedure, draft)
  return {
    places: [...parsed.places],
    rowsChanged: parsed.rowsChanged,
    cameUp: [...parsed.cameUp],
    answers: saved.answers,
    nextPage: nextPage(procedure.form, saved.answers, written.page)?.id ?? null,
    savedAt: saved.savedAt,
    revision: saved.revision,
  }
}
