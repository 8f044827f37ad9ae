import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { dateAt, holdsOn } from '#values/plain-date.ts'
import { servicesProblems } from '../contract/problems.ts'
import type { Procedure } from '../declare.ts'
import { ownerName } from '../draft/owner-name.ts'
import { findProcedure, getProcedure, isComplete } from '../procedure/procedure.ts'

/** What a bundle starts, as it is in force today: name and who decides, in their order; nothing of any other procedure. */
export const membersOf = (ctx: Context, { bundle = [] }: Procedure) =>
  Promise.all(
    bundle.map(async ({ code }) => {
      const { procedure } = await getProcedure(ctx.tx, code, dateAt(ctx.now()))
      return { code, name: procedure.everydayName ?? procedure.name, ownerName: await ownerName(ctx, procedure) }
    }),
  )

/** Refuses a bundle of which something is not taken today, naming it: nobody fills in what would be refused when it is sent. */
export async function mustStartMembers(ctx: Context, { bundle = [] }: Procedure): Promise<void> {
  const on = dateAt(ctx.now())
  const ended = await Promise.all(
    bundle.map(async ({ code }, at) => {
      const current = await findProcedure(ctx.tx, code, on)
      const procedure = current?.procedure
      if (procedure !== undefined && isComplete(procedure) && holdsOn(procedure.effective, on)) return []
      const name = procedure?.name
      return { path: `bundle.${at}`, message: { vi: `${code} ${name?.vi ?? ''}`, en: `${code} ${name?.en ?? ''}` } }
    }),
  )
  const places = ended.flat()
  if (places.length > 0) throw new Problem('memberEnded', servicesProblems.memberEnded, { places })
}
