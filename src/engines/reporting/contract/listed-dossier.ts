import { z } from 'zod'

/** A dossier behind a figure. */
export const ListedDossier = z.object({
  id: z.uuid(),
  code: z.string(),
  procedureName: z.string(),
  receivedAt: z.date(),
  deadline: z.date(),
  finishedAt: z.date().nullable(),
})
