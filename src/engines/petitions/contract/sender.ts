import { z } from 'zod'
import { oneLine } from '#values/one-line.ts'
import { operation } from '#values/operation.ts'
import { PageRequest, pageOf } from '#values/page.ts'
import { openKinds } from '../kinds.ts'
import { askBrakes, codeBrakes } from './brakes.ts'
import { petitionProblems } from './problems.ts'
import {
  AttachmentView,
  GivenFile,
  HistoryView,
  Kind,
  LookUpCode,
  paragraphs,
  Said,
  SenderFields,
  Sent,
  Status,
} from './shapes.ts'

const SuppliedWords = paragraphs(2, 4000)

/** Not helpful, and words: it is opened once more. */
const Judgement = { helpful: z.boolean(), words: paragraphs(2, 2000).optional() }

/** A second complaint: against which decision, and the first one where it was sent here, which only its sender can name. */
const Second = z.strictObject({
  decision: oneLine(5, 300),
  previousId: z.uuid().optional(),
  previousLookUpCode: LookUpCode.optional(),
})

/**
 * Made anew by the form that sends: what comes again with it is the same one. By its sender it is never known again, since whoever reads a
 * denunciation could try out names.
 */
const SendKey = z.string().min(16).max(200)

const OwnRow = z.object({
  id: z.string(),
  code: z.string(),
  kind: Kind,
  status: Status,
  title: z.string(),
  askedAt: z.date(),
  due: z.date().nullable(),
})

const OwnView = OwnRow.extend({
  body: z.string(),
  unitName: z.string(),
  acceptDue: z.date(),
  answerDue: z.date().nullable(),
  asked: z.string().nullable(),
  refusal: z.string().nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.date().nullable(),
  isSecond: z.boolean(),
  /** Whoever disagrees may complain again until then (Law on Complaints 2011 art. 33). */
  again: z.object({ until: z.date() }).nullable(),
  isPublished: z.boolean(),
  /** Its answer is the one that did not help; another is being written. */
  isReopened: z.boolean(),
  helpful: z.boolean().nullable(),
  /** Once, after an answer. */
  mayReopen: z.boolean(),
  files: z.array(AttachmentView.extend({ part: z.enum(['sender', 'answer']) })),
  /** While it is open and there is room for more. */
  mayAttach: z.boolean(),
  history: z.array(HistoryView),
})

const looked = { permission: 'anyone', limits: codeBrakes, problems: petitionProblems } as const

const own = { permission: 'citizen', problems: petitionProblems } as const

/** What whoever asks can do, with an account or without. */
export const senderContract = {
  ask: operation(
    {
      title: { vi: 'Gửi câu hỏi, phản ánh, khiếu nại', en: 'Ask, reflect or complain' },
      kind: 'write',
      permission: 'anyone',
      holdsSecret: true,
      limits: askBrakes,
      problems: petitionProblems,
    },
    { method: 'POST', path: '/petitions' },
  )
    .input(
      z
        .strictObject({
          kind: z.enum(openKinds),
          ...Said,
          ...SenderFields,
          mayPublish: z.boolean(),
          second: Second.optional(),
        })
        .refine(({ kind, second }) => second === undefined || kind === 'complaint', { path: ['second'] }),
    )
    .output(Sent),

  denounce: operation(
    {
      title: { vi: 'Gửi đơn tố cáo', en: 'Denounce' },
      kind: 'write',
      permission: 'anyone',
      holdsSecret: true,
      hidesCaller: true,
      limits: askBrakes,
      problems: petitionProblems,
    },
    { method: 'POST', path: '/petitions/denunciations' },
  )
    // Law on Denunciations 2018 art. 23: name, address, how to be reached.
    .input(z.strictObject({ ...Said, ...SenderFields, address: oneLine(5, 300), sendKey: SendKey.optional() }))
    .output(Sent),

  lookUpPetition: operation(
    { title: { vi: 'Xem việc đã gửi bằng mã tra cứu', en: 'See what was sent, by its code' }, kind: 'read', ...looked },
    { method: 'GET', path: '/petitions/look-up' },
  )
    .input(z.strictObject({ lookUpCode: LookUpCode }))
    .output(OwnView),

  listOwnPetitions: operation(
    { title: { vi: 'Câu hỏi, phản ánh của tôi', en: 'What I asked' }, kind: 'read', permission: 'citizen' },
    { method: 'GET', path: '/petitions/mine' },
  )
    .input(z.strictObject(PageRequest))
    .output(pageOf(OwnRow)),

  getOwnPetition: operation(
    { title: { vi: 'Một việc tôi đã gửi', en: 'One thing I asked' }, kind: 'read', permission: 'citizen' },
    { method: 'GET', path: '/petitions/mine/{id}' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(OwnView),

  supplyOwnPetition: operation(
    { title: { vi: 'Trả lời điều được hỏi thêm', en: 'Answer what was asked' }, kind: 'write', ...own },
    { method: 'POST', path: '/petitions/mine/{id}/supplied' },
  )
    .input(z.strictObject({ id: z.uuid(), words: SuppliedWords }))
    .output(z.object({ status: Status })),

  judgeOwnAnswer: operation(
    { title: { vi: 'Câu trả lời có giúp được không', en: 'Was the answer helpful' }, kind: 'write', ...own },
    { method: 'POST', path: '/petitions/mine/{id}/judged' },
  )
    .input(z.strictObject({ id: z.uuid(), ...Judgement }))
    .output(z.object({ status: Status })),

  attachToOwnPetition: operation(
    { title: { vi: 'Gửi kèm tệp', en: 'Give a file with it' }, kind: 'write', ...own },
    { method: 'POST', path: '/petitions/mine/{id}/files' },
  )
    .input(z.strictObject(GivenFile))
    .output(z.object({ id: z.string() })),

  // By the code of it may be a denouncer: whoever holds it is nobody to the trail.
  supplyPetition: operation(
    {
      title: { vi: 'Trả lời điều được hỏi thêm, bằng mã tra cứu', en: 'Answer what was asked, by the code' },
      kind: 'write',
      holdsSecret: true,
      hidesCaller: true,
      ...looked,
    },
    { method: 'POST', path: '/petitions/supplied' },
  )
    .input(z.strictObject({ lookUpCode: LookUpCode, words: SuppliedWords }))
    .output(z.object({ status: Status })),

  judgeAnswer: operation(
    {
      title: { vi: 'Câu trả lời có giúp được không, bằng mã tra cứu', en: 'Was the answer helpful, by the code' },
      kind: 'write',
      holdsSecret: true,
      hidesCaller: true,
      ...looked,
    },
    { method: 'POST', path: '/petitions/judged' },
  )
    .input(z.strictObject({ lookUpCode: LookUpCode, ...Judgement }))
    .output(z.object({ status: Status })),
}
