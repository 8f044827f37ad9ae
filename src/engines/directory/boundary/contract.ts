import { z } from 'zod'
import type { Geometry } from '#values/geometry.ts'
import { oneLine } from '#values/one-line.ts'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { boundaryProblems } from './problems.ts'

const manage = 'directory.reorganize'
const geoJson = 'application/geo+json'

const Import = z.object({
  id: z.string(),
  fileName: z.string(),
  source: z.string(),
  licence: z.string().nullable(),
  /** From which day on its boundaries hold. */
  holdsFrom: PlainDate,
  status: z.enum(['draft', 'done', 'undone']),
  counts: z.object({ new: z.number(), changed: z.number(), same: z.number(), aside: z.number() }),
  createdByName: z.string(),
  createdAt: z.date(),
  doneAt: z.date().nullable(),
  undoneAt: z.date().nullable(),
})

/** One feature of a file; the geometry is null where it was set aside. */
const Line = z.object({
  number: z.number(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  state: z.enum(['new', 'changed', 'same', 'aside']),
  why: z.object({ vi: z.string(), en: z.string() }).nullable(),
  squareKilometres: z.number().nullable(),
  before: z.number().nullable(),
  geometry: z.custom<Geometry | null>(),
})

const Boundary = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  bbox: z.array(z.number()),
  geometry: z.custom<Geometry>(),
  properties: z.object({
    code: z.string(),
    name: z.string(),
    tier: z.string(),
    parentCode: z.string().nullable(),
    from: PlainDate,
    to: PlainDate.nullable(),
    squareKilometres: z.number(),
    /** Made of the boundaries of the areas that were merged into it, until a better one is brought in. */
    isJoined: z.boolean(),
    source: z.string(),
    licence: z.string().nullable(),
  }),
})

export type Boundary = z.output<typeof Boundary>

export const boundaryContract = {
  getBoundaries: operation(
    {
      title: { vi: 'Ranh giới các địa bàn (GeoJSON)', en: 'Boundaries of areas (GeoJSON)' },
      kind: 'read',
      permission: 'anyone',
      urgency: 'public',
    },
    { method: 'GET', path: '/directory/boundaries' },
  )
    .input(
      z.strictObject({
        tier: z.string().max(20).optional(),
        /** Only this area and those beside it, of the same parent. */
        around: z.string().max(5).optional(),
        asOf: PlainDate.optional(),
      }),
    )
    .output(z.object({ type: z.literal('FeatureCollection'), features: z.array(Boundary) })),

  listBoundaryImports: operation(
    { title: { vi: 'Các lần nhập ranh giới', en: 'Imports of boundaries' }, kind: 'read', permission: manage },
    { method: 'GET', path: '/directory/boundary-imports' },
  )
    .input(z.strictObject({}))
    .output(z.array(Import)),

  startBoundaryImport: operation(
    {
      title: { vi: 'Gửi tệp ranh giới để nhập', en: 'Send a file of boundaries to import' },
      kind: 'write',
      permission: manage,
      problems: boundaryProblems,
    },
    { method: 'POST', path: '/directory/boundary-imports' },
  )
    .input(
      z.strictObject({
        fileName: oneLine(1, 200),
        /** The GeoJSON file in base64url without padding: 1.4 MiB at the most. */
        content: z.base64url().min(4).max(1_960_000),
        source: oneLine(2, 300),
        licence: oneLine(2, 100).optional(),
        from: PlainDate,
      }),
    )
    .output(z.object({ id: z.string() })),

  getBoundaryImport: operation(
    {
      title: { vi: 'Xem trước hoặc xem lại một lần nhập ranh giới', en: 'Preview of an import of boundaries' },
      kind: 'read',
      permission: manage,
    },
    { method: 'GET', path: '/directory/boundary-imports/{id}' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(
      Import.extend({
        /** What `executeBoundaryImport` is told, so that only what was seen is carried out. */
        seen: z.string(),
        lines: z.array(Line),
      }),
    ),

  executeBoundaryImport: operation(
    {
      title: { vi: 'Thực hiện nhập ranh giới', en: 'Carry out an import of boundaries' },
      kind: 'write',
      permission: manage,
      stepUp: 'proof',
      problems: boundaryProblems,
    },
    { method: 'POST', path: '/directory/boundary-imports/{id}/execute' },
  )
    .input(z.strictObject({ id: z.uuid(), seen: z.string().regex(/^[0-9a-f]{64}$/) }))
    .output(Import),

  undoBoundaryImport: operation(
    {
      title: { vi: 'Hoàn tác một lần nhập ranh giới', en: 'Take an import of boundaries back' },
      kind: 'write',
      permission: manage,
      stepUp: 'proof',
      problems: boundaryProblems,
    },
    { method: 'POST', path: '/directory/boundary-imports/{id}/undo' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(Import),

  discardBoundaryImport: operation(
    {
      title: { vi: 'Bỏ một tệp ranh giới chưa nhập', en: 'Drop a file of boundaries not imported' },
      kind: 'write',
      permission: manage,
    },
    { method: 'DELETE', path: '/directory/boundary-imports/{id}' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ dropped: z.boolean() })),

  getBoundariesAside: operation(
    {
      title: { vi: 'Tải các ranh giới cách ly kèm lý do', en: 'The boundaries set aside, with their reasons' },
      kind: 'read',
      permission: manage,
      answersFile: geoJson,
    },
    { method: 'GET', path: '/directory/boundary-imports/{id}/aside' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.instanceof(Blob)),
}
