import { find, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { removeFactors } from './factors/own-factors.ts'
import { endSessionsOf } from './session.ts'

export interface MergeableAccount {
  readonly id: string
  readonly kind: 'staff' | 'citizen'
  readonly login: string
  readonly personId: string
  readonly status: 'active' | 'disabled'
  readonly assurance: number
  readonly createdAt: Date
  readonly lastSignInAt: Date | null
  readonly isMerged: boolean
  readonly issuers: string[]
}

/** An account as it is looked at before it becomes part of another. */
export const findMergeable = (tx: Queries, login: string): Promise<MergeableAccount | undefined> =>
  find(
    tx,
    sql<MergeableAccount>`select a.id, a.kind, a.login, a.person_id, a.status, a.assurance, a.created_at, a.last_sign_in_at,
        a.merged_into is not null as is_merged, array(select b.issuer from identity.binding b where b.account_id = a.id) as issuers
      from identity.account a where a.login = ${login.toLowerCase()} for update`,
  )

/** Makes one account part of another of the same person: bindings and former parts go over, sessions end, nobody signs in by it. */
export async function mergeAccount(ctx: Context, gone: MergeableAccount, kept: MergeableAccount): Promise<void> {
  await run(ctx.tx, sql`update identity.binding set account_id = ${kept.id} where account_id = ${gone.id}`)
  await run(ctx.tx, sql`update identity.account set merged_into = ${kept.id} where merged_into = ${gone.id}`)
  await run(
    ctx.tx,
    sql`update identity.account set status = 'disabled', merged_into = ${kept.id} where id = ${gone.id}`,
  )
  await run(ctx.tx, sql`update identity.account set person_id = ${kept.personId} where person_id = ${gone.personId}`)
  await removeFactors(ctx.tx, gone.id)
  await endSessionsOf(ctx.tx, gone.id, ctx.now())
}
