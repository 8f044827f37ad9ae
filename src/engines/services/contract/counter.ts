import { z } from 'zod'
import { Phone } from '#values/phone.ts'
import { operation } from '#values/operation.ts'
import { oneLine } from '#values/one-line.ts'
import { PageRequest, pageOf } from '#values/page.ts'
import { PlainDate } from '#values/plain-date.ts'
import type { Condition } from '#values/condition.ts'
import type { Form } from '#engines/forms/declare.ts'
import {
  DayView,
  FeeView,
  GivenPapers,
  PaperOnly,
  LimitUnitView,
  PaperView,
  PersonalNumber,
  ProblemPlaceView,
  SaidWords,
} from './shapes.ts'
import { Receipt } from './receipt.ts'
import { CoApplicantHere } from './co-applicant-here.ts'
import { servicesProblems } from './problems.ts'

const Residence = z.strictObject({ commune: z.string().max(5), detail: z.string().max(200) })

const Applicant = z.strictObject({
  fullName: oneLine(2, 100),
  birthDate: PlainDate.optional(),
  sex: z.enum(['male', 'female']).optional(),
  personalId: PersonalNumber,
  phone: Phone.optional(),
  email: z.email().optional(),
  residence: Residence.optional(),
})

/** How an application comes in that is written at a counter; `online` with the officer's help. */
export const CounterChannel = z.enum(['counter', 'post', 'online'])

/** One of the caller's counters; their first without it. */
const CounterId = z.uuid().optional()

const Counter = z.object({ id: z.string(), name: z.string(), tier: z.string(), areaCode: z.string().nullable() })

/** What an application consists of when it is typed at a counter: a form post as the browser sends it, or answers. */
const Typed = {
  code: z.string().max(20),
  counterId: CounterId,
  enterpriseName: z.string().trim().max(200).optional(),
  post: z.string().max(500_000).optional(),
  answers: z.record(z.string(), z.unknown()).optional(),
  papers: GivenPapers.default([]),
  /** Who files together with the applicant. */
  coApplicants: z.array(CoApplicantHere).max(10).default([]),
  /** The caller's draft that this was written in; it ends with it. */
  draftId: z.uuid().optional(),
}

/** What an officer needs before the first letter of an application is typed. */
const Prepared = z.object({
  code: z.string(),
  name: SaidWords,
  /** Who decides; not known yet where an applicant chooses the place. */
  ownerName: z.string().nullable(),
  form: z.custom<Form>(),
  /** All that the procedure can ask for, each with the answers that make it asked. */
  papers: z.array(PaperView.omit({ files: true }).extend({ when: z.custom<Condition>().optional() })),
  /** How many may file together with the applicant, what each is called, and in which case; null where nobody does. */
  coApplicants: z.object({ called: SaidWords, most: z.number(), when: z.custom<Condition>().optional() }).nullable(),
  fees: z.array(FeeView),
  promised: z.date(),
  days: z.array(DayView),
  limitUnit: LimitUnitView,
  counter: Counter,
  /** All of the caller's counters that take it in. */
  counters: z.array(Counter),
  needsPlace: z.boolean(),
})

