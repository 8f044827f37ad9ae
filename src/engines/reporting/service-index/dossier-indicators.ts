import { sql, type Fragment } from '#kernel/database/query.ts'
import type { IndexReadings } from './readings.ts'

/** What an indicator of Decision 766/QĐ-TTg says of one dossier `d`: on which of its days it counts, whether at all, and whether it meets it. */
interface DossierIndicator {
  readonly on: 'received_at' | 'finished_at'
  readonly counts: Fragment
  readonly met: Fragment
}

const answered = sql`(d.finished_at is not null and coalesce(d.outcome, 'granted') in ('granted', 'refused'))`
const hasResult = sql`exists (select from services.result r where r.dossier_id = d.id and r.issued_at is not null and r.revoked_at is null)`
/** A second request for a supplement makes it late, whatever the date (2.1). */
const by = (due: Fragment) =>
  sql`(d.finished_at <= ${due} and (select count(*) from services.supplement s where s.dossier_id = d.id) <= 1)`
const onTime = by(sql`d.deadline`)
const asPromised = by(sql`coalesce(d.promised, d.deadline)`)
const hasFiles = sql`exists (select from services.dossier_paper p where p.dossier_id = d.id and p.replaced_at is null)`
const disliked = sql`exists (select from services.rating r where r.dossier_id = d.id and r.mark <= 2)`
const isKnown = sql`exists (select from national_portal.delivery v where v.dossier_id = d.id and v.kind = 'record' and v.told > 0)`
/** Its link went with the record: what the national portal knew when the result was issued, or since. */
const hasSharedResult = sql`exists (select from services.result r join national_portal.delivery v on v.dossier_id = r.dossier_id and v.kind = 'record'
  where r.dossier_id = d.id and r.revoked_at is null and v.told > 0 and v.accepted_at >= r.issued_at)`
const received = (counts: Fragment): DossierIndicator => ({ on: 'received_at', counts, met: isKnown })
const finished = (met: Fragment): DossierIndicator => ({ on: 'finished_at', counts: answered, met })

const hadPapers = (more: Fragment): Fragment =>
  sql`exists (select from services.paper_reuse u where u.dossier_id = d.id and ${more})`

/**
 * Those that follow from dossiers alone, each reading of one by itself. Counts (`service-index/count-index.ts`) and lists (`service-index/dossiers.ts`) are both
 * made of these. What is synchronised is among what was received, so that of the two numbers of 1.4 the latter is never the smaller one.
 */
export const dossierIndicators = {
  // What has a local code is not known to the national portal and never told.
  '1.4': received(sql`(d.procedure_code ~ '^[0-9]')`),
  '1.4 all': received(sql`true`),
  '2.1': finished(onTime),
  '2.1 promised': finished(asPromised),
  '3.3': finished(sql`(d.channel = 'online' and ${hasResult})`),
  '4.1': finished(hasResult),
  '4.2': finished(sql`(${hasFiles} and ${hasResult})`),
  // What the source says of it is not whole; so it is read: of dossiers whose papers the province had in part, those that used some again.
  '4.3': { on: 'received_at', counts: hadPapers(sql`true`), met: hadPapers(sql`u.reused > 0`) },
  '4.4': finished(hasSharedResult),
  '4.5': { on: 'received_at', counts: sql`(d.channel = 'online')`, met: sql`d.by_e_identity` },
  '5.4': finished(sql`(${onTime} and not ${disliked})`),
  '5.4 promised': finished(sql`(${asPromised} and not ${disliked})`),
} as const satisfies Readonly<Record<string, DossierIndicator>>

export type ReadIndicatorId = keyof typeof dossierIndicators
/** Without a reading: as they are asked for. */
export type DossierIndicatorId = Extract<
  ReadIndicatorId,
  '1.4' | '2.1' | '3.3' | '4.1' | '4.2' | '4.3' | '4.4' | '4.5' | '5.4'
>

/** Which of them is meant, as the index is read. */
export function readAs(id: DossierIndicatorId, { reported, due }: IndexReadings): ReadIndicatorId {
  if (id === '1.4') return reported === 'all' ? '1.4 all' : id
  if (id === '2.1' || id === '5.4') return due === 'promised' ? `${id} promised` : id
  return id
}
