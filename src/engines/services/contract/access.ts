import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { ExplainedActs } from './office.ts'
import { Count } from '#engines/workflow/contract.ts'
import { servicesProblems } from './problems.ts'
import { SaidWords } from './shapes.ts'

const Instant = z.iso.datetime({ offset: true })
const Code = z.string().trim().min(1).max(60)

/** What was asked of a rule: it lets, it forbids or does not let, or it has nothing to say here. */
const Verdict = z.enum(['yes', 'no', 'none'])

export const ReaderView = z.object({
  personId: z.string(),
  name: z.string(),
  title: z.string(),
  unitName: z.string(),
  by: z.enum(['unit', 'agency', 'subtree', 'all', 'delegation', 'granted']),
  words: SaidWords,
  fromName: z.string().nullable(),
  until: z.string().nullable(),
  works: z.boolean(),
})

const ReadersView = z.object({
  code: z.string(),
  readers: z.array(ReaderView),
  /** Who filed it; without names for whoever may not open the dossier themselves. */
  applicants: z.array(z.object({ name: z.string().nullable(), words: SaidWords })),
})

const Explanation = z.object({
  at: z.date(),
  dossier: z.object({ id: z.string(), code: z.string() }),
  person: z.object({
    id: z.string(),
    name: z.string(),
    account: z.object({ since: z.date(), isOpen: z.boolean(), mustChangePassword: z.boolean() }).nullable(),
  }),
  posts: z.array(
    z.object({
      title: z.string(),
      unitName: z.string(),
      kind: z.string(),
      decision: z.string().nullable(),
      from: PlainDate,
      to: PlainDate.nullable(),
      counts: z.boolean(),
      permissions: z.array(z.object({ permission: z.string(), reach: SaidWords })),
    }),
  ),
  delegations: z.array(
    z.object({
      fromTitle: z.string(),
      fromName: z.string().nullable(),
      unitName: z.string(),
      from: PlainDate,
      to: PlainDate,
      document: z.string().nullable(),
      counts: z.boolean(),
      words: SaidWords,
    }),
  ),
  work: z.array(
    z.object({
      stepName: SaidWords,
      unitName: z.string(),
      holder: z.string().nullable(),
      since: z.date(),
      isTheirs: z.boolean(),
      onBehalfOf: z.string().nullable(),
      given: z.object({ by: z.string(), at: z.date(), isTaken: z.boolean() }).nullable(),
    }),
  ),
  access: z.array(
    z.object({
      unitName: z.string(),
      words: SaidWords,
      since: z.date(),
      endsAt: z.date().nullable(),
      isReached: z.boolean(),
    }),
  ),
  rules: z.array(z.object({ code: z.string(), words: SaidWords, facts: SaidWords, verdict: Verdict })),
  canSee: z.boolean(),
  ...ExplainedActs,
})

const explains = { permission: 'access.explain', kind: 'read', readsPersonalData: true } as const

/** Rights in words, for those who answer for them: never more than what the deciding rule itself says. */
export const accessContract = {
  explainPerson: operation(
    { title: { vi: 'Vì sao một người thấy hồ sơ', en: 'Why somebody sees a dossier' }, ...explains },
    { method: 'GET', path: '/services/access/explanation' },
  )
    .input(z.strictObject({ person: z.uuid(), dossier: Code, at: Instant.optional() }))
    .output(Explanation),

  listReaders: operation(
    { title: { vi: 'Ai xem được một hồ sơ', en: 'Who sees a dossier' }, ...explains },
    { method: 'GET', path: '/services/access/readers' },
  )
    .input(z.strictObject({ dossier: Code, at: Instant.optional() }))
    .output(ReadersView),

  exportReaders: operation(
    {
      title: { vi: 'Tải danh sách người xem được hồ sơ', en: 'Download who sees a dossier' },
      ...explains,
      answersFile: 'text/csv',
    },
    { method: 'GET', path: '/services/access/readers/export' },
  )
    .input(z.strictObject({ dossier: Code, at: Instant.optional() }))
    .output(z.instanceof(Blob)),

  seeAs: operation(
    { title: { vi: 'Xem thay một người', en: 'Look as somebody else' }, kind: 'write', permission: 'access.simulate' },
    { method: 'POST', path: '/services/access/views' },
  )
    .input(z.strictObject({ person: z.uuid(), reason: z.string().trim().min(10).max(500) }))
    .output(
      z.object({
        name: z.string(),
        posts: z.array(z.string()),
        inbox: z.object({ mine: Count, unit: Count, delegated: Count }),
        dossiers: z.object({ open: z.number(), late: z.number(), dueSoon: z.number(), isCapped: z.boolean() }),
        /** The first page of their list; without a code what units in the caller's reach have nothing to do with. */
        rows: z.array(
          z.object({
            code: z.string().nullable(),
            procedureCode: z.string(),
            deadline: z.date(),
            unitName: z.string(),
          }),
        ),
      }),
    ),

  askToRead: operation(
    {
      title: { vi: 'Xin xem hồ sơ', en: 'Ask to read a dossier' },
      kind: 'write',
      permission: 'dossier.read',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/access/requests' },
  )
    .input(z.strictObject({ code: Code, purpose: z.string().trim().min(10).max(500) }))
    .output(z.object({ id: z.string() })),

  listAccessRequests: operation(
    {
      title: { vi: 'Các đề nghị xem hồ sơ', en: 'Requests to read dossiers' },
      kind: 'read',
      permission: 'dossier.read',
    },
    { method: 'GET', path: '/services/access/requests' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        mine: z.array(
          z.object({
            id: z.string(),
            code: z.string(),
            purpose: z.string(),
            askedAt: z.date(),
            state: z.enum(['waiting', 'lapsed', 'granted', 'refused']),
            dossierId: z.string().nullable(),
            endsAt: z.date().nullable(),
            words: z.string().nullable(),
            answeredBy: z.string().nullable(),
          }),
        ),
        toAnswer: z.array(
          z.object({
            id: z.string(),
            code: z.string(),
            procedureName: z.string(),
            askedBy: z.string(),
            title: z.string(),
            unitName: z.string(),
            purpose: z.string(),
            askedAt: z.date(),
          }),
        ),
      }),
    ),

  answerAccessRequest: operation(
    {
      title: { vi: 'Trả lời đề nghị xem hồ sơ', en: 'Answer a request to read' },
      kind: 'write',
      permission: 'access.grant',
    },
    { method: 'POST', path: '/services/access/requests/{id}/answer' },
  )
    .input(
      z.strictObject({
        id: z.uuid(),
        answer: z.discriminatedUnion('answer', [
          z.strictObject({
            answer: z.literal('granted'),
            days: z.number().int().min(1).max(90),
            document: z.string().trim().max(300).optional(),
          }),
          z.strictObject({ answer: z.literal('refused'), words: z.string().trim().min(3).max(1000) }),
        ]),
      }),
    )
    .output(z.object({ endsAt: z.date().nullable() })),
}
