import { sql, write } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Address, PersonRow } from '#engines/directory/index.ts'
import { declaredProfile } from '#engines/forms/contract.ts'
import type { Procedure } from '../declare.ts'

type Known = Partial<Pick<PersonRow, 'phone' | 'email' | 'residence'>> & Pick<PersonRow, 'personalId'>

export interface Contact {
  readonly phone: string | null
  readonly email: string | null
  readonly address: Address | null
}

/**
 * Where whoever filed is reached about one dossier: as its form declares it, and as their profile says where nothing is declared.
 * An enterprise is at its head office. A form that names another person by number says nothing of the applicant.
 */
export function contactOf(
  { form }: Pick<Procedure, 'form'>,
  answers: Readonly<Record<string, unknown>>,
  known: Known,
): Contact {
  const { person = {}, enterprise = {} } = form === undefined ? {} : declaredProfile(form, answers)
  const isOther = person['personalId'] !== undefined && person['personalId'] !== known.personalId
  const declared = (isOther ? {} : person) as Partial<Known>
  return {
    phone: declared.phone ?? known.phone ?? null,
    email: declared.email ?? known.email ?? null,
    address: (enterprise['address'] as Address | undefined) ?? declared.residence ?? known.residence ?? null,
  }
}

/** The second fact by which a dossier is looked up without signing in: the last four digits of the phone. */
export const lookUpFactOf = ({ phone }: Contact): string => (phone ?? '').slice(-4)

/** Sets it anew, after another phone was declared. */
export const writeLookUpFact = (tx: Queries, dossierId: string, contact: Contact): Promise<void> =>
  write(tx, sql`update services.dossier set lookup_fact = ${lookUpFactOf(contact)} where id = ${dossierId}`)
