import type { Handlers } from '#kernel/operations/engine.ts'
import type { paperReuseContract } from './contract.ts'
import { paperReuseFile } from './file.ts'
import { paperReuse } from './paper-reuse.ts'
import { periodOf } from '../period/period-of.ts'
import { countReading } from '../open-data/slow-readers.ts'

export const paperReuseHandlers: Handlers<typeof paperReuseContract> = {
  async getPaperReuse(ctx, { from, to, ...search }) {
    countReading(ctx)
    const period = periodOf(ctx, from, to)
    return { ...period, at: ctx.now(), rows: await paperReuse(ctx.tx, { ...period, ...search }) }
  },

  async exportPaperReuse(ctx, { from, to, ...search }) {
    countReading(ctx)
    const period = periodOf(ctx, from, to)
    return paperReuseFile(await paperReuse(ctx.tx, { ...period, ...search }), period, ctx.language)
  },
}
