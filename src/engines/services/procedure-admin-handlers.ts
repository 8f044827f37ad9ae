import type { Handlers } from '#kernel/operations/engine.ts'
import { fail } from '#values/errors.ts'
import type { procedureAdminContract } from './contract/admin.ts'
import { Procedure } from './declare.ts'
import { versionDeclaration, versionsOf } from './search-procedures.ts'

export const procedureAdminHandlers: Handlers<typeof procedureAdminContract> = {
  listVersions: (ctx, { code }) => versionsOf(ctx.tx, code),

  async getVersion(ctx, { code, number }) {
    const version = (await versionDeclaration(ctx.tx, code, number)) ?? fail('notFound')
    return { declaration: Procedure.parse(version.declaration) }
  },
}
