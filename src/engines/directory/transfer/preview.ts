import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Follower } from '../reorganization/follower.ts'
import { compareRights } from './compare-rights.ts'
import type { DelegationView } from './contract.ts'
import { openOn } from './decide.ts'
import { emptyKeys, leaderThen, type Leaving } from './left-behind.ts'
import type { TransferPlan } from './plan.ts'
import { prepare } from './prepare.ts'

/** What goes with a decision, whether it is written yet or not. */
export async function previewTransfer(tx: Queries, plan: TransferPlan, followers: readonly Follower[]) {
  const { personId, effectiveOn } = plan
  const { before, ending, beginning, after } = await prepare(tx, plan)
  const leaving = { personId, effectiveOn, ending, beginning }
  const empty = await emptyKeys(tx, leaving)
  const units = [...new Set(ending.map(({ unitId }) => unitId))]
  const leaders = []
  for (const unitId of units) {
    const leader = await leaderThen(tx, unitId, leaving)
    if (leader !== undefined) leaders.push({ personId: leader.personId, name: leader.name, title: leader.title })
  }
  return {
    before,
    after,
    ending: ending.map(({ postId }) => postId),
    rights: compareRights(before, after),
    work: await openOn(
      tx,
      empty.map(({ key }) => key),
      followers,
    ),
    leaders,
    delegations: await delegationsTouched(tx, leaving),
  }
}

/** Delegations that end with the posts: given from them or to them, for the effective day or later. */
const delegationsTouched = async (tx: Queries, leaving: Leaving): Promise<DelegationView[]> => {
  const posts = leaving.ending.map(({ postId }) => postId)
  const empty = (await emptyKeys(tx, leaving)).map(({ key }) => key)
  return rows(
    tx,
    sql<DelegationView>`select d.id, d.kind, f.title as from_title, t.title as to_title, d.from_post_id = any(${posts}::uuid[]) as is_given
      from directory.delegation d
      join directory.post f on f.id = d.from_post_id join directory.post t on t.id = d.to_post_id
      where (f.key = any(${empty}::int[]) or t.key = any(${empty}::int[])) and d.revoked_at is null
        and d.valid_to >= ${leaving.effectiveOn} order by d.valid_from, d.id`,
  )
}
