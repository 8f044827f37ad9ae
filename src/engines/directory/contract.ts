import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { oneLine } from '#values/one-line.ts'
import type { ProblemKind } from '#values/errors.ts'
import { DelegationKind } from './delegation-kind.ts'
import { guardianContract } from './contract/guardian.ts'
import { mandateContract } from './contract/mandate.ts'
import { Beyond, quotaContract, Staffing } from './contract/quota.ts'
import { Phone } from '#values/phone.ts'
import { PlainDate } from '#values/plain-date.ts'

import { importContract } from './import/contract.ts'
import { OrganCode } from './organization-shape.ts'
import { reorganizationContract } from './reorganization/contract.ts'
import { transferContract } from './transfer/contract.ts'

export { mandateProblems } from './contract/mandate.ts'
export { addChange, isPlanPart, withoutChange, type PlanChange, type PlanPart } from './reorganization/change-plan.ts'
export type { ReorganizationPreview } from './reorganization/contract.ts'
export { ReorganizationPlan } from './reorganization/plan.ts'
export type { TransferView } from './transfer/contract.ts'
export { readAreaTable, type AreaTable, type KnownArea, type Unread } from './reorganization/read-area-table.ts'

export { staffingWords, type Staffing } from './contract/quota.ts'
export { sheetWords, textsInOrder } from './import/columns.ts'
export { functionWords, sayFunction, sayTier, sayUnitKind, unitKindWords } from './said-names.ts'

export const directoryProblems = {
  postHeld: { status: 409, message: { vi: 'Vị trí này đang có người giữ.', en: 'Someone holds this post.' } },
  notOwnPost: {
    status: 403,
    message: { vi: 'Chỉ ủy quyền được vị trí mình đang giữ.', en: 'Only a post of your own can be delegated.' },
  },
  otherAgency: {
    status: 422,
    message: {
      vi: 'Chỉ giao việc cho người trong cùng cơ quan.',
      en: 'Work is given only to somebody of the same agency.',
    },
  },
  orderToHeads: {
    status: 422,
    message: {
      vi: 'Chỉ người đứng đầu cơ quan giao ký thừa lệnh, và chỉ cho người đứng đầu đơn vị thuộc cơ quan.',
      en: 'Only the head of an agency lets sign by order, and only heads of its divisions.',
    },
  },
  delegatedOn: {
    status: 422,
    message: { vi: 'Việc được ủy quyền không được ủy quyền lại.', en: 'Delegated work may not be delegated on.' },
  },
  vacantPost: {
    status: 422,
    message: {
      vi: 'Vị trí này chưa có người giữ: việc giao cho vị trí ấy sẽ không ai làm.',
      en: 'Nobody holds this post: work given to it would be done by nobody.',
    },
  },
  unitEnds: {
    status: 409,
    message: {
      vi: 'Đơn vị này thôi hoạt động theo đợt sắp xếp đã hẹn. Hãy bỏ hẹn, sửa phương án rồi hẹn lại.',
      en: 'This unit ends by a reorganisation that is scheduled. Take it back, change its plan and schedule it again.',
    },
  },
  organCodeTaken: {
    status: 409,
    message: {
      vi: 'Mã định danh này đang là của đơn vị khác.',
      en: 'Another unit bears this organ code.',
    },
  },
  holderLeaves: {
    status: 422,
    message: {
      vi: 'Người giao hoặc người nhận thôi giữ vị trí trước ngày cuối. Chọn ngày cuối sớm hơn.',
      en: 'Somebody of the two leaves the post before the last day. Choose an earlier one.',
    },
  },
  delegatedAlready: {
    status: 409,
    message: {
      vi: 'Đã giao cho vị trí này trong những ngày đó. Muốn đổi thì chấm dứt lần trước đã.',
      en: 'It is given to this post for those days already. End that first to change it.',
    },
  },
} as const satisfies Record<string, ProblemKind>

export const UnitView = z.object({
  id: z.string(),
  code: z.string(),
  key: z.number(),
  name: z.string(),
  shortName: z.string().nullable(),
  kind: z.string(),
  tier: z.string(),
  parentId: z.string().nullable(),
  agencyId: z.string(),
  areaCode: z.string().nullable(),
  organCode: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
})

export const PostView = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  function: z.string(),
  title: z.string(),
  staffing: Staffing,
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  appointmentId: z.string().nullable(),
  appointmentKind: z.string().nullable(),
})

const AreaView = z.object({
  code: z.string(),
  tier: z.string(),
  name: z.string(),
  parentCode: z.string().nullable(),
  parentName: z.string().nullable(),
})

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

/** Someone who never held a post here. */
const NewOfficial = z.strictObject({
  fullName: oneLine(2, 100),
  birthDate: PlainDate.optional(),
  phone: Phone.optional(),
})

const AsOf = { asOf: PlainDate.optional() }
const manage = 'directory.manage'

