import { randomUUIDv7 } from 'node:crypto'
import { find, get, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { addDays, type PlainDate } from '#values/plain-date.ts'
import type { Address } from './person.ts'
import { validOn } from './valid-on.ts'

export interface EnterpriseRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly address: Address | null
}

export const getEnterprise = (tx: Queries, id: string): Promise<EnterpriseRow> =>
  get(tx, sql<EnterpriseRow>`select id, code, name, address from directory.enterprise where id = ${id}`)

/** Whether a person represents an enterprise by law on a day: it is theirs to let others act for it. */
export const isLegalRepresentative = async (
  tx: Queries,
  enterprise: string,
  person: string,
  on: PlainDate,
): Promise<boolean> =>
  (await find(
    tx,
    sql`select 1 from directory.representative r
      where r.enterprise_id = ${enterprise} and r.person_id = ${person} and ${validOn('r', on)}`,
  )) !== undefined

/** So long a national account's word for who represents an enterprise holds, unless it is said again. */
const vouchedDays = 365

/** Takes an enterprise and its representative from a national account of the enterprise; answers its id. */
export async function takeVouchedRepresentative(
  tx: Queries,
  said: { readonly code: string; readonly name: string },
  person: string,
  on: PlainDate,
): Promise<string> {
  const { id } = await get(
    tx,
    sql<{
      id: string
    }>`insert into directory.enterprise (id, code, name) values (${randomUUIDv7()}, ${said.code}, ${said.name})
      on conflict (code) do update set code = excluded.code returning id`,
  )
  const until = addDays(on, vouchedDays)
  const known = await run(
    tx,
    sql`update directory.representative r set valid_to = case when valid_to is null then null else ${until}::date end
      where r.enterprise_id = ${id} and r.person_id = ${person} and ${validOn('r', on)}`,
  )
  if (known > 0) return id
  await run(
    tx,
    sql`insert into directory.representative (enterprise_id, person_id, position, valid_from, valid_to)
      values (${id}, ${person}, 'Người đại diện theo tài khoản quốc gia', ${on}, ${until})
      on conflict (enterprise_id, person_id, valid_from) do update set valid_to = excluded.valid_to`,
  )
  return id
}
