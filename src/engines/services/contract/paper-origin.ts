import { z } from 'zod'
import { PlainDate } from '#values/plain-date.ts'

/**
 * How a file came into an application: sent by its writer, scanned at a counter, used again from an earlier dossier or from a result of the
 * province, or come with what the national portal sent. Of what was filed before this was kept nobody knows.
 */
export const PaperOrigin = z.enum([
  'uploaded',
  'scanned',
  'earlier-paper',
  'earlier-result',
  'national-portal',
  'unknown',
])
export type PaperOrigin = z.infer<typeof PaperOrigin>

/** Where a file is from; of one that is used again also the dossier, and when it was first handed in or issued. */
export const OriginView = z.object({
  origin: PaperOrigin,
  sourceCode: z.string().nullable(),
  sourceOn: PlainDate.nullable(),
})

/** Something that the province has already and that an application asks for. */
export const ReusableView = z.object({
  /** The paper of the application that it stands for. */
  paper: z.string(),
  from: z.enum(['paper', 'result']),
  id: z.string(),
  /** Of a result what it is called, with its number; of papers the names of their files. */
  title: z.string(),
  files: z.array(z.object({ id: z.string(), name: z.string() })),
  dossierCode: z.string(),
  /** When it was handed in first, or issued. */
  on: PlainDate,
  /** The last day on which it counts; null where it has none. */
  until: PlainDate.nullable(),
})
export type ReusableView = z.infer<typeof ReusableView>
