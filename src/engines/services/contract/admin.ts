import { z } from 'zod'
import { operation } from '#values/operation.ts'
import type { Procedure } from '../declare.ts'

export const procedureAdminContract = {
  listVersions: operation(
    { title: { vi: 'Các bản của thủ tục', en: 'Versions of a procedure' }, kind: 'read', permission: 'procedure.read' },
    { method: 'GET', path: '/services/procedures/{code}/versions' },
  )
    .input(z.strictObject({ code: z.string().max(20) }))
    .output(
      z.array(
        z.object({
          number: z.number(),
          effectiveFrom: z.string(),
          effectiveTo: z.string().nullable(),
          publishedAt: z.date(),
          digest: z.string(),
          inForce: z.boolean(),
          openDossiers: z.number(),
        }),
      ),
    ),

  getVersion: operation(
    {
      title: { vi: 'Một bản của thủ tục', en: 'One version of a procedure' },
      kind: 'read',
      permission: 'procedure.read',
    },
    { method: 'GET', path: '/services/procedures/{code}/versions/{number}' },
  )
    .input(z.strictObject({ code: z.string().max(20), number: z.coerce.number().int().min(1) }))
    .output(z.object({ declaration: z.custom<Procedure>() })),
}
