import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { oneLine } from '#values/one-line.ts'
import { boundaryContract } from './boundary/contract.ts'
import { delegationContract } from './contract/delegation.ts'
import { guardianContract } from './contract/guardian.ts'
import { mandateContract } from './contract/mandate.ts'
import { directoryProblems } from './contract/problems.ts'
import { Beyond, quotaContract, Staffing } from './contract/quota.ts'
import { Phone } from '#values/phone.ts'
import { PlainDate } from '#values/plain-date.ts'

import { importContract } from './import/contract.ts'
import { OrganCode, TaxCode } from './organization-shape.ts'
import { reorganizationContract } from './reorganization/contract.ts'
import { transferContract } from './transfer/contract.ts'

export type { Boundary } from './boundary/contract.ts'
export { mandateProblems } from './contract/mandate.ts'
export { directoryProblems } from './contract/problems.ts'
export { addChange, isPlanPart, withoutChange, type PlanChange, type PlanPart } from './reorganization/change-plan.ts'
export type { ReorganizationPreview } from './reorganization/contract.ts'
export { ReorganizationPlan } from './reorganization/plan.ts'
export type { TransferView } from './transfer/contract.ts'
export { mostBegins } from './transfer/plan.ts'
export { readAreaTable, type AreaTable, type KnownArea, type Unread } from './reorganization/read-area-table.ts'

export { staffingWords, type Staffing } from './contract/quota.ts'
export { sheetWords, textsInOrder } from './import/columns.ts'
export { functionWords, sayFunction, sayTier, sayUnitKind, unitKindWords } from './said-names.ts'

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
  /** Of its own; receipts take that of the nearest unit above where there is none. */
  taxCode: z.string().nullable(),
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
  ...delegationContract,
  ...guardianContract,
  ...mandateContract,
  ...quotaContract,
  ...importContract,
  ...boundaryContract,

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

  changeTaxCode: operation(
    {
      title: { vi: 'Đổi mã số thuế đơn vị', en: 'Change the tax code of a unit' },
      kind: 'write',
      permission: manage,
      problems: directoryProblems,
    },
    { method: 'POST', path: '/directory/units/{id}/tax-code' },
  )
    .input(z.strictObject({ id: z.uuid(), taxCode: TaxCode.nullable(), from: PlainDate }))
    .output(UnitView),

  listUnitVersions: operation(
    {
      title: { vi: 'Tên và các mã qua thời gian', en: 'Names and codes over time' },
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
          taxCode: z.string().nullable(),
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
}
