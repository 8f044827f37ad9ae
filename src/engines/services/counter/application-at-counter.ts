import type { Context } from '#kernel/operations/context.ts'
import { fail, type ProblemPlace } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { createPerson, findPersonByNumber, updateContact } from '#engines/directory/index.ts'
import { filesByIds, getUsableFile } from '#engines/files/index.ts'
import { papersFor, parseAnswers, requiredPapers, visibleAnswers } from '#engines/forms/contract.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import type { counterContract } from '../contract/counter.ts'
import { mustNotBeClaimed } from '../co-applicant/same-person.ts'
import type { CounterDraft } from './counter-draft.ts'
import type { Procedure } from '../declare.ts'
import { draftPapers } from '../draft/draft.ts'
import { checkPaperFile } from '../draft/paper-file.ts'
import type { ServicesParts } from '../parts.ts'
import { scanned, type PlacedFile } from '../reuse/provenance.ts'

type Complete = Procedure & Required<Pick<Procedure, 'form' | 'process'>>
type Given = readonly { readonly paper: string; readonly fileIds: readonly string[] }[]

export interface TypedApplication {
  readonly post?: string | undefined
  readonly answers?: Readonly<Record<string, unknown>> | undefined
}

/** The answers typed at a counter, and what is wrong with them by place. */
export async function readTyped(ctx: Context, parts: ServicesParts, procedure: Complete, typed: TypedApplication) {
  const lookups = await parts.lookups.on(ctx.tx, dateAt(ctx.now()))
  const input = typed.post === undefined ? (typed.answers ?? {}) : new URLSearchParams(typed.post)
  return parseAnswers(procedure.form, input, lookups)
}

/** Papers that must be there with these answers and are not among those given. */
export const missingPapers = (
  procedure: Complete,
  answers: Readonly<Record<string, unknown>>,
  given: ReadonlySet<string>,
): ProblemPlace[] =>
  requiredPapers(procedure.papers, visibleAnswers(procedure.form, answers))
    .filter((paper) => !given.has(paper.id))
    .map((paper) => ({
      path: `papers.${paper.id}`,
      message: { vi: `Còn thiếu: ${paper.name.vi}`, en: `Missing: ${paper.name.en}` },
    }))

/**
 * Files for the papers of a procedure, each of a type that its paper takes: the caller's own uploads, and those a colleague had put
 * into the draft. A paper that the procedure does not know is not found.
 */
export async function checkedPapers(ctx: Context, known: Procedure['papers'], given: Given, draft?: CounterDraft) {
  const declared = new Map(known.map((paper) => [paper.id, paper]))
  const inDraft = new Map(
    (draft === undefined ? [] : await draftPapers(ctx.tx, draft.id)).map((file) => [file.fileId, file]),
  )
  const papers: PlacedFile[] = []
  for (const { paper, fileIds } of given) {
    const asked = declared.get(paper) ?? fail('notFound')
    for (const [position, fileId] of fileIds.entries()) {
      const file = inDraft.has(fileId)
        ? ((await filesByIds(ctx.tx, [fileId]))[0] ?? fail('notFound'))
        : await getUsableFile(ctx, fileId)
      checkPaperFile(asked, file)
      papers.push({ ...(inDraft.get(fileId) ?? scanned), paper, position, fileId })
    }
  }
  return papers
}

/** The same for the papers that go with the answers. */
export const askedPapers = (
  ctx: Context,
  procedure: Complete,
  answers: Readonly<Record<string, unknown>>,
  given: Given,
  draft: CounterDraft | undefined,
) => checkedPapers(ctx, papersFor(procedure.papers, visibleAnswers(procedure.form, answers)), given, draft)

type Applicant = Parameters<Handlers<typeof counterContract>['receiveAtCounter']>[1]['applicant']

/**
 * Who stands at the counter: known by their number, or new. What they say of phone and home today replaces what was known. Where a stranger
 * opened an account under the number by another name it is closed first: nothing is filed under what a stranger stated.
 */
export async function applicantOf(ctx: Context, given: Applicant): Promise<string> {
  const known = await findPersonByNumber(ctx.tx, given.personalId)
  if (known === undefined) return createPerson(ctx.tx, given)
  await mustNotBeClaimed(ctx.tx, known, given.fullName, 'applicant.personalId')
  await updateContact(ctx.tx, known.id, {
    phone: given.phone ?? known.phone,
    email: given.email ?? known.email,
    residence: given.residence ?? known.residence,
  })
  return known.id
}
