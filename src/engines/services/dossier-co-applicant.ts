import { json, rows, sql, write } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Dossier } from './dossier.ts'

/** Somebody who filed together with the applicant. */
export interface FiledTogether {
  readonly personId: string
  readonly name: string
  readonly confirmedAt: Date
}

/** Keeps who filed together; once filed nobody is added or taken out. */
export async function insertFiledTogether(
  tx: Queries,
  dossierId: string,
  people: readonly FiledTogether[],
): Promise<void> {
  if (people.length === 0) return
  await write(
    tx,
    sql`insert into services.dossier_co_applicant (dossier_id, person_id, name, confirmed_at)
      select ${dossierId}, "personId", name, "confirmedAt"
      from jsonb_to_recordset(${json(people)}) as g ("personId" uuid, name text, "confirmedAt" timestamptz)`,
  )
}

/** Who filed a dossier together with its applicant, in the order of confirming. Of the many filed alone the database is not asked. */
export const filedTogether = async (
  tx: Queries,
  { id, coApplicantIds }: Pick<Dossier, 'id' | 'coApplicantIds'>,
): Promise<FiledTogether[]> =>
  coApplicantIds.length === 0
    ? []
    : rows(
        tx,
        sql<FiledTogether>`select person_id, name, confirmed_at from services.dossier_co_applicant
          where dossier_id = ${id} order by confirmed_at, person_id`,
      )
