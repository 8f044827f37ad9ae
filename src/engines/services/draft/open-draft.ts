import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import type { Form } from '#engines/forms/declare.ts'
import { servicesProblems } from '../contract/problems.ts'
import type { Procedure } from '../declare.ts'
import { getDraft, type Draft } from './draft.ts'
import { getProcedure, isComplete, procedureVersion, type CurrentProcedure } from '../procedure/procedure.ts'

export interface OpenedDraft {
  readonly draft: Draft
  readonly procedure: Procedure & Required<Pick<Procedure, 'form' | 'process'>>
  /** The version in force today, by which it would be filed. */
  readonly versionId: string
  /** Since when that version counts, if another did when the draft was begun. */
  readonly changedFrom: PlainDate | null
}

/**
 * What an application that was begun with a version is written for today: the version in force, for it is judged by the rules of
 * the day on which it is filed (Law 80/2015, art. 156).
 */
export async function versionInForce(ctx: Context, begunWith: string): Promise<CurrentProcedure> {
  const { code } = await procedureVersion(ctx.tx, begunWith)
  return getProcedure(ctx.tx, code, dateAt(ctx.now()))
}

/** A draft read by the version in force today; answers to questions that are still asked are kept. */
export async function readDraft(ctx: Context, draft: Draft): Promise<OpenedDraft> {
  const { procedure, versionId, from } = await versionInForce(ctx, draft.versionId)
  if (!isComplete(procedure)) throw new Problem('notComplete', servicesProblems.notComplete)
  if (versionId === draft.versionId) return { draft, procedure, versionId, changedFrom: null }
  return {
    draft: { ...draft, answers: stillAsked(procedure.form, draft.answers) },
    procedure,
    versionId,
    changedFrom: from,
  }
}

/** The caller's own draft, read so. */
export const openDraft = async (ctx: Context, id: string, lock = false): Promise<OpenedDraft> =>
  readDraft(ctx, await getDraft(ctx, id, lock))

function stillAsked(form: Form, answers: Draft['answers']): Draft['answers'] {
  const asked = new Set(form.pages.flatMap((page) => page.fields.map((field) => field.id)))
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)))
}
