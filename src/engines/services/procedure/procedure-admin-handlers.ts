import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { compareProcedures } from './compare-procedures.ts'
import type { procedureAdminContract } from '../contract/admin.ts'
import { Procedure } from '../declare.ts'
import { listUnattendedCounters } from '../counter/unattended.ts'
import { countMovedByHours, countMovedDeadlines } from '../deadline/moved-deadlines.ts'
import { divisionName, ownerName } from '../draft/owner-name.ts'
import { versionDeclaration, versionsOf } from './list-versions.ts'

export const procedureAdminHandlers: Handlers<typeof procedureAdminContract> = {
  listVersions: (ctx, { code }) => versionsOf(ctx.tx, code, dateAt(ctx.now())),

  async getVersion(ctx, { code, number }) {
    const declaration = await declarationOf(ctx, code, number)
    const [owner, division] = [await ownerName(ctx, declaration), await divisionName(ctx, declaration)]
    return { declaration, ownerName: [owner, division].filter(Boolean).join(', ') }
  },

  async compareVersions(ctx, { code, number, with: other }) {
    return compareProcedures(await declarationOf(ctx, code, other), await declarationOf(ctx, code, number))
  },

  countMovedDeadlines,
  listUnattendedCounters,
  countMovedByHours,
}

const declarationOf = async (ctx: Context, code: string, number: number): Promise<Procedure> =>
  Procedure.parse(((await versionDeclaration(ctx.tx, code, number)) ?? fail('notFound')).declaration)
