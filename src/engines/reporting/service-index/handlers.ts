import type { Handlers } from '#kernel/operations/engine.ts'
import type { indexContract } from './contract.ts'
import { indexDossiers } from './dossiers.ts'
import { indexPetitions } from './petitions.ts'
import { countedProcedures } from './procedures.ts'
import { usualReadings } from './readings.ts'
import { findScale } from './scale.ts'
import { countedBodies } from './of-body.ts'
import { periodOf } from '../period/period-of.ts'
import { countReading } from '../open-data/slow-readers.ts'
import { sayServiceIndex, serviceIndexFile } from './file.ts'
import { serviceIndex } from './service-index.ts'

/** The index and what is behind each of its figures. */
export const indexHandlers: Handlers<typeof indexContract> = {
  async getServiceIndex(ctx, { from, to, ...body }) {
    countReading(ctx)
    const period = periodOf(ctx, from, to)
    return {
      ...period,
      at: ctx.now(),
      ...sayServiceIndex(await serviceIndex(ctx, { ...period, ...body }), ctx.language),
    }
  },

  async exportServiceIndex(ctx, { from, to, ...body }) {
    countReading(ctx)
    const period = periodOf(ctx, from, to)
    return serviceIndexFile(await serviceIndex(ctx, { ...period, ...body }), period, ctx.language)
  },

  listIndexBodies(ctx, { from, to }) {
    countReading(ctx)
    return countedBodies(ctx.tx, periodOf(ctx, from, to))
  },

  listIndexDossiers: (ctx, search) => indexDossiers(ctx, search),
  listIndexPetitions: (ctx, search) => indexPetitions(ctx, search),

  async listIndexProcedures(ctx, { indicator, which, ...search }) {
    countReading(ctx)
    const readings = (await findScale(ctx.tx, search.to))?.rules.readings ?? usualReadings
    const counted = (await countedProcedures(ctx, search, readings)).get(indicator) ?? []
    return counted
      .filter(({ isMet }) => isMet === (which === 'met'))
      .map(({ code, name, says }) => ({ code, name, says }))
  },
}
