import { randomUUIDv7 } from 'node:crypto'
import { find, get, run, sql, json } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { fold, tidy } from '#values/text.ts'

/** Where someone lives: a commune by its code as of the day it was said, and the rest as written. */
export interface Address {
  readonly commune: string
  readonly detail: string
}

export interface PersonRow {
  readonly id: string
  readonly fullName: string
  readonly birthDate: PlainDate | null
  readonly sex: 'male' | 'female' | null
  readonly personalId: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly residence: Address | null
}

export type NewPerson = Partial<Omit<PersonRow, 'id' | 'fullName'>> & { readonly fullName: string }

const personColumns = sql`id, full_name, birth_date, sex, personal_id, phone, email, residence`

export async function createPerson(tx: Queries, person: NewPerson): Promise<string> {
  const id = randomUUIDv7()
  await run(
    tx,
    sql`insert into directory.person (id, full_name, birth_date, sex, personal_id, phone, email, residence)
      values (${id}, ${tidy(person.fullName)}, ${person.birthDate ?? null}, ${person.sex ?? null}, ${person.personalId ?? null},
        ${person.phone ?? null}, ${person.email ?? null}, ${person.residence ? json(person.residence) : null})`,
  )
  return id
}

export const getPerson = (tx: Queries, id: string): Promise<PersonRow> =>
  get(tx, sql<PersonRow>`select ${personColumns} from directory.person where id = ${id}`)

export const findPersonByNumber = (tx: Queries, personalId: string): Promise<PersonRow | undefined> =>
  find(tx, sql<PersonRow>`select ${personColumns} from directory.person where personal_id = ${personalId}`)

/** Changes what a person may change of themselves. */
export const updateContact = (
  tx: Queries,
  id: string,
  contact: Pick<NewPerson, 'phone' | 'email' | 'residence'>,
): Promise<number> =>
  run(
    tx,
    sql`update directory.person set phone = ${contact.phone ?? null}, email = ${contact.email ?? null},
      residence = ${contact.residence ? json(contact.residence) : null} where id = ${id}`,
  )

/** Whether a card, or another authority, speaks of the person that we know under the same number. */
export const isSamePerson = (
  said: { readonly fullName: string; readonly birthDate: PlainDate },
  known: Pick<PersonRow, 'fullName' | 'birthDate'>,
): boolean =>
  fold(known.fullName) === fold(said.fullName) && (known.birthDate === null || known.birthDate === said.birthDate)

/** Adds what a verified identity says and was not known; its phone also replaces one that nobody vouched for. */
export const takeVerifiedFacts = (
  tx: Queries,
  known: PersonRow,
  said: { readonly birthDate: PlainDate; readonly phone: string | null },
  replacesPhone: boolean,
): Promise<number> =>
  run(
    tx,
    sql`update directory.person set birth_date = ${known.birthDate ?? said.birthDate},
      phone = ${replacesPhone ? (said.phone ?? known.phone) : (known.phone ?? said.phone)} where id = ${known.id}`,
  )

/** A number that turned out to be somebody else's leaves whoever stated it; the rest stays as they stated it. */
export const takeNumberAway = (tx: Queries, id: string): Promise<number> =>
  run(tx, sql`update directory.person set personal_id = null where id = ${id}`)

/** Adds what was not known of a person; what is known stays. */
export const addFacts = (
  tx: Queries,
  id: string,
  facts: Partial<Pick<NewPerson, 'birthDate' | 'personalId' | 'phone' | 'email'>>,
): Promise<number> =>
  run(
    tx,
    sql`update directory.person set birth_date = coalesce(birth_date, ${facts.birthDate ?? null}),
      personal_id = coalesce(personal_id, ${facts.personalId ?? null}), phone = coalesce(phone, ${facts.phone ?? null}),
      email = coalesce(email, ${facts.email ?? null}) where id = ${id}`,
  )
