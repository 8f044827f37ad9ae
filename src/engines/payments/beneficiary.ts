import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { validOn } from '#engines/directory/index.ts'
import { inReach } from './accounts/in-reach.ts'

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

/** More bodies than one who keeps accounts looks through. */
const mostListed = 500

/** The bodies whose accounts the caller keeps, each with its own account if it has one. */
export const listBeneficiaries = (ctx: Context) =>
  rows(
    ctx.tx,
    sql<{
      unitId: string
      unitName: string
      accountNumber: string | null
      accountName: string | null
      bankCode: string | null
    }>`
      select v.unit_id, v.name as unit_name, b.account_number, b.account_name, b.bank_code
      from directory.unit_version v left join payments.beneficiary b on b.unit_id = v.unit_id
      where ${validOn('v', dateAt(ctx.now()))} and v.agency_id = v.unit_id and ${inReach(ctx, sql`v.unit_id`)}
      order by v.name, v.unit_id limit ${mostListed}`,
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
