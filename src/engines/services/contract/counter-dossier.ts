import { z } from 'zod'
import { oneLine } from '#values/one-line.ts'
import { operation } from '#values/operation.ts'
import { SupplementView } from './applicant.ts'
import { Post } from './page-saved.ts'
import { servicesProblems } from './problems.ts'
import { FileView, GivenPapers, PaperOnly, PaperView, PersonalNumber, StatusView } from './shapes.ts'

const Id = { id: z.uuid() }

/** Who came to the counter: the applicant, or somebody whom they authorised in writing. */
export const CameHere = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('applicant') }),
  z.strictObject({ who: z.literal('authorised'), fullName: oneLine(2, 100), personalId: PersonalNumber }),
])
export type CameHere = z.infer<typeof CameHere>

/** How far a supplement at the counter is kept. */
const SupplementTyped = z.object({ revision: z.number(), savedAt: z.date() })

/** What a counter does with a dossier in the place of whoever filed it, whichever way it was filed. */
export const counterDossierContract = {
  prepareSupplement: operation(
    {
      title: { vi: 'Xem yêu cầu bổ sung tại quầy', en: 'See at the counter what is asked' },
      kind: 'read',
      permission: 'dossier.receive',
      urgency: 'work',
      readsPersonalData: true,
      problems: servicesProblems,
    },
    { method: 'GET', path: '/services/dossiers/{id}/counter-supplement' },
  )
    .input(z.strictObject(Id))
    .output(
      z.object({
        code: z.string(),
        procedureName: z.string(),
        applicantName: z.string(),
        counterName: z.string(),
        supplement: SupplementView,
        /** The papers that are asked for. */
        papers: z.array(PaperView.extend({ files: z.array(FileView) })),
        /** What was filed. */
        answers: z.record(z.string(), z.unknown()),
        revision: z.number(),
        /** Papers may be looked at and stay paper; what was filed online is always scanned. */
        mayBePaper: z.boolean(),
        /** What the caller has typed and not sent yet. */
        draft: SupplementTyped.extend({ id: z.string(), post: z.string(), papers: GivenPapers }).nullable(),
      }),
    ),

  saveCounterSupplement: operation(
    {
      title: { vi: 'Lưu bổ sung đang nhập tại quầy', en: 'Save a supplement that is typed at a counter' },
      kind: 'write',
      permission: 'dossier.receive',
      problems: servicesProblems,
    },
    { method: 'PUT', path: '/services/dossiers/{id}/counter-supplement' },
  )
    .input(
      z.strictObject({
        ...Id,
        post: Post,
        papers: GivenPapers.default([]),
        /** Of what the caller has on the screen; another window's later text is not written over. */
        revision: z.number().int().min(0).optional(),
      }),
    )
    .output(SupplementTyped),

  supplementAtCounter: operation(
    {
      title: { vi: 'Bổ sung hồ sơ tại quầy', en: 'Supplement a dossier at the counter' },
      kind: 'write',
      permission: 'dossier.receive',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/dossiers/{id}/counter-supplement' },
  )
    .input(
      z.strictObject({
        ...Id,
        revision: z.number().int().optional(),
        came: CameHere,
        post: Post,
        /** Files for the papers asked for; of a paper left out those count that the applicant sent online before. */
        papers: GivenPapers.default([]),
        /** Papers that were looked at and stay paper, where they may. */
        paperOnly: PaperOnly,
      }),
    )
    .output(z.object({ promised: z.date().nullable(), status: StatusView })),

  withdrawAtCounter: operation(
    {
      title: { vi: 'Rút hồ sơ tại quầy', en: 'Withdraw a dossier at the counter' },
      kind: 'write',
      permission: 'dossier.receive',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/dossiers/{id}/counter-withdrawal' },
  )
    .input(
      z.strictObject({
        ...Id,
        revision: z.number().int().optional(),
        came: CameHere,
        reason: z.string().trim().min(3).max(1000),
        /** The written request was taken in, signed by whoever came. */
        isSigned: z.boolean(),
      }),
    )
    .output(z.object({ status: StatusView })),
}
