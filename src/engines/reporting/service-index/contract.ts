import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { pageOf, PageRequest } from '#values/page.ts'
import { PlainDate } from '#values/plain-date.ts'
import { indicatorIds } from './indicator-words.ts'
import { readingIds } from './readings.ts'
import { asOpenData } from '../open-data/contract.ts'
import { Level, ListedDossier, Period } from '../shapes.ts'

const Body = { level: Level.optional(), unit: z.uuid().optional() }
const Index = z.strictObject({ ...Period, ...Body })

/** By what is behind it every single one of an indicator can be listed; 5.4 by dossiers and by complaints. */
export const listedDossiers = ['1.4', '2.1', '3.3', '3.6', '4.1', '4.2', '4.3', '4.4', '4.5', '5.4'] as const
export const listedPetitions = ['5.1', '5.2', '5.3', '5.4'] as const
export const listedProcedures = ['1.1', '1.2', '1.3', '3.1', '3.2', '3.5', 'once'] as const

/** Those behind one figure. */
const Behind = {
  from: PlainDate,
  to: PlainDate,
  which: z.enum(['met', 'missed']),
  ...Body,
}

const Figure = z.object({
  id: z.enum(indicatorIds),
  name: z.string(),
  formula: z.string(),
  /** What meets the indicator, of how many that it counts; null where there is no figure, and why. */
  met: z.number().nullable(),
  of: z.number().nullable(),
  /** The share of another indicator that the share is multiplied by. */
  times: z.number().nullable(),
  /** 0 … 1 */
  share: z.number().nullable(),
  /** By the scale that is set: had, of so many, which are had from this share in percent. */
  points: z.number().nullable(),
  most: z.number().nullable(),
  fullAt: z.number().nullable(),
  reason: z.string().nullable(),
})

export const indexContract = {
  getServiceIndex: operation(
    {
      title: { vi: 'Bộ chỉ số phục vụ người dân, doanh nghiệp', en: 'Index of serving citizens and enterprises' },
      ...asOpenData,
    },
    { method: 'GET', path: '/reporting/service-index' },
  )
    .input(Index)
    .output(
      z.object({
        from: PlainDate,
        to: PlainDate,
        at: z.date(),
        rows: z.array(Figure),
        /** How what can be read in two ways is read. */
        readings: z.array(z.object({ id: z.enum(readingIds), title: z.string(), says: z.string() })),
        /** The document by which points are counted; null where none is set, then there are no points. */
        scale: z.object({ document: z.string(), signedOn: PlainDate, effectiveFrom: PlainDate }).nullable(),
        total: z
          .object({
            points: z.number(),
            most: z.number(),
            without: z.array(z.enum(indicatorIds)),
            onScale: z.number(),
            grade: z.string().nullable(),
          })
          .nullable(),
      }),
    ),

  exportServiceIndex: operation(
    {
      title: { vi: 'Bộ chỉ số dạng CSV', en: 'The index as CSV' },
      ...asOpenData,
      answersFile: 'text/csv',
    },
    { method: 'GET', path: '/reporting/service-index/csv' },
  )
    .input(Index)
    .output(z.instanceof(Blob)),

  listIndexBodies: operation(
    {
      title: { vi: 'Cơ quan có số liệu trong kỳ', en: 'Bodies with figures in a period' },
      ...asOpenData,
    },
    { method: 'GET', path: '/reporting/service-index/bodies' },
  )
    .input(z.strictObject(Period))
    .output(z.array(z.object({ id: z.uuid(), name: z.string(), level: Level }))),

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
        ...Behind,
        indicator: z.enum(listedDossiers),
        procedure: z.string().max(20).optional(),
        ...PageRequest,
      }),
    )
    .output(pageOf(ListedDossier)),

  listIndexPetitions: operation(
    {
      title: { vi: 'Phản ánh, khiếu nại của một chỉ số', en: 'The petitions behind an indicator' },
      kind: 'read',
      permission: 'staff',
    },
    { method: 'GET', path: '/reporting/service-index/petitions' },
  )
    .input(z.strictObject({ ...Behind, indicator: z.enum(listedPetitions), ...PageRequest }))
    .output(
      pageOf(
        z.object({
          id: z.uuid(),
          code: z.string(),
          title: z.string(),
          askedAt: z.date(),
          due: z.date().nullable(),
          answeredAt: z.date().nullable(),
        }),
      ),
    ),

  listIndexProcedures: operation(
    {
      title: { vi: 'Thủ tục của một chỉ số', en: 'The procedures behind an indicator' },
      ...asOpenData,
    },
    { method: 'GET', path: '/reporting/service-index/procedures' },
  )
    .input(z.strictObject({ ...Behind, indicator: z.enum(listedProcedures) }))
    .output(z.array(z.object({ code: z.string(), name: z.string(), says: z.string().nullable() }))),
}
