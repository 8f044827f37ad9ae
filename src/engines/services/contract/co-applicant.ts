import { z } from 'zod'
import { Phone } from '#values/phone.ts'
import { operation } from '#values/operation.ts'
import { oneLine } from '#values/one-line.ts'
import type { Form } from '#engines/forms/declare.ts'
import { wishes } from '#engines/notification/contract.ts'
import { PageSaved, PageSent } from './page-saved.ts'
import { servicesProblems } from './problems.ts'
import { FileView, ProblemPlaceView, SaidWords, SummaryPageView } from './shapes.ts'

const Id = { id: z.uuid() }
const Said = z.string().trim().max(1000)

export const CoApplicantStateView = z.enum(['waiting', 'confirmed', 'changed', 'declined'])

/** Who files together, as the writer of the application sees it. */
export const FiledTogetherView = z.object({
  called: SaidWords,
  most: z.number(),
  /** Whether the answers so far are a case in which others file too. */
  isAsked: z.boolean(),
  /** Asked before the questions: it depends on none of them. */
  isFirst: z.boolean(),
  pages: z.array(z.object({ id: z.string(), title: SaidWords })),
  named: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      personalId: z.string(),
      /** Where the writer has the invitation sent; null: nobody tells them but the writer, and their own page. */
      email: z.string().nullable(),
      page: z.string().nullable(),
      state: CoApplicantStateView,
      answeredAt: z.date().nullable(),
      words: z.string().nullable(),
    }),
  ),
})

export const InvitationLineView = z.object({
  id: z.string(),
  procedureName: z.string(),
  applicantName: z.string(),
  state: CoApplicantStateView,
  expiresAt: z.date(),
})

export const InvitationView = z.object({
  id: z.string(),
  code: z.string(),
  procedureName: SaidWords,
  applicantName: z.string(),
  called: SaidWords,
  state: CoApplicantStateView,
  /** Names what was read; a confirmation gives it back. */
  seen: z.string(),
  summary: z.array(SummaryPageView),
  papers: z.array(z.object({ id: z.string(), name: SaidWords, generated: z.boolean(), files: z.array(FileView) })),
  placeName: z.string().nullable(),
  others: z.array(z.object({ name: z.string(), state: CoApplicantStateView })),
  /** The question page that is theirs, with the answers to it and to the questions that it depends on. */
  own: z
    .object({
      page: z.string(),
      title: SaidWords,
      form: z.custom<Form>(),
      answers: z.record(z.string(), z.unknown()),
      /** Whose mark the page bears, empty for nobody's: what a save names as `seen`. */
      writer: z.string(),
      missing: z.array(ProblemPlaceView),
    })
    .nullable(),
  /** How much the application still lacks: what is added later has to be confirmed again. */
  missing: z.number(),
  expiresAt: z.date(),
})

const write = { kind: 'write', permission: 'citizen', problems: servicesProblems } as const

export const coApplicantContract = {
  nameCoApplicant: operation(
    { title: { vi: 'Ghi tên người cùng nộp', en: 'Name a co-applicant' }, ...write, limits: { invitations: wishes } },
    { method: 'POST', path: '/services/drafts/{id}/co-applicants' },
  )
    .input(
      z.strictObject({
        ...Id,
        name: oneLine(2, 100),
        personalId: z.string().regex(/^\d{12}$/),
        phone: Phone.optional(),
        email: z.email().max(200).optional(),
        page: z.string().max(60).optional(),
      }),
    )
    .output(z.object({ coApplicantId: z.string() })),

  removeCoApplicant: operation(
    { title: { vi: 'Bỏ tên người cùng nộp', en: 'Take out a co-applicant' }, ...write },
    { method: 'DELETE', path: '/services/drafts/{id}/co-applicants/{coApplicantId}' },
  )
    .input(z.strictObject({ ...Id, coApplicantId: z.uuid() }))
    .output(z.object({ removed: z.boolean() })),

  listInvitations: operation(
    {
      title: { vi: 'Lời mời cùng nộp hồ sơ', en: 'Invitations to file together' },
      kind: 'read',
      permission: 'citizen',
    },
    { method: 'GET', path: '/services/invitations' },
  )
    .input(z.strictObject({}))
    .output(z.array(InvitationLineView)),

  getInvitation: operation(
    {
      title: { vi: 'Đọc hồ sơ được mời cùng nộp', en: 'Read an application to file together' },
      kind: 'read',
      permission: 'citizen',
      urgency: 'filing',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/services/invitations/{id}' },
  )
    .input(z.strictObject(Id))
    .output(InvitationView),

  getEndedInvitation: operation(
    {
      title: { vi: 'Vì sao lời mời không còn', en: 'Why an invitation is no more' },
      kind: 'read',
      permission: 'citizen',
    },
    { method: 'GET', path: '/services/invitations/{id}/end' },
  )
    .input(z.strictObject(Id))
    .output(
      z.object({
        how: z.enum(['discarded', 'expired', 'taken-out']),
        procedureName: SaidWords,
        applicantName: z.string(),
        endedAt: z.date(),
      }),
    ),

  saveInvitedPage: operation(
    { title: { vi: 'Khai phần của mình', en: 'Answer one’s own page' }, ...write },
    { method: 'PUT', path: '/services/invitations/{id}/page' },
  )
    .input(z.strictObject({ ...Id, ...PageSent }))
    .output(PageSaved),

  confirmInvitation: operation(
    { title: { vi: 'Xác nhận cùng nộp', en: 'Confirm filing together' }, ...write },
    { method: 'POST', path: '/services/invitations/{id}/confirmation' },
  )
    .input(
      z.strictObject({
        ...Id,
        seen: z.string().regex(/^[0-9a-f]{64}$/),
        declared: z.boolean(),
        words: Said.optional(),
      }),
    )
    .output(z.object({ state: CoApplicantStateView })),

  declineInvitation: operation(
    { title: { vi: 'Từ chối cùng nộp', en: 'Decline filing together' }, ...write },
    { method: 'POST', path: '/services/invitations/{id}/refusal' },
  )
    .input(z.strictObject({ ...Id, words: Said.min(3) }))
    .output(z.object({ state: CoApplicantStateView })),
}
