import { find, sql } from '#kernel/database/query.ts'
import { rowsOf } from '#kernel/parts/part.ts'
import type { KeptTable } from '#kernel/parts/kept-table.ts'

/**
 * Years of the history of dossiers. A year stays while a dossier that it tells of is under a hold, goes on, or ended less long ago than
 * histories are kept: the period begins with the end of a dossier, not with what happened to it first.
 */
export const keptHistory = (keepYears: number): KeptTable => ({
  parent: 'services.dossier_event',
  keepMonths: keepYears * 12,
  leavesInOrder: false,

  async reasonToStay(on, part, keptSince) {
    const held = await find(
      on,
      sql<{
        code: string
      }>`select d.code from kernel.legal_hold h join services.dossier d on h.object = 'dossier:' || d.id
        where h.released_at is null and exists (select from ${rowsOf(part)} e where e.dossier_id = d.id) limit 1`,
    )
    if (held) return `dossier ${held.code} is held`
    const living = await find(
      on,
      sql<{ code: string; isOpen: boolean }>`select d.code, d.is_open from services.dossier d
        where (d.is_open or d.finished_at is null or d.finished_at > ${keptSince})
          and exists (select from ${rowsOf(part)} e where e.dossier_id = d.id) limit 1`,
    )
    return living && `dossier ${living.code} ${living.isOpen ? 'goes on' : 'has not ended long enough ago'}`
  },
})
