import { run, sql } from '#kernel/database/query.ts'
import { isSure, scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { defineEngine } from '#kernel/operations/engine.ts'
import { fail } from '#values/errors.ts'
import { auditContract } from './contract.ts'
import { viewHead, viewKey } from './heads/signed-head.ts'
import { pageOfHeads, readKeys } from './heads/stored-heads.ts'
import { proveEntry } from './prove-entry.ts'
import { getEntry, readsOfPerson, searchEntries } from './search-entries.ts'
import { getTrailState } from './trail-state.ts'
import { verifyNew } from './verification.ts'

export { keptTrail } from './archive/kept-trail.ts'
export { recordArchived } from './archive/record-archived.ts'
export { auditCommands, type AuditCommand, type CommandParts } from './commands.ts'
export { verifyTrail } from './verify-trail.ts'
export { verifyProof } from './prove-entry.ts'
export { headsOfDay } from './heads/heads-of-day.ts'
export { keyFileOf, openHeads } from './heads/start-signing.ts'
export { recordAudit } from './record.ts'
export { fillTrail } from './fill-trail.ts'
export { prepareAudit, startSealing, type Sealing } from './start-sealing.ts'
export { findAuditAlarms, getTrailState } from './trail-state.ts'

/** An entry belongs to no unit, so the right to read the trail is whole or none. */
function mustReadAll(ctx: Context): void {
  if (scopeOf(ctx.actor, 'audit.read') !== 'all') fail('forbidden')
}

export const audit = defineEngine({
  name: 'audit',
  contract: auditContract,
  handlers: {
    async searchEntries(ctx, input) {
      mustReadAll(ctx)
      const { after: _after, limit: _limit, ...filters } = input
      const subjects = input.subject === undefined ? {} : { subjects: [input.subject] }
      ctx.note({ objectType: 'audit.trail', objectId: 'search', ...subjects, facts: filters })
      return searchEntries(ctx.tx, input)
    },

    async getEntry(ctx, { id }) {
      mustReadAll(ctx)
      const entry = await getEntry(ctx.tx, id)
      ctx.note({ objectType: 'audit.entry', objectId: id, subjects: entry.subjects })
      return entry
    },

    async proveEntry(ctx, { id }) {
      mustReadAll(ctx)
      ctx.note({ objectType: 'audit.entry', objectId: id, facts: { proof: true } })
      return proveEntry(ctx.tx, id)
    },

    async readsOfMyData(ctx, request) {
      const { person, account } = ctx.actor
      // Without the person as subject: looking would otherwise fill the list that is looked at.
      ctx.note({ objectType: 'audit.trail', objectId: 'my-data' })
      return person === undefined
        ? { rows: [] }
        : readsOfPerson(ctx.tx, { person, account, isSure: isSure(ctx.actor) }, request)
    },

    async listHeads(ctx, request) {
      const page = await pageOfHeads(ctx.tx, request)
      return { ...page, rows: page.rows.map(viewHead), keys: (await readKeys(ctx.tx)).map(viewKey) }
    },

    async getTrailState(ctx) {
      mustReadAll(ctx)
      return getTrailState(ctx.tx, ctx.now())
    },
  },
  jobs: [
    {
      name: 'verifyNew',
      schedule: '30 1 * * *',
      run: async (ctx) => {
        const { ok, findings } = await verifyNew(ctx.tx, ctx.now())
        if (!ok) ctx.log.error({ findings: findings.slice(0, 20) }, 'the audit trail is broken')
      },
    },
    {
      name: 'prepareMonths',
      schedule: '20 0 * * *',
      run: async (ctx) => void (await run(ctx.tx, sql`select audit.prepare()`)),
    },
  ],
})
