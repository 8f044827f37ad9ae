import type { Database, Queries } from '#kernel/database/connect.ts'
import { rows, run, sql } from '#kernel/database/query.ts'
import { nobody, type Actor } from '#kernel/operations/actor.ts'
import type { AuditRecord } from '#kernel/operations/run-operation.ts'
import { fillTrail } from '#engines/audit/index.ts'
import { takeTime } from './take-time.ts'

/** So long the trail is kept at hand; older months have gone to the archive. */
export const trailMonths = 24

/** Rows read at a time. */
const piece = 10_000

/** The trail of a grown province: who filed each dossier, who read it and what they did, as far as tasks tell and the trail reaches. */
export const leaveTrail = (db: Database, beside: Database): Promise<boolean> =>
  beside.transaction(async (tx) => {
    await takeTime(tx)
    return await fillTrail(db, recordsOf(tx))
  })

interface Deed {
  readonly at: Date
  readonly operation: string
  readonly kind: 'read' | 'write'
  readonly dossierId: string
  readonly code: string
  readonly applicantId: string
  readonly applicantName: string
  readonly byKey: number | null
}

async function* recordsOf(tx: Queries): AsyncGenerator<AuditRecord> {
  const officials = await officialsByKey(tx)
  await run(
    tx,
    sql`declare deeds no scroll cursor for
      select at, operation, kind, d.id as dossier_id, d.code, d.applicant_id, d.applicant_name, by_key from services.dossier d cross join lateral (
        select d.filed_at as at, 'services.submitDraft' as operation, 'write' as kind, null::int as by_key where d.channel = 'online'
        union all select t.closed_at - interval '90 seconds', 'services.getDossier', 'read', t.closed_by from workflow.task t
          where t.subject_id = d.id and t.closed_by is not null
        union all select t.closed_at, 'services.act', 'write', t.closed_by from workflow.task t where t.subject_id = d.id and t.closed_by is not null
      ) deed where at >= now() - make_interval(months => ${trailMonths}) order by at, d.id, kind`,
  )
  for (;;) {
    const deeds = await rows(tx, sql<Deed>`fetch ${sql.raw(String(piece))} from deeds`)
    for (const deed of deeds) {
      const actor = deed.byKey === null ? applicant(deed) : officials.get(deed.byKey)
      if (actor !== undefined) yield recordOf(deed, actor)
    }
    if (deeds.length < piece) return
  }
}

const recordOf = ({ at, operation, kind, dossierId, code, applicantId }: Deed, actor: Actor): AuditRecord => ({
  call: { actor, language: 'vi', requestId: `demo-${dossierId}`, purpose: undefined, address: '10.26.0.1' },
  operation,
  kind,
  outcome: 'done',
  at,
  notes: [{ objectType: 'dossier', objectId: dossierId, subjects: [applicantId], facts: { code } }],
})

const applicant = ({ applicantId, applicantName }: Deed): Actor => ({
  ...nobody,
  kind: 'citizen',
  account: applicantId,
  name: applicantName,
})

/** Who works under a key: the holder of the post, or the first of those who have the function. */
async function officialsByKey(tx: Queries): Promise<ReadonlyMap<number, Actor>> {
  const found = await rows(
    tx,
    sql<{ key: number; account: string; name: string; id: string; title: string; unitId: string; unit: string }>`
      select distinct on (q.key) q.key, acc.id as account, p.full_name as name, post.id, post.title, v.unit_id, v.name as unit
      from directory.principal q join directory.post post on post.id = q.post_id
          or (q.kind = 'function' and post.unit_id = q.unit_id and post.function = q.function)
        join directory.unit_version v on v.unit_id = post.unit_id and v.valid_to is null
        join directory.appointment a on a.post_id = post.id and a.valid_to is null join directory.person p on p.id = a.person_id
        join identity.account acc on acc.person_id = p.id and acc.kind = 'staff' order by q.key, post.key`,
  )
  return new Map(
    found.map(({ key, account, name, ...post }) => [
      key,
      { ...nobody, kind: 'staff', account, name, post: { ...post, key } },
    ]),
  )
}
