import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { asOpenData } from '../open-data/contract.ts'
import { Level, Period } from '../shapes.ts'

const PaperReuse = z.strictObject({
  ...Period,
  level: Level.optional(),
  unit: z.uuid().optional(),
  by: z.enum(['procedure', 'unit']).default('procedure'),
})

export const paperReuseContract = {
  getPaperReuse: operation(
    {
      title: { vi: 'Giấy tờ dùng lại, theo thủ tục hoặc cơ quan', en: 'Papers used again, by procedure or body' },
      ...asOpenData,
    },
    { method: 'GET', path: '/reporting/paper-reuse' },
  )
    .input(PaperReuse)
    .output(
      z.object({
        from: PlainDate,
        to: PlainDate,
        at: z.date(),
        rows: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            /** Dossiers for which the province had papers already when they were filed, or a supplement was answered. */
            had: z.number(),
            /** Those of them that used some again. */
            reused: z.number(),
            papersHad: z.number(),
            papersReused: z.number(),
          }),
        ),
      }),
    ),

  exportPaperReuse: operation(
    {
      title: { vi: 'Giấy tờ dùng lại dạng CSV', en: 'Papers used again as CSV' },
      ...asOpenData,
      answersFile: 'text/csv',
    },
    { method: 'GET', path: '/reporting/paper-reuse/csv' },
  )
    .input(PaperReuse)
    .output(z.instanceof(Blob)),
}
