import { z } from 'zod'
import { oneLine } from '#values/one-line.ts'
import { operation } from '#values/operation.ts'
import type { ProblemKind } from '#values/errors.ts'
import type { Quota } from '#values/quota.ts'
import type { Words } from '#values/words.ts'

/**
 * What a machine may be given: to read and to look up. What decides, signs or changes rights is done by people; so is whatever asks for
 * a fresh proof, which no machine can give.
 */
export const machinePermissions = {
  'directory.read': { vi: 'Tra cứu tổ chức, chức vụ', en: 'Look up units and posts' },
  'procedure.read': { vi: 'Tra cứu thủ tục', en: 'Look up procedures' },
  'dossier.read': { vi: 'Xem hồ sơ', en: 'Read dossiers' },
  'task.load': { vi: 'Xem khối lượng công việc', en: 'See how much work there is' },
  'job.read': { vi: 'Xem tình trạng hệ thống', en: 'See the state of the platform' },
} as const satisfies Record<string, Words>

export type MachinePermission = keyof typeof machinePermissions

const Permission = z.enum(Object.keys(machinePermissions) as [MachinePermission, ...MachinePermission[]])
const permissions = z.array(Permission).min(1).max(Object.keys(machinePermissions).length)
const Reach = z.enum(['unit', 'agency', 'subtree', 'all'])

/** Calls under one token, or under all those together that one system gets by its key. */
export const tokenQuota: Quota = { free: 600, withinSeconds: 60 }

export const longestTokenDays = 365

export const machineProblems = {
  reachTooFar: {
    status: 403,
    message: {
      vi: 'Người quản trị đơn vị không cho máy quyền xa hơn đơn vị mình quản trị.',
      en: 'An administrator gives no machine more reach than their own.',
    },
  },
  notTheirsToGive: {
    status: 403,
    message: {
      vi: 'Quyền này ông/bà không giữ nên không cho máy được: do quản trị của tỉnh cấp.',
      en: 'You do not hold this permission and cannot give it to a machine: the administrator of the province does.',
    },
  },
  moreThanItsOwner: {
    status: 422,
    message: {
      vi: 'Mã truy cập không được rộng hơn quyền của tài khoản máy.',
      en: 'A token cannot hold more than its service account.',
    },
  },
} as const satisfies Record<string, ProblemKind>

const facts = {
  name: oneLine(2, 100),
  contact: oneLine(2, 200),
  purpose: oneLine(5, 300),
  permissions,
  reach: Reach,
}

const Token = z.object({
  id: z.string(),
  name: z.string(),
  permissions,
  createdAt: z.date(),
  expiresAt: z.date(),
  revokedAt: z.date().nullable(),
  lastUsedAt: z.date().nullable(),
  lastAddress: z.string().nullable(),
})

const Machine = z.object({
  id: z.string(),
  ownerId: z.string(),
  owner: z.string(),
  ...facts,
  status: z.enum(['active', 'disabled']),
  createdAt: z.date(),
  tokens: z.array(Token),
  /** The system that is this machine when it asks in its own name, getting tokens of five minutes by its key. */
  client: z
    .object({ id: z.string(), name: z.string(), lastUsedAt: z.date().nullable(), lastAddress: z.string().nullable() })
    .nullable(),
})
export type Machine = z.infer<typeof Machine>

const managed = { permission: 'account.manage', kind: 'write', stepUp: 'factor' } as const

/** Machines that call operations, and what they prove themselves with. */
export const machineContract = {
  listMachines: operation(
    { title: { vi: 'Tài khoản máy', en: 'Service accounts' }, kind: 'read', permission: 'account.manage' },
    { method: 'GET', path: '/identity/machines' },
  )
    .input(z.strictObject({}))
    .output(z.array(Machine)),

  createMachine: operation(
    { title: { vi: 'Tạo tài khoản máy', en: 'Create a service account' }, ...managed, problems: machineProblems },
    { method: 'POST', path: '/identity/machines' },
  )
    .input(z.strictObject({ ...facts, ownerId: z.uuid() }))
    .output(z.object({ id: z.string() })),

  changeMachine: operation(
    { title: { vi: 'Sửa tài khoản máy', en: 'Change a service account' }, ...managed, problems: machineProblems },
    { method: 'PUT', path: '/identity/machines/{id}' },
  )
    .input(z.strictObject({ ...facts, id: z.uuid() }))
    .output(z.object({ id: z.string() })),

  setMachineStatus: operation(
    { title: { vi: 'Mở, khóa tài khoản máy', en: 'Open or shut a service account' }, ...managed },
    { method: 'PUT', path: '/identity/machines/{id}/status' },
  )
    .input(z.strictObject({ id: z.uuid(), status: z.enum(['active', 'disabled']) }))
    .output(z.object({ id: z.string() })),

  createApiToken: operation(
    {
      title: { vi: 'Cấp mã truy cập cho máy', en: 'Give a machine a token' },
      ...managed,
      holdsSecret: true,
      problems: machineProblems,
    },
    { method: 'POST', path: '/identity/machines/{id}/tokens' },
  )
    .input(
      z.strictObject({ id: z.uuid(), name: oneLine(2, 100), permissions, days: z.int().min(1).max(longestTokenDays) }),
    )
    /** Shown now and never again. */
    .output(z.object({ id: z.string(), token: z.string(), expiresAt: z.date() })),

  revokeApiToken: operation(
    { title: { vi: 'Thu hồi mã truy cập', en: 'Revoke a token' }, kind: 'write', permission: 'account.manage' },
    { method: 'DELETE', path: '/identity/tokens/{id}' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ id: z.string() })),
}
