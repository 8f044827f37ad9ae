import type { Handlers } from '#kernel/operations/engine.ts'
import { carryOut } from './carry-out.ts'
import { countStates } from './compare.ts'
import type { importContract } from './contract.ts'
import type { LaterEngines } from './later-engines.ts'
import { discardImport, getImport, keepImport, listImports, outcomesOf } from './organization-import.ts'
import { readImportFile } from './read-file.ts'
import { takeBack } from './take-back.ts'
import { asideWorkbook, templateWorkbook } from './workbooks.ts'

/** Import as an operation: a file is sent, looked at, carried out as one act, and taken back. */
export const importHandlers = (later: LaterEngines): Handlers<typeof importContract> => ({
  listImports,

  async startImport(ctx, { fileName, content }) {
    const file = readImportFile(fileName, Buffer.from(content, 'base64url'))
    const id = await keepImport(ctx, fileName, file, later)
    ctx.note({ objectType: 'import', objectId: id, facts: { fileName, lines: file.rows.length } })
    return { id }
  },

  async getImport(ctx, { id, state, from, limit }) {
    const whole = await getImport(ctx, id)
    const { outcomes, seen, quotas } = await outcomesOf(ctx, whole, later)
    const { content, outcomes: _, ...row } = whole
    const wanted = outcomes
      .map(({ cells = null, ...outcome }, number) => ({ number, cells, ...outcome }))
      .filter((one) => one.number >= from && (state === undefined || one.state === state))
    ctx.note({ objectType: 'import', objectId: id })
    return {
      ...row,
      counts: countStates(outcomes),
      seen,
      quotas,
      unread: (content?.unread ?? []).map(({ sheet, missing }) => ({ sheet, missing: [...missing] })),
      lines: wanted.slice(0, limit),
      next: wanted[limit]?.number ?? null,
    }
  },

  async executeImport(ctx, { id, seen }) {
    await carryOut(ctx, id, seen, later)
    return getImport(ctx, id)
  },

  async undoImport(ctx, { id }) {
    await takeBack(ctx, id, later)
    return getImport(ctx, id)
  },

  async discardImport(ctx, { id }) {
    await discardImport(ctx, id)
    return { dropped: true }
  },

  async getLinesAside(ctx, { id }) {
    const { outcomes } = await outcomesOf(ctx, await getImport(ctx, id), later)
    ctx.note({ objectType: 'import', objectId: id, facts: { aside: true } })
    return asideWorkbook(
      outcomes.filter(({ state }) => state === 'aside'),
      ctx.language,
    )
  },

  getImportTemplate: async (ctx) => templateWorkbook(ctx.language),
})
