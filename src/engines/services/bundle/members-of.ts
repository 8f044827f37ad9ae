import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Procedure } from '../declare.ts'
import { ownerName } from '../draft/owner-name.ts'
import { getProcedure } from '../procedure/procedure.ts'

/** What a bundle starts, as it is in force today: name and who decides, in their order; nothing of any other procedure. */
export const membersOf = (ctx: Context, { bundle = [] }: Procedure) =>
  Promise.all(
    bundle.map(async ({ code }) => {
      const { procedure } = await getProcedure(ctx.tx, code, dateAt(ctx.now()))
      return { code, name: procedure.everydayName ?? procedure.name, ownerName: await ownerName(ctx, procedure) }
    }),
  )
