import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { pageOf, PageRequest } from '#values/page.ts'
import { PlainDate } from '#values/plain-date.ts'
import { ListedDossier } from './contract/listed-dossier.ts'
import { warningContract } from './contract/warning.ts'
import { indicatorIds } from './indicator-words.ts'

export { sayOfficeTime } from './contract/office-time.ts'
export { indicators, type IndicatorId } from './indicator-words.ts'

const Group = z.enum(['field', 'procedure', 'unit'])
const Level = z.enum(['province', 'district', 'commune'])

/** Both days included; without them this month up to today. */
const Period = { from: PlainDate.optional(), to: PlainDate.optional() }

const FormSix = z.strictObject({
  ...Period,
  by: Group.default('field'),
  level: Level.optional(),
  field: z.string().max(200).optional(),
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

const Index = z.strictObject({ ...Period, level: Level.optional(), unit: z.uuid().optional() })

/** Of these every single dossier can be listed. */
export const listedIndicators = ['1.4', '2.1', '3.3', '4.1', '4.2', '5.4'] as const

export const reportingContract = {
  ...warningContract,

  getFormSix: operation(
    {
      title: { vi: 'Mẫu 06: tình hình giải quyết thủ tục', en: 'Form 06: how procedures are handled' },
      kind: 'read',
      permission: 'anyone',
    },
    { method: 'GET', path: '/reporting/form-six' },
  )
    .input(FormSix)
    .output(z.object({ from: PlainDate, to: PlainDate, at: z.date(), rows: z.array(Row) })),

  exportFormSix: operation(
    {
      title: { vi: 'Mẫu 06 dạng CSV', en: 'Form 06 as CSV' },
      kind: 'read',
      permission: 'anyone',
      answersFile: 'text/csv',
    },
    { method: 'GET', path: '/reporting/form-six/csv' },
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
        column: z.enum([
          'carried',
          'online',
          'direct',
          'early',
          'onTime',
          'late',
          'stopped',
          'inProgress',
          'inProgressLate',
        ]),
        level: Level.optional(),
        field: z.string().max(200).optional(),
        procedure: z.string().max(20).optional(),
        unit: z.uuid().optional(),
        ...PageRequest,
      }),
    )
    .output(pageOf(ListedDossier)),

  getServiceIndex: operation(
    {
      title: { vi: 'Bộ chỉ số phục vụ người dân, doanh nghiệp', en: 'Index of serving citizens and enterprises' },
      kind: 'read',
      permission: 'anyone',
    },
    { method: 'GET', path: '/reporting/service-index' },
  )
    .input(Index)
    .output(
      z.object({
        from: PlainDate,
        to: PlainDate,
        at: z.date(),
        rows: z.array(
          z.object({
            id: z.enum(indicatorIds),
            name: z.string(),
            formula: z.string(),
            /** What meets the indicator, of how many that it counts; null where there is no figure, and why. */
            met: z.number().nullable(),
            of: z.number().nullable(),
            reason: z.string().nullable(),
          }),
        ),
      }),
    ),

  exportServiceIndex: operation(
    {
      title: { vi: 'Bộ chỉ số dạng CSV', en: 'The index as CSV' },
      kind: 'read',
      permission: 'anyone',
      answersFile: 'text/csv',
    },
    { method: 'GET', path: '/reporting/service-index/csv' },
  )
    .input(Index)
    .output(z.instanceof(Blob)),

  listIndexDossiers: operation(
    {
      title: { vi: 'Hồ sơ của một chỉ số', en: 'The dossiers behind an indicator' },
      kind: 'read',
      permission: 'dossier.read',
    },
    { method: 'GET', path: '/reporting/service-index/dossiers' },
  )
    .input(
      z.strictObject({
        from: PlainDate,
        to: PlainDate,
        indicator: z.enum(listedIndicators),
        which: z.enum(['met', 'missed']),
        level: Level.optional(),
        unit: z.uuid().optional(),
        ...PageRequest,
      }),
    )
    .output(pageOf(ListedDossier)),
}
