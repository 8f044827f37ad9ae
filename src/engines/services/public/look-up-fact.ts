import { find, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'

/** Whether a phone of somebody who filed the dossier ends in these four digits: the second fact of a look-up without an account. */
export const isPhoneEnd = async (tx: Queries, dossierId: string, phoneEnd: string): Promise<boolean> =>
  (await find(
    tx,
    sql`select 1 from services.dossier d where d.id = ${dossierId} and (d.lookup_fact = ${phoneEnd} or exists (
        select 1 from services.dossier_co_applicant co join directory.person me on me.id = co.person_id
        where co.dossier_id = d.id and right(me.phone, 4) = ${phoneEnd}))`,
  )) !== undefined
