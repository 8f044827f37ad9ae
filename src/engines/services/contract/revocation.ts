import { z } from 'zod'
import { oneLine } from '#values/one-line.ts'
import { operation } from '#values/operation.ts'
import { servicesProblems } from './problems.ts'

/** Revoking what was issued: its number stays its own for good, and every place that gave it says that it no longer counts. */
export const revocationContract = {
  revokeResult: operation(
    {
      title: { vi: 'Thu hồi kết quả đã ban hành', en: 'Revoke an issued result' },
      kind: 'write',
      permission: 'result.revoke',
      stepUp: 'proof',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/dossiers/{id}/result/revocation' },
  )
    .input(
      z.strictObject({
        id: z.uuid(),
        revision: z.number().int().optional(),
        /** Its holder reads it. */
        reason: oneLine(10, 1000),
        /** The decision by which it is revoked, where there is one: number and who signed it. */
        decision: oneLine(3, 200).optional(),
      }),
    )
    .output(z.object({ revokedAt: z.date(), revision: z.number() })),
}
