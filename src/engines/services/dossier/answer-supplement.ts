import { read } from '#values/condition.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { json, sql, write } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { getPerson } from '#engines/directory/index.ts'
import { keepFiles } from '#engines/files/index.ts'
import { parseSupplement } from '#engines/forms/contract.ts'
import { applyAction } from '../work/apply-action.ts'
import type { ServicesParts } from '../parts.ts'
import { isComplete, procedureOf } from '../procedure/procedure.ts'
import { countSupplementReuse } from '../reuse/count-reuse.ts'
import { mustStillCount } from '../reuse/stale.ts'
import type { PlacedFile } from '../reuse/provenance.ts'
import { contactOf, writeLookUpFact } from './contact.ts'
import type { Dossier } from './dossier.ts'
import { insertPapers } from './file-dossier.ts'
import { writeHistory } from './history.ts'
import { closeSupplement, lastSupplement, paperOfPin, replacePaper, type Pin, type Supplement } from './supplement.ts'

/** The request that a dossier waits for; 409 when it waits for none. */
export async function openSupplement(ctx: Context, dossier: Dossier): Promise<Supplement> {
  const asked = await lastSupplement(ctx.tx, dossier.id)
  if (asked === undefined || asked.answeredAt !== null || dossier.status !== 'waiting-applicant') fail('conflict')
  return asked
}

export const fieldPins = (asked: Supplement): string[] =>
  asked.pins.map((pin) => pin.path).filter((path) => paperOfPin(path) === undefined)

export const missingPin = ({ path, label }: Pin) => ({
  path,
  message: { vi: `Còn thiếu: ${label}`, en: `Missing: ${label}` },
})

/** The answers as they would be with what is sent at the pinned paths: a form post, or answers saved before. */
export async function readSupplement(
  ctx: Context,
  parts: ServicesParts,
  dossier: Dossier,
  sent: unknown,
  paths: readonly string[],
) {
  const procedure = await procedureOf(ctx.tx, dossier)
  if (!isComplete(procedure)) fail('notFound')
  const lookups = await parts.lookups.on(ctx.tx, dateAt(ctx.now()))
  return parseSupplement(procedure.form, dossier.answers, sent, paths, lookups)
}

export interface SupplementAnswer {
  /** All answers of the dossier, with those that were asked for. */
  readonly answers: Readonly<Record<string, unknown>>
  readonly papers: readonly PlacedFile[]
  /** Papers that were handed in and not scanned: what was sent of them before counts no more. */
  readonly onPaper?: readonly string[]
  /** How the history says it, to the applicant too. */
  readonly words: Words
  readonly detail?: Readonly<Record<string, unknown>>
}

/**
 * Answers an open request of a locked dossier, wherever the answer comes in: what was asked for takes the place of what was filed, the
 * request is closed, and the clock goes on. The answers were read and the papers checked before; what is used again and no longer counts is
 * refused.
 */
export async function answerSupplement(
  ctx: Context,
  dossier: Dossier,
  asked: Supplement,
  { answers, papers, onPaper = [], words, detail }: SupplementAnswer,
): Promise<Dossier> {
  const procedure = await procedureOf(ctx.tx, dossier)
  await mustStillCount(ctx, { procedure, applicantId: dossier.applicantId, papers })
  await countSupplementReuse(ctx, dossier, asked, papers)
  await keepFiles(
    ctx.tx,
    papers.map((one) => one.fileId),
  )
  for (const paper of new Set([...onPaper, ...papers.map((one) => one.paper)]))
    await replacePaper(ctx.tx, dossier.id, paper, ctx.now())
  await insertPapers(ctx, dossier.id, papers)
  await closeSupplement(ctx.tx, asked.id, ctx.now())
  await write(ctx.tx, sql`update services.dossier set answers = ${json(answers)} where id = ${dossier.id}`)
  const after = await applyAction(ctx, { ...dossier, answers: { ...answers } }, { action: 'supplied' })
  const applicant = await getPerson(ctx.tx, dossier.applicantId)
  await writeLookUpFact(ctx.tx, dossier.id, contactOf(procedure, answers, applicant))
  const before = Object.fromEntries(fieldPins(asked).map((path) => [path, read(dossier.answers, path) ?? null]))
  await writeHistory(ctx, [
    { dossierId: dossier.id, kind: 'supplied', isPublic: true, words, detail: { ...detail, before } },
  ])
  return after
}
