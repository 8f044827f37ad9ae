import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { pageOf, PageRequest } from '#values/page.ts'
import { PlainDate } from '#values/plain-date.ts'
import { formSixColumns } from './form-six/columns.ts'
import { warningContract } from './warning/contract.ts'
import { indexContract } from './service-index/contract.ts'
import { asOpenData, openDataContract } from './open-data/contract.ts'
import { ListedDossier, Level, Period } from './shapes.ts'
import { paperReuseContract } from './paper-reuse/contract.ts'
import { scaleContract } from './service-index/scale-contract.ts'

export { formSixColumns } from './form-six/columns.ts'
export { sayOfficeTime } from './warning/office-time.ts'
export { listedDossiers, listedPetitions, listedProcedures } from './service-index/contract.ts'
export * from './service-index/readings.ts'
export { knownThresholds, pointedIndicators } from './service-index/scale-shape.ts'
export { indicators, type IndicatorId } from './service-index/indicator-words.ts'
export { periodBefore } from './period/period-before.ts'

const Group = z.enum(['field', 'procedure', 'unit'])

const FormSix = z.strictObject({
  ...Period,
  by: Group.default('field'),
  level: Level.optional(),
  field: z.string().max(200).optional(),
  unit: z.uuid().optional(),
})

const Row = z.object({
  id: z.string(),
  name: z.string(),
  level: z.string().nullable(),
  /** Received before the period and not ended before it. */
  carried: z.number(),
  online: z.number(),
  direct: z.number(),
  early: z.number(),
  onTime: z.number(),
  late: z.number(),
  /** Withdrawn, or ended because the applicant did not answer. */
  stopped: z.number(),
  /** `carried + online + direct = early + onTime + late + stopped + inProgress` */
  inProgress: z.number(),
  inProgressLate: z.number(),
})

export const reportingContract = {
  ...indexContract,
  ...scaleContract,
  ...paperReuseContract,
  ...warningContract,
  ...openDataContract,

  getFormSix: operation(
    {
      title: { vi: 'Mẫu 06: tình hình giải quyết thủ tục', en: 'Form 06: how procedures are handled' },
      ...asOpenData,
    },
    { method: 'GET', path: '/reporting/form-six' },
  )
    .input(FormSix)
    .output(z.object({ from: PlainDate, to: PlainDate, at: z.date(), rows: z.array(Row) })),

  exportFormSix: operation(
    {
      title: { vi: 'Mẫu 06 dạng CSV', en: 'Form 06 as CSV' },
      ...asOpenData,
      answersFile: 'text/csv',
    },
    { method: 'GET', path: '/reporting/form-six/csv' },
  )
    .input(FormSix)
    .output(z.instanceof(Blob)),

  printFormSix: operation(
    {
      title: { vi: 'In mẫu 06', en: 'Form 06 as PDF' },
      urgency: 'export',
      kind: 'read',
      permission: 'staff',
      answersFile: 'application/pdf',
    },
    { method: 'GET', path: '/reporting/form-six/pdf' },
  )
    .input(FormSix)
    .output(z.instanceof(Blob)),

  listFormSixDossiers: operation(
    {
      title: { vi: 'Hồ sơ của một con số trong mẫu 06', en: 'The dossiers behind a figure of form 06' },
      kind: 'read',
      permission: 'dossier.read',
    },
    { method: 'GET', path: '/reporting/form-six/dossiers' },
  )
    .input(
      z.strictObject({
        from: PlainDate,
        to: PlainDate,
        column: z.enum(formSixColumns),
        level: Level.optional(),
        field: z.string().max(200).optional(),
        procedure: z.string().max(20).optional(),
        unit: z.uuid().optional(),
        ...PageRequest,
      }),
    )
    .output(pageOf(ListedDossier)),
}
