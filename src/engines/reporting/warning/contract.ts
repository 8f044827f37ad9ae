import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { pageOf, PageRequest } from '#values/page.ts'
import { PlainDate } from '#values/plain-date.ts'
import { ListedDossier } from '../shapes.ts'

const Said = z.object({ vi: z.string(), en: z.string() })

const Reason = z.object({
  kind: z.enum(['work-left', 'slow-step', 'over-hours', 'awaits-body', 'nobody', 'queue']),
  words: Said,
})

/** Office minutes until the deadline, what the work left takes usually and in all but one of five, and what that is known from. */
const Estimate = {
  left: z.number(),
  usual: z.number(),
  long: z.number(),
  basis: z.enum(['body', 'procedure', 'declared']),
  /** Finished dossiers by which the least known of its steps was measured. */
  measured: z.number(),
  reasons: z.array(Reason),
}

const Filter = { unit: z.uuid().optional(), procedure: z.string().max(20).optional() }

/** What will probably be late, and whether such warnings were right. Of officials alone: it is no promise to anybody. */
export const warningContract = {
  listAtRisk: operation(
    {
      title: { vi: 'Hồ sơ có nguy cơ trễ hạn', en: 'Dossiers that will probably be late' },
      kind: 'read',
      permission: 'dossier.read',
    },
    { method: 'GET', path: '/reporting/at-risk' },
  )
    .input(z.strictObject({ ...Filter, ...PageRequest }))
    .output(
      pageOf(
        z.object({
          id: z.uuid(),
          code: z.string(),
          procedureCode: z.string(),
          procedureName: z.string(),
          deadline: z.date(),
          /** Who has it, and its open step. */
          unitName: z.string(),
          stepName: Said,
          warnedAt: z.date(),
          ...Estimate,
        }),
      ),
    ),

  countAtRisk: operation(
    {
      title: { vi: 'Số hồ sơ có nguy cơ trễ hạn', en: 'How many dossiers will probably be late' },
      kind: 'read',
      permission: 'dossier.read',
    },
    { method: 'GET', path: '/reporting/at-risk/count' },
  )
    .input(z.strictObject({}))
    .output(z.object({ count: z.number(), isCapped: z.boolean() })),

  groupAtRisk: operation(
    {
      title: { vi: 'Nguy cơ trễ hạn theo đơn vị và thủ tục', en: 'What will probably be late, by unit and procedure' },
      kind: 'read',
      permission: 'dossier.read',
    },
    { method: 'GET', path: '/reporting/at-risk/groups' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        units: z.array(z.object({ id: z.string(), name: z.string(), count: z.number() })),
        procedures: z.array(z.object({ id: z.string(), name: z.string(), count: z.number() })),
      }),
    ),

  getForecast: operation(
    {
      title: { vi: 'Hồ sơ này có kịp hạn không', en: 'Whether a dossier will keep its deadline' },
      kind: 'read',
      permission: 'dossier.read',
    },
    { method: 'GET', path: '/reporting/forecasts/{id}' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ forecast: z.object({ isAtRisk: z.boolean(), ...Estimate }).nullable() })),

  getWarningFigures: operation(
    {
      title: { vi: 'Cảnh báo trễ hạn đúng đến đâu', en: 'How right warnings of lateness were' },
      kind: 'read',
      permission: 'dossier.read',
    },
    { method: 'GET', path: '/reporting/warnings/figures' },
  )
    .input(
      z.strictObject({
        from: PlainDate.optional(),
        to: PlainDate.optional(),
        procedure: z.string().max(20).optional(),
      }),
    )
    .output(
      z.object({
        from: PlainDate,
        to: PlainDate,
        /** The day of the first warning that is kept; null without any. */
        since: PlainDate.nullable(),
        /** Of those warned of: all, and those that became late. */
        warned: z.number(),
        warnedLate: z.number(),
        /** Of those that became late: warned of a working day or more before the deadline. */
        warnedAhead: z.number(),
        /** All that became late. */
        late: z.number(),
        /** Office minutes from the warning to the deadline, of half of those that became late no more; null without any. */
        notice: z.number().nullable(),
      }),
    ),

  listWarnedDossiers: operation(
    {
      title: { vi: 'Hồ sơ của một con số về cảnh báo', en: 'The dossiers behind a figure of warnings' },
      kind: 'read',
      permission: 'dossier.read',
    },
    { method: 'GET', path: '/reporting/warnings/dossiers' },
  )
    .input(
      z.strictObject({
        from: PlainDate,
        to: PlainDate,
        /** Warned of and late, or not late; late without a warning. */
        which: z.enum(['warned-late', 'warned-in-time', 'unwarned']),
        procedure: z.string().max(20).optional(),
        ...PageRequest,
      }),
    )
    .output(pageOf(ListedDossier)),
}
