import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { Decision, TransferPlan } from './plan.ts'
import { transferProblems } from './problems.ts'

const manage = 'directory.manage'

const Standing = z.object({
  appointmentId: z.string().nullable(),
  postId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  agencyName: z.string(),
  function: z.string(),
  title: z.string(),
  kind: z.enum(['regular', 'acting', 'secondment']),
  from: PlainDate,
  to: PlainDate.nullable(),
  permissions: z.record(z.string(), z.string()),
})

const Right = z.object({ permission: z.string(), reach: z.string(), place: z.string().nullable() })

const Delegation = z.object({
  id: z.string(),
  kind: z.enum(['delegation', 'absence']),
  fromTitle: z.string(),
  toTitle: z.string(),
  /** Given by them; else it was given to them, and its giver needs somebody else. */
  isGiven: z.boolean(),
})
export type DelegationView = z.output<typeof Delegation>

const Preview = z.object({
  before: z.array(Standing).readonly(),
  after: z.array(Standing).readonly(),
  /** Posts of theirs that end. */
  ending: z.array(z.string()),
  rights: z.object({ before: z.number(), after: z.number(), gained: z.array(Right), lost: z.array(Right) }),
  /** Open work that nobody would hold any more. */
  work: z.number(),
  /** Who leads the units that they leave, and gets what nobody was given. */
  leaders: z.array(z.object({ personId: z.string(), name: z.string(), title: z.string() })),
  delegations: z.array(Delegation),
})

const Transfer = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  document: z.string(),
  decidedOn: PlainDate,
  reason: z.string().nullable(),
  effectiveOn: PlainDate,
  leaves: z.boolean(),
  status: z.enum(['ahead', 'in-force', 'cancelled']),
  decidedAt: z.date(),
})
export type TransferView = z.output<typeof Transfer>

export const transferContract = {
  viewOfficial: operation(
    { title: { vi: 'Một cán bộ và các vị trí', en: 'An official and their posts' }, kind: 'read', permission: manage },
    { method: 'GET', path: '/directory/officials/{id}' },
  )
    .input(z.strictObject({ id: z.uuid(), asOf: PlainDate.optional() }))
    .output(
      z.object({
        id: z.string(),
        name: z.string(),
        birthDate: PlainDate.nullable(),
        /** What they hold on the day. */
        posts: z.array(Standing),
        history: z.array(
          z.object({
            title: z.string(),
            unitName: z.string(),
            kind: z.string(),
            from: PlainDate,
            to: PlainDate.nullable(),
          }),
        ),
        transfers: z.array(Transfer),
      }),
    ),

  listTransfers: operation(
    { title: { vi: 'Các quyết định điều động', en: 'Transfers' }, kind: 'read', permission: manage },
    { method: 'GET', path: '/directory/transfers' },
  )
    .input(z.strictObject({}))
    .output(z.array(Transfer)),

  previewTransfer: operation(
    {
      title: { vi: 'Xem trước một quyết định điều động', en: 'Preview a transfer' },
      kind: 'read',
      permission: manage,
      problems: transferProblems,
    },
    { method: 'POST', path: '/directory/transfer-previews' },
  )
    .input(z.strictObject({ plan: TransferPlan }))
    .output(Preview),

  decideTransfer: operation(
    {
      title: { vi: 'Điều động, tiếp nhận, cho thôi việc', en: 'Transfer an official' },
      kind: 'write',
      permission: manage,
      stepUp: 'proof',
      problems: transferProblems,
    },
    { method: 'POST', path: '/directory/transfers' },
  )
    .input(z.strictObject({ plan: TransferPlan, decision: Decision }))
    .output(z.object({ id: z.string() })),

  getTransfer: operation(
    { title: { vi: 'Một quyết định điều động', en: 'One transfer' }, kind: 'read', permission: manage },
    { method: 'GET', path: '/directory/transfers/{id}' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(Transfer.extend({ preview: Preview })),

  cancelTransfer: operation(
    {
      title: { vi: 'Bỏ hẹn một quyết định điều động', en: 'Cancel a transfer' },
      kind: 'write',
      permission: manage,
      stepUp: 'proof',
      problems: transferProblems,
    },
    { method: 'POST', path: '/directory/transfers/{id}/cancellation' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ id: z.string() })),
}
