import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { areaPath, childUnits, findUnitOfArea } from '#engines/directory/index.ts'

/** The bodies that a citizen may speak of: the committees of a place and above it, then the province's departments. */
export async function listBodies(ctx: Context, place: string | undefined) {
  const today = dateAt(ctx.now())
  const areas = place === undefined ? [] : await areaPath(ctx.tx, place, today)
  const committees = await Promise.all(
    areas.map(({ code }) => findUnitOfArea(ctx.tx, code, 'peoples-committee', today)),
  )
  const [province] = (await childUnits(ctx.tx, null, today)).filter(({ kind }) => kind === 'peoples-committee')
  const departments = province === undefined ? [] : await childUnits(ctx.tx, province.id, today)
  const all = [...committees, province, ...departments.filter(({ kind }) => kind === 'department')].filter(
    (unit) => unit !== undefined,
  )
  return [...new Map(all.map(({ id, name }) => [id, { id, name }])).values()]
}
