import { randomUUID } from 'node:crypto'
import type { Queries } from '#kernel/database/connect.ts'
import { system } from '#kernel/operations/actor.ts'
import type { ArchivedPart } from '#kernel/parts/archived-part.ts'
import { archiveOperation } from '../beginning.ts'
import { recordAudit } from '../record.ts'

/** Says in the trail what left, to which archive, and, of the trail itself, behind which seal it goes on. */
export const recordArchived = (
  tx: Queries,
  { id, part, rowCount, rowsSha256, facts }: ArchivedPart,
  operator: string,
  at: Date,
): Promise<unknown> =>
  recordAudit(tx, {
    call: { actor: system, language: 'vi', requestId: randomUUID() },
    operation: archiveOperation,
    kind: 'write',
    outcome: 'done',
    at,
    notes: [
      { objectType: 'part', objectId: part, facts: { archive: id, rows: rowCount, sha256: rowsSha256, operator } },
      ...('seal' in facts
        ? [{ objectType: 'audit.seal', objectId: String(facts['seal']), facts: { root: facts['root'] } }]
        : []),
    ],
  })
