import { z } from 'zod'
import { idOf } from '#values/id.ts'
import { oneLine } from '#values/one-line.ts'
import { operation } from '#values/operation.ts'
import { PageRequest, pageOf } from '#values/page.ts'
import { DaysLeft } from '#engines/calendar/contract.ts'
import { publishedKinds } from '../kinds.ts'
import { attachmentsEach } from './limits.ts'
import { petitionProblems } from './problems.ts'
import {
  AttachmentView,
  GivenFile,
  HistoryView,
  Kind,
  paragraphs,
  Said,
  SaidWords,
  SenderFields,
  Sent,
  Status,
} from './shapes.ts'

const Row = z.object({
  id: z.string(),
  code: z.string(),
  kind: Kind,
  status: Status,
  title: z.string(),
  unitName: z.string(),
  askedAt: z.date(),
  due: z.date().nullable(),
  /** A complaint against a first decision. */
  isSecond: z.boolean(),
  /** The days until then, as its limit counts them. */
  left: DaysLeft.nullable(),
  isProposed: z.boolean(),
})

const Text = paragraphs(2, 8000)

/** What is done with one, by whoever may: the answer is proposed by those who work on it and approved by those who may. */
export const Act = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('accept'), case: z.string().max(40).optional() }),
  z.strictObject({ act: z.literal('refuse'), reason: paragraphs(10, 2000) }),
  z.strictObject({ act: z.literal('ask-more'), words: paragraphs(5, 2000) }),
  z.strictObject({ act: z.literal('assign'), unitId: z.uuid(), note: paragraphs(2, 1000).optional() }),
  /** A complaint that turns out to be a second one: to the body above whoever settled it first, by the limits of those. */
  z.strictObject({ act: z.literal('as-second'), decision: oneLine(5, 300) }),
  z.strictObject({ act: z.literal('extend'), reason: paragraphs(10, 2000) }),
  z.strictObject({ act: z.literal('merge'), into: z.uuid() }),
  z.strictObject({ act: z.literal('save'), text: paragraphs(0, 8000) }),
  z.strictObject({ act: z.literal('propose'), text: Text }),
  z.strictObject({ act: z.literal('return'), words: paragraphs(2, 1000) }),
  z.strictObject({ act: z.literal('approve'), text: Text }),
  z.strictObject({
    act: z.literal('publish'),
    title: oneLine(10, 200),
    body: paragraphs(2, 4000),
    answer: Text,
    /** Which files of the answer everybody reads; none unless said. */
    files: z.array(idOf('file')).max(attachmentsEach).default([]),
  }),
  z.strictObject({ act: z.literal('withdraw'), reason: paragraphs(10, 2000) }),
])
export type Act = z.output<typeof Act>
export type ActName = Act['act']

const Alike = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  unitName: z.string(),
  /** 0 to 100. */
  likeness: z.number(),
  status: Status,
  due: z.date().nullable(),
})

const View = Row.extend({
  revision: z.number(),
  body: z.string(),
  channel: z.enum(['online', 'hotline']),
  procedure: z.object({ code: z.string(), name: SaidWords }).nullable(),
  placeName: z.string().nullable(),
  aboutName: z.string().nullable(),
  mayPublish: z.boolean(),
  /** Of a denunciation there is none: it is sealed. */
  sender: z.object({ fullName: z.string(), phone: z.string(), email: z.string().nullable() }).nullable(),
  acceptDue: z.date(),
  supplementDue: z.date(),
  acceptedAt: z.date().nullable(),
  answerDue: z.date().nullable(),
  publishDue: z.date().nullable(),
  cases: z.array(z.string()),
  asked: z.string().nullable(),
  refusal: z.string().nullable(),
  draft: z.string().nullable(),
  draftedBy: z.string().nullable(),
  returned: z.string().nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.date().nullable(),
  publishedAt: z.date().nullable(),
  /** What everybody reads is the answer that was sent back. */
  isUnderReview: z.boolean(),
  /** Of a second complaint: the decision that it is against, and the first one where the caller sees it. */
  firstDecision: z.string().nullable(),
  previous: z.object({ id: z.string(), code: z.string() }).nullable(),
  next: z.object({ id: z.string(), code: z.string() }).nullable(),
  helpful: z.boolean().nullable(),
  mergedInto: z.object({ id: z.string(), code: z.string() }).nullable(),
  merged: z.array(z.object({ id: z.string(), code: z.string(), title: z.string() })),
  law: z.array(z.string()),
  /** Which acts may follow, by whoever asks. */
  acts: z.array(z.string()),
  mayOpenIdentity: z.boolean(),
  /** Who may answer, and who may not because it is about them. */
  bodies: z.array(z.object({ unitId: z.string(), name: z.string(), why: SaidWords, isRefused: z.boolean() })),
  alike: z.array(Alike),
  /** What everybody would read, with personal data taken out as far as a machine knows it. */
  proposal: z.object({ title: z.string(), body: z.string(), answer: z.string() }).nullable(),
  files: z.array(
    AttachmentView.extend({
      part: z.enum(['sender', 'answer']),
      /** Given back by `/petitions/sealed/{id}` instead. */
      isSealed: z.boolean(),
      isPublic: z.boolean(),
      /** It was not sent yet and may be taken away. */
      mayRemove: z.boolean(),
    }),
  ),
  mayAttach: z.boolean(),
  history: z.array(HistoryView),
})