export const counterContract = {
  listCounters: operation(
    { title: { vi: 'Các quầy của tôi', en: 'My counters' }, kind: 'read', permission: 'dossier.receive' },
    { method: 'GET', path: '/services/counters' },
  )
    .input(z.strictObject({}))
    .output(z.array(Counter)),

  prepareReception: operation(
    {
      title: { vi: 'Chuẩn bị tiếp nhận tại quầy', en: 'Prepare reception at the counter' },
      kind: 'read',
      permission: 'dossier.receive',
      urgency: 'work',
      problems: servicesProblems,
    },
    { method: 'GET', path: '/services/reception/{code}' },
  )
    .input(
      z.strictObject({ code: z.string().max(20), channel: CounterChannel.default('counter'), counterId: CounterId }),
    )
    .output(Prepared),

  prepareOffline: operation(
    {
      title: { vi: 'Chuẩn bị tiếp nhận khi mất mạng', en: 'Prepare for reception without a line' },
      kind: 'read',
      permission: 'dossier.receive',
    },
    { method: 'GET', path: '/services/reception' },
  )
    .input(z.strictObject({}))
    // Every procedure that one of the caller's counters takes in today.
    .output(z.array(Prepared)),

  pictureReceipt: operation(
    {
      title: { vi: 'Xem trước giấy hẹn', en: 'A look at the slip before it is printed' },
      kind: 'read',
      permission: 'dossier.receive',
      problems: servicesProblems,
      answersFile: 'image/svg+xml',
    },
    { method: 'POST', path: '/services/reception/{code}/slip-picture' },
  )
    .input(
      z.strictObject({
        code: z.string().max(20),
        counterId: CounterId,
        post: z.string().max(500_000),
        /** As far as it is typed. */
        applicant: z.strictObject({
          fullName: z.string().max(100).default(''),
          personalId: z.string().max(20).default(''),
          sex: z.enum(['male', 'female']).optional(),
          phone: z.string().max(20).default(''),
          email: z.string().max(200).default(''),
          residence: Residence.optional(),
        }),
        /** Handed in, as a file or on paper. */
        papers: z.array(z.string().max(80)).max(300).default([]),
        paidFees: z.array(z.string().max(60)).max(10).default([]),
      }),
    )
    .output(z.instanceof(Blob)),

  findApplicant: operation(
    {
      title: { vi: 'Tìm người nộp theo số định danh', en: 'Find an applicant by number' },
      kind: 'read',
      permission: 'dossier.receive',
      urgency: 'work',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/services/reception/applicants/{personalId}' },
  )
    .input(z.strictObject({ personalId: PersonalNumber }))
    .output(
      Applicant.extend({
        id: z.string(),
        /** Somebody opened an account under this number online, and no officer has seen a card. */
        accountUnseen: z.boolean(),
      })
        .partial()
        .nullable(),
    ),

  receiveAtCounter: operation(
    {
      title: { vi: 'Tiếp nhận hồ sơ tại quầy', en: 'Receive a dossier at the counter' },
      kind: 'write',
      permission: 'dossier.receive',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/reception/{code}' },
  )
    .input(
      z.strictObject({
        ...Typed,
        applicant: Applicant,
        paperOnly: PaperOnly,
        paidFees: z
          .array(z.strictObject({ fee: z.string().max(60), method: z.enum(['cash', 'transfer']) }))
          .max(10)
          .default([]),
        channel: z.enum(['counter', 'post']).default('counter'),
        /** Received while the line was away: sent again under this id, it is the same dossier. */
        offline: z
          .strictObject({
            id: z.uuid(),
            /** The number of the provisional slip. */
            slip: z.string().regex(/^TN-[A-Z0-9.]{1,24}-\d{6}-[A-Z0-9]{2,8}$/),
            /** Who received it: nobody else sends it. */
            account: z.string().optional(),
            /** How long ago it was handed in. A storm takes a line away for longer than a week. */
            secondsAgo: z
              .int()
              .min(0)
              .max(31 * 86_400),
          })
          .optional(),
      }),
    )
    .output(Receipt.extend({ places: z.array(ProblemPlaceView).optional() })),

  fileAssisted: operation(
    {
      title: { vi: 'Hỗ trợ nộp trực tuyến', en: 'Help to file online' },
      kind: 'write',
      permission: 'dossier.receive',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/assisted-filings/{code}' },
  )
    .input(
      z.strictObject({
        ...Typed,
        // Without a phone nobody could look it up: the last digits are the second fact.
        applicant: Applicant.extend({ phone: Phone }),
        /** Where it is filed, for procedures that are received in more than one place. */
        place: z
          .string()
          .regex(/^\d{3,5}$/)
          .optional(),
        /** How the applicant confirmed the declaration: read on the screen, or signed in print. */
        confirmed: z.enum(['screen', 'print']).optional(),
      }),
    )
    .output(Receipt),

  listReadyForHandover: operation(
    {
      title: { vi: 'Hồ sơ chờ bàn giao', en: 'Dossiers waiting for hand-over' },
      kind: 'read',
      permission: 'dossier.receive',
    },
    { method: 'GET', path: '/services/handovers/ready' },
  )
    .input(z.strictObject({}))
    .output(
      z.array(
        z.object({
          dossierId: z.string(),
          code: z.string(),
          title: z.string(),
          line: z.string(),
          fromUnitId: z.string(),
          fromUnitName: z.string(),
          toUnitId: z.string(),
          toUnitName: z.string(),
          receivedAt: z.date(),
        }),
      ),
    ),

  listResultAddresses: operation(
    {
      title: { vi: 'Kết quả nào gửi bưu điện, đến đâu', en: 'Which results go by post, and where to' },
      kind: 'read',
      permission: 'dossier.read',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/services/result-addresses' },
  )
    .input(z.strictObject({ dossierIds: z.array(z.uuid()).max(200) }))
    // A dossier without one has its result fetched at the counter, or is not the caller's to see.
    .output(z.array(z.object({ dossierId: z.string(), address: z.string() }))),

  makeHandover: operation(
    {
      title: { vi: 'Lập danh sách bàn giao', en: 'Make a hand-over list' },
      kind: 'write',
      permission: 'dossier.receive',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/handovers' },
  )
    .input(z.strictObject({ toUnitId: z.uuid(), dossierIds: z.array(z.uuid()).min(1).max(500) }))
    .output(z.object({ id: z.string(), number: z.string(), count: z.number() })),

  listHandovers: operation(
    { title: { vi: 'Các lần bàn giao', en: 'Hand-overs' }, kind: 'read', permission: 'dossier.read' },
    { method: 'GET', path: '/services/handovers' },
  )
    .input(z.strictObject({}))
    .output(
      z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          fromUnitName: z.string(),
          toUnitName: z.string(),
          madeAt: z.date(),
          madeBy: z.string(),
          takenAt: z.date().nullable(),
          takenBy: z.string().nullable(),
          count: z.number(),
          canTake: z.boolean(),
        }),
      ),
    ),

  takeHandover: operation(
    { title: { vi: 'Nhận bàn giao', en: 'Take a hand-over' }, kind: 'write', permission: 'dossier.read' },
    { method: 'POST', path: '/services/handovers/{id}/receipt' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ takenAt: z.date() })),

  printHandover: operation(
    {
      title: { vi: 'In danh sách bàn giao', en: 'Print a hand-over list' },
      kind: 'read',
      permission: 'dossier.read',
      readsPersonalData: true,
      answersFile: 'application/pdf',
    },
    { method: 'GET', path: '/services/handovers/{id}/print' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.instanceof(Blob)),

  listResultsDue: operation(
    {
      title: { vi: 'Kết quả phải trả trong ngày', en: 'Results to hand out on a day' },
      kind: 'read',
      permission: 'dossier.receive',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/services/results-due' },
  )
    .input(z.strictObject({ day: PlainDate, counterId: CounterId, ...PageRequest }))
    .output(
      pageOf(
        z.object({
          id: z.string(),
          code: z.string(),
          applicantName: z.string(),
          procedureName: z.string(),
          promised: z.date(),
          isReady: z.boolean(),
          status: z.string(),
          step: SaidWords.nullable(),
          unitName: z.string().nullable(),
        }),
      ).extend({ counterName: z.string() }),
    ),

  printResultsDue: operation(
    {
      title: { vi: 'In danh sách kết quả phải trả', en: 'Print the list of results to hand out' },
      kind: 'read',
      permission: 'dossier.receive',
      readsPersonalData: true,
      answersFile: 'application/pdf',
      problems: servicesProblems,
    },
    { method: 'GET', path: '/services/results-due/print' },
  )
    .input(z.strictObject({ day: PlainDate, counterId: CounterId }))
    .output(z.instanceof(Blob)),

  printDossierBook: operation(
    {
      title: { vi: 'In sổ theo dõi hồ sơ', en: 'Print the dossier book' },
      kind: 'read',
      permission: 'dossier.receive',
      readsPersonalData: true,
      answersFile: 'application/pdf',
    },
    { method: 'GET', path: '/services/dossier-book' },
  )
    .input(z.strictObject({ from: PlainDate, to: PlainDate, counterId: CounterId }))
    .output(z.instanceof(Blob)),
}
