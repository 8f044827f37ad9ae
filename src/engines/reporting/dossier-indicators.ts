import { sql, type Fragment } from '#kernel/database/query.ts'

/** What an indicator of Decision 766/QĐ-TTg says of one dossier `d`: on which of its days it counts, whether at all, and whether it meets it. */
interface DossierIndicator {
  readonly at: Fragment
  readonly counts: Fragment
  readonly met: Fragment
}

const answered = sql`(d.finished_at is not null and coalesce(d.outcome, 'granted') in ('granted', 'refused'))`
const hasResult = sql`exists (select from services.result r where r.dossier_id = d.id and r.issued_at is not null and r.revoked_at is null)`
/** A second request for a supplement makes it late, whatever the date (2.1). */
const onTime = sql`(d.finished_at <= d.deadline and (select count(*) from services.supplement s where s.dossier_id = d.id) <= 1)`
const hasFiles = sql`exists (select from services.dossier_paper p where p.dossier_id = d.id and p.replaced_at is null)`
const disliked = sql`exists (select from services.rating r where r.dossier_id = d.id and r.mark <= 2)`
const finished = (met: Fragment): DossierIndicator => ({ at: sql`d.finished_at`, counts: answered, met })

/** Those that follow from dossiers alone. Counts (`count-index.ts`) and lists (`index-dossiers.ts`) are both made of these. */
export const dossierIndicators = {
  '1.4': {
    at: sql`d.received_at`,
    // What has a local code is not known to the national portal and never told.
    counts: sql`(d.procedure_code ~ '^[0-9]')`,
    met: sql`exists (select from national_portal.delivery v where v.dossier_id = d.id and v.kind = 'record' and v.told > 0)`,
  },
  '2.1': finished(onTime),
  '3.3': finished(sql`(d.channel = 'online' and ${hasResult})`),
  '4.1': finished(hasResult),
  '4.2': finished(sql`(${hasFiles} and ${hasResult})`),
  '5.4': finished(sql`(${onTime} and not ${disliked})`),
} as const satisfies Readonly<Record<string, DossierIndicator>>

export type DossierIndicatorId = keyof typeof dossierIndicators
