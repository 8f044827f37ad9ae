import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import type { Form } from '#engines/forms/declare.ts'
import { servicesProblems } from './contract/problems.ts'
import type { Procedure } from './declare.ts'
import { getDraft, type Draft } from './draft.ts'
import { getProcedure, isComplete } from './procedure.ts'

export interface OpenedDraft {
  readonly draft: Draft
  readonly procedure: Procedure & Required<Pick<Procedure, 'form' | 'process'>>
  /** The version in force today, by which it would be filed. */
  readonly versionId: string
  /** Since when that version counts, if another did when the draft was begun. */
  readonly changedFrom: PlainDate | null
}

/**
 * The caller's own draft, read by the version in force today: an application is judged by the rules of the day on which it is
 * filed (Law 80/2015, art. 156), so one that was begun before a change goes on under the new rules. Answers to questions that
 * are still asked are kept.
 */
export async function openDraft(ctx: Context, id: string, lock = false): Promise<OpenedDraft> {
  const draft = await getDraft(ctx, id, lock)
  const { procedure, versionId, from } = await getProcedure(ctx.tx, draft.code, dateAt(ctx.now()))
  if (!isComplete(procedure)) throw new Problem('notComplete', servicesProblems.notComplete)
  if (versionId === draft.versionId) return { draft, procedure, versionId, changedFrom: null }
  return {
    draft: { ...draft, answers: stillAsked(procedure.form, draft.answers) },
    procedure,
    versionId,
    changedFrom: from,
  }
}

function stillAsked(form: Form, answers: Draft['answers']): Draft['answers'] {
  const asked = new Set(form.pages.flatMap((page) => page.fields.map((field) => field.id)))
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)))
}
