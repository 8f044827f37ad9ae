import { json, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { getPerson } from './person.ts'

/** Gives everything of one row of a person to another row of the same person; what they let each other do ends. */
export async function mergePerson(tx: Queries, from: string, to: string, at: Date): Promise<void> {
  await run(tx, sql`update directory.appointment set person_id = ${to} where person_id = ${from}`)
  await run(
    tx,
    sql`update directory.representative r set person_id = ${to} where r.person_id = ${from} and not exists (
      select 1 from directory.representative k
      where k.enterprise_id = r.enterprise_id and k.person_id = ${to} and k.valid_from = r.valid_from)`,
  )
  await run(
    tx,
    sql`update directory.mandate set ended_at = ${at}
      where ended_at is null and (giver_id, holder_id) in ((${from}::uuid, ${to}::uuid), (${to}::uuid, ${from}::uuid))`,
  )
  await run(
    tx,
    sql`update directory.mandate set giver_id = ${to} where giver_id = ${from} and holder_id is distinct from ${to}`,
  )
  await run(tx, sql`update directory.mandate set holder_id = ${to} where holder_id = ${from} and giver_id <> ${to}`)
  const gone = await getPerson(tx, from)
  // The number is unique: it leaves the one row before it comes to the other.
  await run(
    tx,
    sql`update directory.person set personal_id = null, merged_into = ${to} where id = ${from} or merged_into = ${from}`,
  )
  await run(
    tx,
    sql`update directory.person set personal_id = coalesce(personal_id, ${gone.personalId}),
      birth_date = coalesce(birth_date, ${gone.birthDate}::date), sex = coalesce(sex, ${gone.sex}),
      phone = coalesce(phone, ${gone.phone}), email = coalesce(email, ${gone.email}),
      residence = coalesce(residence, ${gone.residence === null ? null : json(gone.residence)}) where id = ${to}`,
  )
}
