import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { ReusableView } from './paper-origin.ts'
import { servicesProblems } from './problems.ts'
import { PersonalNumber, VerificationCode } from './shapes.ts'

const Id = { id: z.uuid() }
const Chosen = { paper: z.string().max(60), from: z.enum(['paper', 'result']), source: z.uuid() }

/**
 * Whoever stands at the counter, by the number that is typed, and a result that they show by the code for checking it. What is supplemented
 * is of whoever filed it: no number is asked.
 */
const AtCounter = {
  personalId: PersonalNumber.optional(),
  code: VerificationCode.optional(),
}

/** Papers that the province has already: used again instead of sent again. */
export const reuseContract = {
  listReusable: operation(
    {
      title: { vi: 'Giấy tờ tỉnh đã có, khỏi nộp lại', en: 'Papers that need not be sent again' },
      kind: 'read',
      permission: 'citizen',
      urgency: 'filing',
    },
    { method: 'GET', path: '/services/drafts/{id}/reusable' },
  )
    .input(z.strictObject(Id))
    .output(z.array(ReusableView)),

  reusePaper: operation(
    {
      title: { vi: 'Dùng lại giấy tờ đã có', en: 'Use a paper again' },
      kind: 'write',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/drafts/{id}/reused-papers' },
  )
    .input(z.strictObject({ ...Id, ...Chosen }))
    .output(z.object({ paper: z.string() })),

  listReusableForSupplement: operation(
    {
      title: { vi: 'Giấy tờ tỉnh đã có cho phần bổ sung', en: 'Papers for a supplement that the province has' },
      kind: 'read',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'GET', path: '/services/my/dossiers/{id}/supplement/reusable' },
  )
    .input(z.strictObject(Id))
    .output(z.array(ReusableView)),

  reuseInSupplement: operation(
    {
      title: { vi: 'Dùng lại giấy tờ khi bổ sung', en: 'Use a paper again in a supplement' },
      kind: 'write',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/my/dossiers/{id}/supplement/reused-papers' },
  )
    .input(z.strictObject({ ...Id, ...Chosen }))
    .output(z.object({ paper: z.string() })),

  listReusableAtCounter: operation(
    {
      title: { vi: 'Giấy tờ đã có của người nộp tại quầy', en: 'Papers of an applicant at the counter' },
      kind: 'read',
      permission: 'dossier.receive',
      readsPersonalData: true,
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/counter-drafts/{id}/reusable' },
  )
    .input(z.strictObject({ ...Id, ...AtCounter }))
    .output(z.array(ReusableView)),

  reuseAtCounter: operation(
    {
      title: { vi: 'Dùng lại giấy tờ đã có tại quầy', en: 'Use a paper again at the counter' },
      kind: 'write',
      permission: 'dossier.receive',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/counter-drafts/{id}/reused-papers' },
  )
    .input(z.strictObject({ ...Id, ...AtCounter, ...Chosen }))
    .output(z.object({ revision: z.number() })),
}
