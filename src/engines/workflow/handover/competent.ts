import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { getUnit, type PostRow } from '#engines/directory/index.ts'
import { mustDecideFor } from '../reassign.ts'
import { functionsOf } from '../takeable.ts'
import type { TaskRow } from '../task.ts'
import { handoverProblems } from './contract.ts'

/**
 * Who may be given work of somebody who goes: a colleague of the unit; in another unit whoever has the same function, as far as the
 * procedure leaves it open who does it. Competence is the agency's, and so never goes to another one; what the unit itself answers
 * for (taking in, deciding, numbering, handing out, an opinion it was asked) stays there.
 */
export async function mustBeCompetent(
  ctx: Context,
  tasks: readonly TaskRow[],
  post: PostRow,
  on: PlainDate,
): Promise<void> {
  await mustDecideFor(ctx, tasks, post.function)
  const away = tasks.filter((task) => task.unitId !== post.unitId)
  if (away.length === 0) return
  const unit = await getUnit(ctx.tx, post.unitId, on)
  for (const unitId of new Set(away.map((task) => task.unitId))) {
    const own = await getUnit(ctx.tx, unitId, on)
    if (own.agencyId !== unit.agencyId) await refuseOtherAgency(ctx, own.agencyId, unit.agencyId, on)
  }
  if (away.some((task) => task.kind !== 'work')) throw new Problem('handoverStays', handoverProblems.handoverStays)
  const asked = await functionsOf(ctx.tx, [...new Set(away.map((task) => task.assignee))])
  if (asked.some((one) => one.function !== post.function))
    throw new Problem('handoverFunction', handoverProblems.handoverFunction)
}

async function refuseOtherAgency(ctx: Context, competentId: string, otherId: string, on: PlainDate): Promise<never> {
  const [competent, other] = [await getUnit(ctx.tx, competentId, on), await getUnit(ctx.tx, otherId, on)]
  const message = {
    vi: `Thẩm quyền là của ${competent.name}, không phải ${other.name}.`,
    en: `The competence is that of ${competent.name}, not of ${other.name}.`,
  }
  throw new Problem('handoverOtherAgency', handoverProblems.handoverOtherAgency, {
    places: [{ path: 'postId', message }],
  })
}
