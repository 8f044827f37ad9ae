import { randomUUIDv7 } from 'node:crypto'
import type { Queries } from '#kernel/database/connect.ts'
import { json, rows, run, sql } from '#kernel/database/query.ts'
import { insertPersons } from '../load-staff.ts'
import { createPeople } from '../people.ts'
import { createChance } from '../random.ts'

const seed = 10_2026

/**
 * People without an account, in `growing.new_person`: each of the sex and age of an applicant, whose place they can take in what that one said. Answers how many
 * there are like each.
 */
export async function makePeople(tx: Queries, count: number): Promise<number> {
  const applicants = await rows(
    tx,
    sql<Applicant>`select p.id, p.sex, p.birth_date from directory.person p
      where exists (select from services.dossier d where d.applicant_id = p.id) order by p.personal_id`,
  )
  const known = await rows(
    tx,
    sql<{ number: string }>`select personal_id as number from directory.person where personal_id is not null
      union select phone from directory.person where phone is not null`,
  )
  const people = createPeople(
    createChance(seed),
    known.map(({ number }) => number),
  )
  await run(tx, sql`create unlogged table growing.new_person (id uuid, like_id uuid, number int)`)
  const each = Math.ceil(count / applicants.length)
  const made = applicants.flatMap((applicant) =>
    Array.from({ length: each }, (_, number) => ({
      ...people.like(applicant),
      id: randomUUIDv7(),
      likeId: applicant.id,
      number,
    })),
  )
  const batch = 5000
  for (let start = 0; start < made.length; start += batch) {
    const some = made.slice(start, start + batch)
    await insertPersons(tx, some)
    await run(
      tx,
      sql`insert into growing.new_person select id, "likeId", number
        from jsonb_to_recordset(${json(some.map(({ id, likeId, number }) => ({ id, likeId, number })))}) as g (id uuid, "likeId" uuid, number int)`,
    )
  }
  await run(tx, sql`create index on growing.new_person (like_id, number)`)
  await run(tx, sql`analyze growing.new_person`)
  return each
}

interface Applicant {
  readonly id: string
  readonly sex: 'male' | 'female'
  readonly birthDate: string
}