/** What officials do with questions, reflections, complaints and denunciations. Which of them is the predicate's to say (`rights.ts`). */
export const officeContract = {
  enterPetition: operation(
    {
      title: { vi: 'Ghi câu hỏi, phản ánh qua điện thoại', en: 'Enter what is said on the phone' },
      kind: 'write',
      permission: 'petition.enter',
      holdsSecret: true,
      problems: petitionProblems,
    },
    { method: 'POST', path: '/petitions/entered' },
  )
    .input(z.strictObject({ kind: z.enum(publishedKinds), ...Said, ...SenderFields, mayPublish: z.boolean() }))
    .output(Sent),

  listPetitions: operation(
    { title: { vi: 'Hỏi đáp, đơn thư của đơn vị', en: 'Petitions of the unit' }, kind: 'read', permission: 'staff' },
    { method: 'GET', path: '/petitions/inbox' },
  )
    .input(z.strictObject({ ...PageRequest, tab: z.enum(['open', 'done']).default('open'), kind: Kind.optional() }))
    .output(pageOf(Row)),

  countPetitions: operation(
    { title: { vi: 'Số hỏi đáp, đơn thư đang chờ', en: 'Petitions that wait' }, kind: 'read', permission: 'staff' },
    { method: 'GET', path: '/petitions/inbox/count' },
  )
    .input(z.strictObject({}))
    .output(z.object({ open: z.number(), late: z.number() })),

  getPetition: operation(
    {
      title: { vi: 'Một câu hỏi, đơn thư', en: 'One petition' },
      kind: 'read',
      permission: 'staff',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/petitions/{id}' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(View),

  handlePetition: operation(
    {
      title: { vi: 'Xử lý câu hỏi, đơn thư', en: 'Handle a petition' },
      kind: 'write',
      permission: 'staff',
      problems: petitionProblems,
    },
    { method: 'POST', path: '/petitions/{id}/acts' },
  )
    .input(z.strictObject({ id: z.uuid(), revision: z.int().min(0), act: Act }))
    .output(z.object({ status: Status, revision: z.number() })),

  attachToAnswer: operation(
    {
      title: { vi: 'Kèm tệp vào câu trả lời', en: 'Put a file to an answer' },
      kind: 'write',
      permission: 'staff',
      problems: petitionProblems,
    },
    { method: 'POST', path: '/petitions/{id}/files' },
  )
    .input(z.strictObject(GivenFile))
    .output(z.object({ id: z.string() })),

  detachFromAnswer: operation(
    {
      title: { vi: 'Bỏ tệp khỏi câu trả lời', en: 'Take a file from an answer' },
      kind: 'write',
      permission: 'staff',
      problems: petitionProblems,
    },
    { method: 'DELETE', path: '/petitions/{id}/files/{fileId}' },
  )
    .input(z.strictObject({ id: z.uuid(), fileId: idOf('file') }))
    .output(z.object({ id: z.string() })),

  openIdentity: operation(
    {
      title: { vi: 'Mở danh tính người tố cáo', en: 'Open who denounced' },
      kind: 'write',
      permission: 'denunciation.unseal',
      stepUp: 'proof',
      holdsSecret: true,
      problems: petitionProblems,
    },
    { method: 'POST', path: '/petitions/{id}/identity' },
  )
    .input(z.strictObject({ id: z.uuid(), reason: paragraphs(10, 500) }))
    .output(z.object({ fullName: z.string(), address: z.string(), phone: z.string(), email: z.string().nullable() })),
}
