import { z } from 'zod'
import { every, find, rows, run, sql } from '#kernel/database/query.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { readCursor, toPage } from '#values/page.ts'
import { getVisibleDossier } from '#engines/services/index.ts'
import type { nationalPortalContract } from '../contract.ts'
import type { Unread } from './read-filed.ts'

interface ListedFiling {
  readonly code: string
  readonly procedureCode: string
  readonly state: 'fetched' | 'filed' | 'needs-look'
  readonly fetchedAt: Date
  readonly error: string | null
  readonly dossierCode: string | null
  readonly unread: number
}

const Key = z.tuple([z.iso.datetime(), z.string().max(60)])

/** What was filed on the national portal: what became of it, and what of it has no place here. */
export const filingHandlers: Pick<
  Handlers<typeof nationalPortalContract>,
  'listNationalFilings' | 'retryNationalFilings' | 'viewNationalFiling'
> = {
  async listNationalFilings(ctx, { state, after, limit }) {
    const [at, code] = after === undefined ? [] : readCursor(Key, after)
    const found = await rows(
      ctx.tx,
      sql<ListedFiling>`select i.code, i.procedure_code, i.state, i.fetched_at, i.error, d.code as dossier_code, jsonb_array_length(i.unread) as unread
        from national_portal.incoming i left join services.dossier d on d.id = i.dossier_id
        where ${every([
          state && sql`i.state = ${state}`,
          at === undefined || code === undefined
            ? undefined
            : sql`(i.fetched_at < ${at} or i.fetched_at = ${at} and i.code > ${code})`,
        ])} order by i.fetched_at desc, i.code limit ${limit + 1}`,
    )
    return toPage(found, limit, (row) => [row.fetchedAt.toISOString(), row.code])
  },

  async retryNationalFilings(ctx, { code }) {
    const count = await run(
      ctx.tx,
      sql`update national_portal.incoming set state = 'fetched', next_at = ${ctx.now()}, tries = 0, error = null
        where ${every([sql`state = 'needs-look'`, code === undefined ? undefined : sql`code = ${code}`])}`,
    )
    ctx.note({ objectType: 'national-link', objectId: code ?? 'filings', facts: { count } })
    return { count }
  },

  async viewNationalFiling(ctx, { id }) {
    const dossier = await getVisibleDossier(ctx, id)
    const filing = await find(
      ctx.tx,
      sql<{
        code: string
        unread: Unread[]
      }>`select code, unread from national_portal.incoming where dossier_id = ${dossier.id}`,
    )
    if (filing !== undefined)
      ctx.note({ objectType: 'dossier', objectId: id, subjects: [dossier.applicantId], facts: { code: dossier.code } })
    return { filing: filing ?? null }
  },
}
