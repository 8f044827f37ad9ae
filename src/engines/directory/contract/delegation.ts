import { z } from 'zod'
import { oneLine } from '#values/one-line.ts'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { DelegationKind } from '../delegation-kind.ts'
import { directoryProblems } from './problems.ts'

const DelegationView = z.object({
  id: z.string(),
  kind: DelegationKind,
  fromPostId: z.string(),
  fromTitle: z.string(),
  fromName: z.string().nullable(),
  toPostId: z.string(),
  toTitle: z.string(),
  toName: z.string().nullable(),
  unitName: z.string(),
  permissions: z.array(z.string()).nullable(),
  validFrom: PlainDate,
  validTo: PlainDate,
  document: z.string().nullable(),
  reason: z.string().nullable(),
})

/** Whose work others do: by authority, or while somebody is away. */
export const delegationContract = {
  listDelegations: operation(
    { title: { vi: 'Ủy quyền và người thay', en: 'Delegations and stand-ins' }, kind: 'read', permission: 'staff' },
    { method: 'GET', path: '/directory/delegations' },
  )
    .input(z.strictObject({}))
    .output(z.array(DelegationView)),

  delegate: operation(
    {
      title: { vi: 'Ủy quyền hoặc nhờ thay khi vắng', en: 'Delegate, or name a stand-in' },
      kind: 'write',
      permission: 'staff',
      stepUp: 'proof',
      problems: directoryProblems,
    },
    { method: 'POST', path: '/directory/delegations' },
  )
    .input(
      z
        .strictObject({
          fromPostId: z.uuid(),
          toPostId: z.uuid(),
          kind: DelegationKind,
          permissions: z.array(z.string().max(60)).max(40).optional(),
          from: PlainDate,
          to: PlainDate,
          document: z.string().trim().min(1).max(200).optional(),
          reason: z.string().max(500).optional(),
        })
        .refine(({ from, to }) => to > from, {
          error: 'Ngày cuối phải từ ngày đầu trở đi · The last day must not be before the first',
          path: ['to'],
        })
        .refine(({ fromPostId, toPostId }) => fromPostId !== toPostId, {
          error: 'Phải là người khác · It must be somebody else',
          path: ['toPostId'],
        })
        // Decree 30/2020 art. 13: authority is given in writing; whoever stands in for an absence signs as what they are.
        .refine(({ kind, document }) => kind === 'absence' || document !== undefined, {
          error: 'Ủy quyền phải có số văn bản · A delegation needs the number of its document',
          path: ['document'],
        }),
    )
    .output(z.object({ id: z.string() })),

  takeLeave: operation(
    {
      title: { vi: 'Nghỉ phép, có người thay', en: 'Go on leave, with a stand-in' },
      kind: 'write',
      permission: 'staff',
      stepUp: 'proof',
      problems: directoryProblems,
    },
    { method: 'POST', path: '/directory/leaves' },
  )
    .input(
      z
        .strictObject({
          /** Somebody else who is away: entered by whoever gives work in their unit, or manages it. */
          personId: z.uuid().optional(),
          toPostId: z.uuid(),
          from: PlainDate,
          /** The first day back. */
          to: PlainDate,
          document: oneLine(1, 200).optional(),
          reason: oneLine(2, 300).optional(),
        })
        .refine(({ from, to }) => to > from, {
          error: 'Ngày cuối phải từ ngày đầu trở đi · The last day must not be before the first',
          path: ['to'],
        }),
    )
    // The titles of posts in another agency than the stand-in's, or out of reach: they need a stand-in of their own.
    .output(z.object({ covered: z.number(), left: z.array(z.string()) })),

  listLeaves: operation(
    { title: { vi: 'Ai đang vắng, ai thay', en: 'Who is away, and who stands in' }, kind: 'read', permission: 'staff' },
    { method: 'GET', path: '/directory/leaves' },
  )
    .input(z.strictObject({}))
    .output(z.array(DelegationView)),

  revokeDelegation: operation(
    {
      title: { vi: 'Chấm dứt ủy quyền', en: 'End a delegation' },
      kind: 'write',
      permission: 'staff',
      problems: directoryProblems,
    },
    { method: 'POST', path: '/directory/delegations/{id}/end' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ ended: z.boolean() })),
}
