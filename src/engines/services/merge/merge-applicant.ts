import { get, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'

interface Owner {
  readonly id: string
  readonly personId: string
}

/** Gives dossiers, drafts, receipts shown and what was filed together of one account's person to another's. */
export async function mergeApplicant(tx: Queries, gone: Owner, kept: Owner): Promise<void> {
  const [from, to] = [gone.personId, kept.personId]
  await run(tx, sql`update services.draft set account_id = ${kept.id} where account_id = ${gone.id}`)
  await run(
    tx,
    sql`insert into services.shown_code (account_id, dossier_id, shown_at)
      select ${kept.id}, dossier_id, shown_at from services.shown_code where account_id = ${gone.id} on conflict do nothing`,
  )
  if (from === to) return
  await run(tx, sql`update services.dossier set applicant_id = ${to} where applicant_id = ${from}`)
  await run(tx, sql`update services.dossier set submitter_id = ${to} where submitter_id = ${from}`)
  await run(tx, sql`update services.draft set person_id = ${to} where person_id = ${from}`)
  await run(tx, sql`update services.ended_invitation set writer_id = ${to} where writer_id = ${from}`)
  await run(
    tx,
    sql`update services.dossier_co_applicant co set person_id = ${to} where co.person_id = ${from} and not exists (
      select 1 from services.dossier_co_applicant k where k.dossier_id = co.dossier_id and k.person_id = ${to})`,
  )
}

export interface Belongings {
  readonly dossiers: number
  readonly together: number
  readonly drafts: number
  readonly messages: number
  readonly mandates: number
  readonly enterprises: number
  readonly bindings: number
}

/** How much an account and its person have, by kind. */
export const belongingsOf = (tx: Queries, { id, personId }: Owner): Promise<Belongings> =>
  get(
    tx,
    sql<Belongings>`select
      (select count(*)::int from services.dossier where applicant_id = ${personId} or submitter_id = ${personId}) as dossiers,
      (select count(*)::int from services.dossier_co_applicant where person_id = ${personId}) as together,
      (select count(*)::int from services.draft where account_id = ${id}) as drafts,
      (select count(*)::int from notification.message where person_id = ${personId}) as messages,
      (select count(*)::int from directory.mandate where giver_id = ${personId} or holder_id = ${personId}) as mandates,
      (select count(*)::int from directory.representative where person_id = ${personId}) as enterprises,
      (select count(*)::int from identity.binding where account_id = ${id}) as bindings`,
  )