export const directoryContract = {
  ...reorganizationContract,
  ...transferContract,
  ...guardianContract,
  ...mandateContract,
  ...quotaContract,
  ...importContract,

  findAreas: operation(
    { title: { vi: 'Tìm xã, phường, huyện', en: 'Find communes and districts' }, kind: 'read', permission: 'anyone' },
    { method: 'GET', path: '/directory/areas' },
  )
    .input(
      z.strictObject({
        tier: z.string().max(20).optional(),
        parent: z.string().max(5).optional(),
        text: z.string().trim().max(60).optional(),
        ...AsOf,
      }),
    )
    .output(z.array(AreaView)),

  findUnits: operation(
    { title: { vi: 'Tìm cơ quan, đơn vị', en: 'Find bodies and units' }, kind: 'read', permission: 'directory.read' },
    { method: 'GET', path: '/directory/units' },
  )
    .input(
      z.strictObject({
        text: z.string().trim().min(1).max(100),
        kind: z.string().max(30).optional(),
        limit: z.coerce.number().int().min(1).max(50).default(20),
        ...AsOf,
      }),
    )
    .output(z.array(UnitView)),

  listUnits: operation(
    { title: { vi: 'Các đơn vị trực thuộc', en: 'Units directly below' }, kind: 'read', permission: 'directory.read' },
    { method: 'GET', path: '/directory/unit-tree' },
  )
    .input(z.strictObject({ parentId: z.uuid().optional(), ...AsOf }))
    .output(z.array(UnitView)),

  getUnit: operation(
    { title: { vi: 'Một đơn vị', en: 'One unit' }, kind: 'read', permission: 'directory.read' },
    { method: 'GET', path: '/directory/units/{id}' },
  )
    .input(z.strictObject({ id: z.uuid(), ...AsOf }))
    .output(UnitView.extend({ posts: z.array(PostView) })),

  createUnit: operation(
    { title: { vi: 'Thêm đơn vị', en: 'Add a unit' }, kind: 'write', permission: manage, problems: directoryProblems },
    { method: 'POST', path: '/directory/units' },
  )
    .input(
      z.strictObject({
        code: z.string().regex(/^[A-Z0-9][A-Z0-9.-]{0,39}$/),
        name: oneLine(2, 200),
        kind: z.enum(['peoples-committee', 'department', 'subordinate-agency', 'one-stop', 'division']),
        parentId: z.uuid(),
        from: PlainDate,
      }),
    )
    .output(UnitView),

  renameUnit: operation(
    {
      title: { vi: 'Đổi tên đơn vị', en: 'Rename a unit' },
      kind: 'write',
      permission: manage,
      problems: directoryProblems,
    },
    { method: 'POST', path: '/directory/units/{id}/name' },
  )
    .input(z.strictObject({ id: z.uuid(), name: oneLine(2, 200), from: PlainDate }))
    .output(UnitView),

  changeOrganCode: operation(
    {
      title: { vi: 'Đổi mã định danh đơn vị', en: 'Change the organ code of a unit' },
      kind: 'write',
      permission: manage,
      problems: directoryProblems,
    },
    { method: 'POST', path: '/directory/units/{id}/organ-code' },
  )
    .input(z.strictObject({ id: z.uuid(), organCode: OrganCode, from: PlainDate }))
    .output(UnitView),

  listUnitVersions: operation(
    {
      title: { vi: 'Tên và mã định danh qua thời gian', en: 'Names and organ codes over time' },
      kind: 'read',
      permission: 'directory.read',
    },
    { method: 'GET', path: '/directory/units/{id}/versions' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(
      z.array(
        z.object({
          from: PlainDate,
          to: PlainDate.nullable(),
          name: z.string(),
          shortName: z.string().nullable(),
          organCode: z.string().nullable(),
        }),
      ),
    ),

  createPost: operation(
    { title: { vi: 'Thêm vị trí', en: 'Add a post' }, kind: 'write', permission: manage, problems: directoryProblems },
    { method: 'POST', path: '/directory/posts' },
  )
    .input(
      z.strictObject({
        unitId: z.uuid(),
        function: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        title: oneLine(2, 120),
        staffing: Staffing.default('civil-servant'),
        from: PlainDate,
      }),
    )
    .output(z.object({ id: z.string() })),

  appoint: operation(
    {
      title: { vi: 'Bổ nhiệm vào vị trí', en: 'Appoint to a post' },
      kind: 'write',
      permission: manage,
      stepUp: 'proof',
      problems: directoryProblems,
    },
    { method: 'POST', path: '/directory/posts/{postId}/appointments' },
  )
    .input(
      z
        .strictObject({
          postId: z.uuid(),
          personId: z.uuid().optional(),
          newPerson: NewOfficial.optional(),
          kind: z.enum(['regular', 'acting', 'secondment']).default('regular'),
          from: PlainDate,
          decision: z.string().max(200).optional(),
        })
        .refine((given) => (given.personId === undefined) !== (given.newPerson === undefined), {
          error: 'Chọn một người đang có, hoặc khai một người mới · Someone known, or someone new',
          path: ['personId'],
        }),
    )
    .output(
      z.object({
        id: z.string(),
        /** Quotas that are exceeded by it: told, not refused. */
        beyondQuota: z.array(Beyond),
      }),
    ),

  endAppointment: operation(
    {
      title: { vi: 'Thôi giữ vị trí', en: 'End an appointment' },
      kind: 'write',
      permission: manage,
      stepUp: 'proof',
      problems: directoryProblems,
    },
    { method: 'POST', path: '/directory/appointments/{id}/end' },
  )
    .input(z.strictObject({ id: z.uuid(), on: PlainDate }))
    .output(z.object({ ended: z.boolean() })),

  findPeople: operation(
    { title: { vi: 'Tìm cán bộ', en: 'Find officials' }, kind: 'read', permission: 'directory.read' },
    { method: 'GET', path: '/directory/people' },
  )
    .input(
      z.strictObject({
        text: z.string().trim().min(1).max(100),
        /** Only those of the agency of this unit. */
        agencyOf: z.uuid().optional(),
        limit: z.coerce.number().int().min(1).max(50).default(20),
      }),
    )
    .output(z.array(PostView)),

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
