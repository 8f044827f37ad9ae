import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { validOn } from '#engines/directory/index.ts'

export interface Beneficiary {
  readonly accountNumber: string
  readonly accountName: string
  readonly bankCode: string
}

/** The account of a unit, else of the nearest one above it that has one; undefined: nothing can be paid online for it. */
export const findBeneficiary = (tx: Queries, unitId: string, on: PlainDate): Promise<Beneficiary | undefined> =>
  find(
    tx,
    sql<Beneficiary>`with recursive above as (
        select ${unitId}::uuid as unit_id, 0 as height
        union all
        select v.parent_id, above.height + 1 from above join directory.unit_version v on v.unit_id = above.unit_id and ${validOn('v', on)}
        where v.parent_id is not null and above.height < 10
      )
      select b.account_number, b.account_name, b.bank_code from above join payments.beneficiary b on b.unit_id = above.unit_id
      order by above.height limit 1`,
  )

export interface UnitAccount extends Beneficiary {
  readonly unitId: string
}

/** The accounts of these units. */
export const beneficiariesOf = (tx: Queries, unitIds: readonly string[]): Promise<UnitAccount[]> =>
  rows(
    tx,
    sql<UnitAccount>`select unit_id, account_number, account_name, bank_code from payments.beneficiary where unit_id = any(${unitIds}::uuid[])`,
  )

/** Sets where online payments for a unit go from now on. */
export const setBeneficiary = (tx: Queries, { unitId, accountNumber, accountName, bankCode }: UnitAccount, at: Date) =>
  run(
    tx,
    sql`insert into payments.beneficiary (unit_id, account_number, account_name, bank_code, changed_at)
      values (${unitId}, ${accountNumber}, ${accountName}, ${bankCode}, ${at})
      on conflict (unit_id) do update set account_number = excluded.account_number, account_name = excluded.account_name,
        bank_code = excluded.bank_code, changed_at = excluded.changed_at`,
  )
