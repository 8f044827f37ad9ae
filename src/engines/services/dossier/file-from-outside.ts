import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem, type ProblemPlace } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import {
  createPerson,
  findPersonByNumber,
  takeVouchedRepresentative,
  type NewPerson,
} from '#engines/directory/index.ts'
import { filesByIds } from '#engines/files/index.ts'
import { papersFor, parseAnswers, visibleAnswers } from '#engines/forms/contract.ts'
import { mustBeSamePerson } from '../co-applicant/same-person.ts'
import { servicesProblems } from '../contract/problems.ts'
import type { Procedure } from '../declare.ts'
import { mustBeFiledOnline } from '../draft/filed-online.ts'
import { destinationOf } from '../draft/draft-view.ts'
import type { LookupSource } from '../draft/lookups.ts'
import { checkPaperFile } from '../draft/paper-file.ts'
import { getProcedure } from '../procedure/procedure.ts'
import { fromNationalPortal, type PlacedFile } from '../reuse/provenance.ts'
import { mustBeAttended } from '../work/addressee.ts'
import type { Dossier } from './dossier.ts'
import { fileDossier } from './file-dossier.ts'
import { writeHistory } from './history.ts'

/** What another portal took in, in our terms as far as it could be turned into them. */
export interface OutsideFiling {
  /** Of the dossier to be: filed twice, the second is refused by the database. */
  readonly id: string
  readonly procedureCode: string
  readonly applicant: NewPerson & { readonly personalId: string }
  readonly enterprise: { readonly code: string; readonly name: string } | null
  readonly place: string | null
  readonly answers: Readonly<Record<string, unknown>>
  readonly papers: readonly { readonly paper: string; readonly fileId: string }[]
  /** Where it was filed, for its history. */
  readonly filedAt: Words
}

/**
 * Files what another portal vouches for: who applies was identified there. What of its answers does not fit the form is left out and told
 * by path, for it was accepted there and cannot be sent back to its writer; whoever receives it asks for what is missing. A procedure
 * that is not filed here, a place that is not ours or a number that is known under another name: a `Problem`, and nothing is written.
 */
export async function fileFromOutside(
  ctx: Context,
  lookups: LookupSource,
  filing: OutsideFiling,
): Promise<{ readonly dossier: Dossier; readonly unread: readonly ProblemPlace[] }> {
  const on = dateAt(ctx.now())
  const { versionId, procedure } = await getProcedure(ctx.tx, filing.procedureCode, on)
  mustBeFiledOnline(ctx, procedure)
  const { answers, places } = parseAnswers(procedure.form, filing.answers, await lookups.on(ctx.tx, on))
  const readable = without(answers, places)
  const destination = await destinationOf(ctx, procedure, filing.place)
  if (destination === undefined) throw new Problem('placeNeeded', servicesProblems.placeNeeded)
  const where = { receiverId: destination.receiver.id, ownerId: destination.owner.id }
  await mustBeAttended(ctx.tx, procedure, { ...where, place: filing.place, procedureCode: procedure.code }, on)
  const { applicant, enterprise } = filing
  const known = await findPersonByNumber(ctx.tx, applicant.personalId)
  await mustBeSamePerson(ctx.tx, known, applicant.fullName, 'applicant.personalId')
  const person = known?.id ?? (await createPerson(ctx.tx, applicant))
  const enterpriseId = enterprise && (await takeVouchedRepresentative(ctx.tx, enterprise, person, on))
  if (enterpriseId !== null) await tellRightsChanged(ctx.tx)
  const papers = await fittingPapers(ctx, procedure, readable, filing.papers)
  const { dossier } = await fileDossier(ctx, {
    id: filing.id,
    versionId,
    procedure,
    channel: 'online',
    applicant: { ...applicant, phone: applicant.phone ?? null, id: person, name: applicant.fullName },
    submitterId: person,
    enterpriseName: enterprise?.name,
    enterpriseId,
    ...destination,
    place: filing.place,
    answers: readable,
    papers: papers.fitting,
    filedAt: filing.filedAt,
  })
  return { dossier, unread: [...places, ...papers.unfit] }
}

/** Says in the history of a dossier, to whoever works on it, what another portal says of it later on. */
export const tellFromOutside = (ctx: Context, dossierId: string, words: Words): Promise<void> =>
  writeHistory(ctx, [{ dossierId, kind: 'said-outside', words, isPublic: false }])

type Asked = Required<Pick<Procedure, 'form'>> & Pick<Procedure, 'papers'>

/** The files that a paper of the procedure takes, in their places; the others by path. */
async function fittingPapers(
  ctx: Context,
  { form, papers }: Asked,
  answers: Readonly<Record<string, unknown>>,
  given: OutsideFiling['papers'],
) {
  const declared = new Map(papersFor(papers, visibleAnswers(form, answers)).map((paper) => [paper.id, paper]))
  const files = new Map(
    (
      await filesByIds(
        ctx.tx,
        given.map(({ fileId }) => fileId),
      )
    ).map((file) => [file.id, file]),
  )
  const fitting: PlacedFile[] = []
  const unfit: ProblemPlace[] = []
  for (const { paper, fileId } of given) {
    const [asked, file] = [declared.get(paper), files.get(fileId)]
    try {
      if (asked === undefined || file === undefined) throw new Problem('notAsked', notAsked)
      checkPaperFile(asked, file)
      const position = fitting.filter((one) => one.paper === paper).length
      fitting.push({ paper, position, fileId, ...fromNationalPortal })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      unfit.push({
        path: `papers.${paper}`,
        message: { vi: `${file?.name ?? ''}: ${error.words.vi}`, en: `${file?.name ?? ''}: ${error.words.en}` },
      })
    }
  }
  return { fitting, unfit }
}

const notAsked = {
  status: 422,
  message: { vi: 'Thủ tục ở tỉnh không hỏi giấy tờ này.', en: 'The procedure does not ask for this paper here.' },
} as const

/** The answers without what stands at these places: what could not be read is no answer. */
function without(answers: Readonly<Record<string, unknown>>, places: readonly ProblemPlace[]): Record<string, unknown> {
  const kept = structuredClone(answers) as Record<string, unknown>
  for (const { path } of places) {
    const keys = path.split('.')
    const last = keys.pop() as string
    const holder = keys.reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      kept,
    )
    if (Array.isArray(holder)) holder[Number(last)] = null
    else if (typeof holder === 'object' && holder !== null) delete (holder as Record<string, unknown>)[last]
  }
  return kept
}
