import { z } from 'zod'
import type { ProblemKind } from '#values/errors.ts'
import { operation } from '#values/operation.ts'
import { PageRequest, pageOf } from '#values/page.ts'

export const auditProblems = {
  notSealedYet: {
    status: 409,
    message: {
      vi: 'Dòng nhật ký này vừa mới ghi, chưa niêm phong. Xin thử lại sau ít giây.',
      en: 'This entry is too new to be sealed. Try again in a few seconds.',
    },
  },
  archived: {
    status: 410,
    message: {
      vi: 'Dòng nhật ký này đã chuyển sang tệp lưu trữ; bằng chứng nằm trong tệp đó.',
      en: 'This entry has gone into an archive, and its proof with it.',
    },
  },
  trailDamaged: {
    status: 500,
    message: {
      vi: 'Nhật ký không còn nguyên vẹn ở chỗ này. Xin báo ngay cho người phụ trách an toàn thông tin.',
      en: 'The audit trail is damaged here. Tell the security officer at once.',
    },
  },
} as const satisfies Record<string, ProblemKind>

const Instant = z.iso.datetime({ offset: true })
const Hex = z.string().regex(/^([0-9a-f]{2})+$/)
const Size = z.number().int().min(0)

const ObjectView = z.object({ type: z.string(), id: z.string() })

const EntryRow = z.object({
  id: z.string(),
  at: z.string(),
  account: z.string(),
  actorName: z.string().nullable(),
  postTitle: z.string().nullable(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  onBehalf: z.string().nullable(),
  operation: z.string(),
  kind: z.enum(['read', 'write']),
  outcome: z.enum(['done', 'refused']),
  objects: z.array(ObjectView),
  purpose: z.string().nullable(),
  /** The personal part was erased by law; only the digest is left. */
  erased: z.boolean(),
})

const EntryView = EntryRow.extend({
  requestId: z.string(),
  address: z.string().nullable(),
  subjects: z.array(z.string()),
  objects: z.array(ObjectView.extend({ facts: z.record(z.string(), z.unknown()).optional() })),
})

const SealView = z.object({ number: Size, treeSize: Size, root: Hex, previous: Hex, digest: Hex, at: z.string() })

/** A head of the trail with the signature of this installation; the form is described in `verifier/README.md`. */
const HeadView = z.object({ size: Size, root: Hex, seal: Size, at: z.string(), key: Hex, signature: Hex })

/** A public key that heads were signed with, and the signature of the key before it. */
const KeyView = z.object({
  id: Hex,
  publicKey: Hex,
  since: z.string(),
  endorsedBy: Hex.nullable(),
  endorsement: Hex.nullable(),
})

/** Shows that an entry is in the trail, to anyone who knows a published head; checked by `verifyProof`. */
export const EntryProof = z.object({
  version: z.literal(1),
  entry: z.string(),
  leafIndex: Size,
  treeSize: Size,
  root: Hex,
  path: z.array(Hex).max(64),
  /** The bytes under the leaf, base64: version byte and canonical JSON. */
  leaf: z.base64(),
  seal: SealView,
  /** The signed head of this tree; absent for as long as none that holds the entry was signed, about a minute. */
  head: HeadView.optional(),
  /** The key of that head and all before it. */
  keys: z.array(KeyView).optional(),
})

const TrailState = z.object({
  seal: SealView.nullable(),
  /** The newest head that was signed. */
  head: HeadView.nullable(),
  /** The last check of the trail; by night what is new is checked, by `audit verify` all of it. */
  verification: z
    .object({ at: z.string(), isWhole: z.boolean(), fromSize: Size, treeSize: Size, findings: Size })
    .nullable(),
  sealAgeSeconds: z.number().nullable(),
  /** Counted up to 10,000. */
  unsealed: Size,
  oldestUnsealedAt: z.string().nullable(),
  /** What is wrong, by name: `audit.sealing`, `audit.heads`, `audit.broken`, `audit.partitions`; empty = all is well. */
  alarms: z.array(z.string()),
})

const MyDataRow = z.object({
  at: z.string(),
  who: z.string().nullable(),
  unit: z.string().nullable(),
  byMe: z.boolean(),
  operation: z.string(),
  kind: z.enum(['read', 'write']),
  objects: z.array(ObjectView),
  purpose: z.string().nullable(),
})

const may = { permission: 'audit.read', kind: 'read' } as const

export const auditContract = {
  searchEntries: operation(
    {
      title: { vi: 'Tra cứu nhật ký', en: 'Search the audit trail' },
      urgency: 'export',
      ...may,
      readsPersonalData: true,
    },
    { method: 'GET', path: '/audit/entries' },
  )
    .input(
      z.strictObject({
        object: z
          .string()
          .regex(/^[^:]+:.+$/)
          .max(200)
          .optional()
          .describe('type:id'),
        account: z.string().min(1).max(100).optional(),
        subject: z.uuid().toLowerCase().optional().describe('the person whose data it was'),
        operation: z.string().min(1).max(100).optional(),
        unit: z.string().min(1).max(100).optional().describe('the unit that it was done for, by its id'),
        kind: z.enum(['read', 'write']).optional(),
        outcome: z.enum(['done', 'refused']).optional(),
        from: Instant.optional(),
        to: Instant.optional(),
        ...PageRequest,
      }),
    )
    .output(pageOf(EntryRow)),

  getEntry: operation(
    { title: { vi: 'Xem một dòng nhật ký', en: 'One audit entry' }, ...may, readsPersonalData: true },
    { method: 'GET', path: '/audit/entries/{id}' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(EntryView),

  proveEntry: operation(
    {
      title: { vi: 'Lấy bằng chứng của một dòng nhật ký', en: 'Proof of an audit entry' },
      ...may,
      readsPersonalData: true,
      problems: auditProblems,
    },
    { method: 'GET', path: '/audit/entries/{id}/proof' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(EntryProof),

  readsOfMyData: operation(
    {
      title: { vi: 'Ai đã xem dữ liệu của tôi', en: 'Who has seen my data' },
      kind: 'read',
      permission: 'signed-in',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/audit/my-data' },
  )
    .input(z.strictObject(PageRequest))
    .output(pageOf(MyDataRow)),

  listHeads: operation(
    {
      title: { vi: 'Các dấu niêm phong đã ký của nhật ký', en: 'Signed heads of the audit trail' },
      kind: 'read',
      permission: 'anyone',
      cachedSeconds: 30,
    },
    { method: 'GET', path: '/audit/heads' },
  )
    .input(z.strictObject(PageRequest))
    .output(pageOf(HeadView).extend({ keys: z.array(KeyView) })),

  getTrailState: operation(
    { title: { vi: 'Tình trạng niêm phong nhật ký', en: 'State of the audit trail' }, ...may },
    { method: 'GET', path: '/audit/state' },
  )
    .input(z.strictObject({}))
    .output(TrailState),
}

export type EntryProof = z.infer<typeof EntryProof>
export type TrailState = z.infer<typeof TrailState>
