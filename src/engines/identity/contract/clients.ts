import { z } from 'zod'
import { oneLine } from '#values/one-line.ts'
import { operation } from '#values/operation.ts'
import type { ProblemKind } from '#values/errors.ts'
import { machineProblems } from './machines.ts'
import { scopeNames } from './scopes.ts'

export const clientProblems = {
  unfitKeys: {
    status: 422,
    message: {
      vi: 'Khóa phải là JWK hoặc JWKS chỉ có phần công khai: EC P-256, Ed25519 hoặc RSA từ 2048 bit, mỗi khóa một kid.',
      en: 'Keys must be a JWK or JWKS of public parts only: EC P-256, Ed25519 or RSA from 2048 bits, each with its own kid.',
    },
  },
  unfitMachine: {
    status: 422,
    message: {
      vi: 'Tài khoản máy phải cùng cơ quan chủ quản với hệ thống, và chưa nối với hệ thống nào khác.',
      en: 'The service account must have the same owner as the system, and be no other system’s.',
    },
  },
  reachTooFar: machineProblems.reachTooFar,
  notTheirsToGive: machineProblems.notTheirsToGive,
} as const satisfies Record<string, ProblemKind>

/** As a browser or our server is to open it; without encryption on this machine only. */
const address = z
  .string()
  .max(300)
  .refine(
    (text) => {
      const url = URL.parse(text)
      if (url === null || url.hash !== '' || url.username !== '' || url.href.includes('*')) return false
      return (
        url.protocol === 'https:' || (url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname))
      )
    },
    {
      error:
        'Địa chỉ phải bắt đầu bằng https:// và không có dấu # · The address must begin with https:// and have no #',
    },
  )

const onOneHost = (uris: readonly string[]): boolean => new Set(uris.map((uri) => URL.parse(uri)?.host)).size <= 1

const facts = {
  name: oneLine(2, 100),
  people: z.enum(['staff', 'citizen', 'everyone']),
  /** None: nobody signs in there, it only asks in its own name. */
  redirectUris: z
    .array(address)
    .max(5)
    .refine(onOneHost, { error: 'Mọi địa chỉ quay về phải ở một máy chủ · All must be on one host' }),
  postLogoutUris: z.array(address).max(5).default([]),
  logoutUri: address.nullable().default(null),
  scopes: z.array(z.enum(scopeNames)).max(scopeNames.length),
  /** The service account that it is when it asks in its own name. */
  machineId: z.uuid().nullable().default(null),
}

/** A JWK or a JWKS as text, as it is pasted. */
const publicKeys = z.string().min(2).max(20_000)

const Client = z.object({
  id: z.string(),
  ownerId: z.string(),
  owner: z.string(),
  name: z.string(),
  people: facts.people,
  redirectUris: z.array(z.string()),
  postLogoutUris: z.array(z.string()),
  logoutUri: z.string().nullable(),
  scopes: facts.scopes,
  machineId: z.string().nullable(),
  /** The names of its keys. */
  keyIds: z.array(z.string()),
  status: z.enum(['active', 'disabled']),
  createdAt: z.date(),
  lastUsedAt: z.date().nullable(),
})
export type Client = z.infer<typeof Client>

/** The other systems of the province that may sign people in by us, or ask in their own name. */
export const clientContract = {
  listClients: operation(
    {
      title: { vi: 'Hệ thống đăng nhập qua đây', en: 'Systems that sign in by us' },
      kind: 'read',
      permission: 'account.manage',
    },
    { method: 'GET', path: '/identity/clients' },
  )
    .input(z.strictObject({}))
    .output(z.object({ issuer: z.string(), clients: z.array(Client) })),

  registerClient: operation(
    {
      title: { vi: 'Đăng ký hệ thống đăng nhập qua đây', en: 'Register a system that signs in by us' },
      kind: 'write',
      permission: 'account.manage',
      stepUp: 'factor',
      problems: clientProblems,
    },
    { method: 'POST', path: '/identity/clients' },
  )
    .input(z.strictObject({ ...facts, ownerId: z.uuid(), publicKeys }))
    .output(z.object({ id: z.string() })),

  changeClient: operation(
    {
      title: { vi: 'Sửa hệ thống đăng nhập qua đây', en: 'Change a system that signs in by us' },
      kind: 'write',
      permission: 'account.manage',
      stepUp: 'factor',
      problems: clientProblems,
    },
    { method: 'PUT', path: '/identity/clients/{id}' },
  )
    /** Without keys it keeps those it has. */
    .input(z.strictObject({ ...facts, id: z.uuid(), publicKeys: publicKeys.optional() }))
    .output(z.object({ id: z.string() })),

  setClientStatus: operation(
    {
      title: { vi: 'Mở, khóa hệ thống đăng nhập qua đây', en: 'Open or shut a system that signs in by us' },
      kind: 'write',
      permission: 'account.manage',
      stepUp: 'factor',
    },
    { method: 'PUT', path: '/identity/clients/{id}/status' },
  )
    .input(z.strictObject({ id: z.uuid(), status: z.enum(['active', 'disabled']) }))
    .output(z.object({ id: z.string() })),
}
