import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { ReorganizationPlan } from './plan.ts'
import { reorganizationProblems } from './problems.ts'

const Words = z.object({ vi: z.string(), en: z.string() })
const manage = 'directory.reorganize'

const Reorganization = z.object({
  id: z.string(),
  title: z.string(),
  document: z.string(),
  effectiveOn: PlainDate,
  status: z.enum(['draft', 'scheduled', 'done', 'undoing', 'undone']),
  moved: z.number(),
  createdAt: z.date(),
  scheduledAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
  undoneAt: z.date().nullable(),
  revision: z.number(),
})

const Named = z.object({ code: z.string(), name: z.string() })

/** A person whom a decision is about. */
const Official = z.object({ personId: z.string(), personName: z.string(), title: z.string(), from: z.string() })

/** What only the administrator can decide, and what was decided. */
const Decision = z.discriminatedUnion('kind', [
  /** One place that several would get: `place` is the key of `officials.choices`. */
  z.object({
    kind: z.literal('place'),
    place: z.string(),
    unitName: z.string(),
    function: z.string(),
    people: z.array(Official),
    chosen: z.string().nullable(),
  }),
  /** Where somebody goes whose unit goes to several. */
  z.object({
    kind: z.literal('landing'),
    person: Official,
    unitName: z.string(),
    into: z.array(Named),
    chosen: z.string().nullable(),
  }),
])

const Preview = z.object({
  touched: z.array(z.object({ kind: z.string(), name: Words, before: z.number(), after: z.number(), how: Words })),
  /** What has to be decided before it can be scheduled: nothing may be left without an owner. */
  blockers: z.array(z.object({ about: z.string(), words: Words, isDecision: z.boolean() })),
  decisions: z.array(Decision),
  units: z.array(Named.extend({ ends: z.boolean(), into: z.array(Named) })),
  /** Bodies that are merged, and whose books they go on with; null: they begin their own. */
  books: z.array(Named.extend({ from: z.array(Named), of: z.string().nullable() })).default([]),
  /** Units that will work other hours than one they take over from, and whose they go on with; null: those of the body above. */
  hours: z
    .array(
      Named.extend({
        hours: Words,
        from: z.array(Named.extend({ hours: Words })),
        like: z.string().nullable(),
      }),
    )
    .default([]),
  /** Which ground goes where; whose boundaries end, which are put together of others, and of which areas none will be known. */
  boundaries: z
    .object({
      moves: z.array(z.object({ from: Named, to: Named, share: z.number().nullable() })),
      ending: z.array(Named),
      joined: z.array(Named.extend({ of: z.array(Named) })),
      missing: z.array(Named),
    })
    .default({ moves: [], ending: [], joined: [], missing: [] }),
  opened: z.array(Named),
  changed: z.array(z.object({ code: z.string(), before: z.string(), after: z.string() })),
  landings: z.array(
    z.object({
      personId: z.string(),
      personName: z.string(),
      from: z.string(),
      title: z.string(),
      to: z.string(),
      toName: z.string(),
      function: z.string(),
    }),
  ),
})

export type ReorganizationPreview = z.output<typeof Preview>

/** A plan as somebody read it before acting: another one is refused. */
const PlanRead = z.strictObject({ id: z.uuid(), revision: z.coerce.number().int().min(1) })

export const reorganizationContract = {
  listReorganizations: operation(
    { title: { vi: 'Các đợt sắp xếp tổ chức', en: 'Reorganisations' }, kind: 'read', permission: manage },
    { method: 'GET', path: '/directory/reorganizations' },
  )
    .input(z.strictObject({}))
    .output(z.array(Reorganization)),

  getReorganization: operation(
    { title: { vi: 'Một đợt sắp xếp', en: 'One reorganisation' }, kind: 'read', permission: manage },
    { method: 'GET', path: '/directory/reorganizations/{id}' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(Reorganization.extend({ plan: z.custom<ReorganizationPlan>() })),

  previewReorganization: operation(
    {
      title: { vi: 'Xem thử một đợt sắp xếp', en: 'Preview a reorganisation' },
      urgency: 'export',
      kind: 'read',
      permission: manage,
    },
    { method: 'GET', path: '/directory/reorganizations/{id}/preview' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(Preview),

  saveReorganization: operation(
    {
      title: { vi: 'Lưu phương án sắp xếp', en: 'Save the plan of a reorganisation' },
      kind: 'write',
      permission: manage,
      problems: reorganizationProblems,
    },
    { method: 'POST', path: '/directory/reorganizations' },
  )
    .input(
      z
        .strictObject({
          id: z.uuid().optional(),
          /** Of the draft that is changed, as it was read. */
          revision: z.coerce.number().int().min(1).optional(),
          plan: ReorganizationPlan,
        })
        .refine(({ id, revision }) => id === undefined || revision !== undefined, {
          error: 'Thiếu số lần sửa của bản soạn · The revision of the draft is missing',
          path: ['revision'],
        }),
    )
    .output(z.object({ id: z.string(), revision: z.number() })),

  scheduleReorganization: operation(
    {
      title: { vi: 'Hẹn thực hiện sắp xếp', en: 'Schedule a reorganisation' },
      stepUp: 'proof',
      kind: 'write',
      permission: manage,
      problems: reorganizationProblems,
    },
    { method: 'POST', path: '/directory/reorganizations/{id}/schedule' },
  )
    .input(PlanRead)
    .output(Reorganization),

  undoReorganization: operation(
    {
      title: { vi: 'Bỏ hẹn hoặc hoàn tác sắp xếp', en: 'Take a reorganisation back' },
      stepUp: 'proof',
      kind: 'write',
      permission: manage,
      problems: reorganizationProblems,
    },
    { method: 'POST', path: '/directory/reorganizations/{id}/undo' },
  )
    .input(PlanRead)
    .output(Reorganization),
}
