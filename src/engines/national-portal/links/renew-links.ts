import type { Queries } from '#kernel/database/connect.ts'
import { run, sql } from '#kernel/database/query.ts'
import type { NationalProfile } from '../declare.ts'
import { isResultGiven } from './given-file.ts'

const dayMs = 86_400_000
/** At once; the next run goes on with those that end next. */
const mostRenewed = 20_000

/** A tenth of its days before it ends a link is renewed, so that a portal which is away for a while loses none. */
const renewedAfter = ({ linkDays }: Pick<NationalProfile, 'linkDays'>): number => linkDays - Math.ceil(linkDays / 10)

/**
 * Has told again what holds links that are about to end, though nothing else of it changed: of dossiers that are worked on or ended not longer ago than
 * `renewDays` of the profile. Answers how many.
 */
export const renewLinks = (
  tx: Queries,
  profile: Pick<NationalProfile, 'linkDays' | 'renewDays'>,
  at: Date,
): Promise<number> =>
  run(
    tx,
    sql`with ending as (
        select v.dossier_id, v.kind from national_portal.delivery v join services.dossier d on d.id = v.dossier_id
        where v.kind in ('record', 'status') and v.state = 'accepted' and v.accepted_at < ${new Date(at.getTime() - renewedAfter(profile) * dayMs)}
          and (d.is_open or d.finished_at > ${new Date(at.getTime() - profile.renewDays * dayMs)}) and d.outcome is distinct from 'withdrawn'
          and (v.kind = 'record' and exists (select from services.dossier_paper s where s.dossier_id = d.id)
            or exists (select from services.result r where r.dossier_id = d.id and ${isResultGiven}))
        order by v.accepted_at limit ${mostRenewed} for update of v skip locked
      ) update national_portal.delivery v set wanted = v.wanted + 1, state = 'waiting', digest = null, tries = 0, next_at = ${at}, changed_at = ${at}
        from ending where v.dossier_id = ending.dossier_id and v.kind = ending.kind`,
  )
