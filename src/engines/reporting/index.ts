import type { Context } from '#kernel/operations/context.ts'
import { defineEngine, type Listener } from '#kernel/operations/engine.ts'
import { addDays, civil, dateAt, type PlainDate } from '#values/plain-date.ts'
import { reportingContract } from './contract.ts'
import { countAll, countChanged, markChanged } from './count-days.ts'
import { formSix } from './form-six.ts'
import { formSixDossiers } from './form-six-dossiers.ts'
import { formSixFile } from './form-six-file.ts'
import { indexDossiers } from './index-dossiers.ts'
import { serviceIndexFile, sayIndex } from './service-index-file.ts'
import { serviceIndex } from './service-index.ts'
import { countAtRisk, findForecast, groupAtRisk, listAtRisk } from './warning/at-risk.ts'
import { tellHeads } from './warning/tell-heads.ts'
import { warnedDossiers, warningFigures } from './warning/warning-figures.ts'
import { watchJobs, watchListeners } from './warning/watch.ts'

export { forecast, type OpenWork } from './warning/forecast.ts'
export { knownTimes, measuredOf } from './warning/known-times.ts'

/** After these a dossier may count otherwise. */
const changes = ['filed', 'moved', 'returned', 'supplied', 'lapsed', 'rejected', 'withdrawn', 'resumed', 'undone']

const listeners: readonly Listener[] = changes.map((change) => ({
  event: `dossier.${change}`,
  name: `mark-day-${change}`,
  run: markChanged,
}))

/** Figures over everything that the engines before it do: counted by listening, never typed. Given the address that links in messages begin with. */
export const createReporting = (publicUrl: string) =>
  defineEngine({
    name: 'reporting',
    contract: reportingContract,
    listeners: [...listeners, ...watchListeners, tellHeads(publicUrl)],
    jobs: [
      ...watchJobs,
      { name: 'count-changed-days', schedule: '* * * * *', run: countChanged },
      { name: 'count-all-days', schedule: '40 3 * * *', run: countAll },
    ],
    handlers: {
      async getFormSix(ctx, { from, to, ...search }) {
        const period = periodOf(ctx, from, to)
        return { ...period, at: ctx.now(), rows: await formSix(ctx.tx, { ...period, ...search }, ctx.now()) }
      },

      async exportFormSix(ctx, { from, to, ...search }) {
        const period = periodOf(ctx, from, to)
        return formSixFile(await formSix(ctx.tx, { ...period, ...search }, ctx.now()), period, ctx.language)
      },

      listFormSixDossiers: (ctx, search) => formSixDossiers(ctx, search),

      async getServiceIndex(ctx, { from, to, ...body }) {
        const period = periodOf(ctx, from, to)
        const figures = await serviceIndex(ctx, { ...period, ...body })
        return { ...period, at: ctx.now(), rows: figures.map((figure) => sayIndex(figure, ctx.language)) }
      },

      async exportServiceIndex(ctx, { from, to, ...body }) {
        const period = periodOf(ctx, from, to)
        return serviceIndexFile(await serviceIndex(ctx, { ...period, ...body }), period, ctx.language)
      },

      listIndexDossiers: (ctx, search) => indexDossiers(ctx, search),

      listAtRisk: (ctx, search) => listAtRisk(ctx, search),
      countAtRisk: (ctx) => countAtRisk(ctx),
      groupAtRisk: (ctx) => groupAtRisk(ctx),

      async getForecast(ctx, { id }) {
        return { forecast: await findForecast(ctx, id) }
      },

      listWarnedDossiers: (ctx, search) => warnedDossiers(ctx, search),

      getWarningFigures: (ctx, { from, to, procedure }) => {
        const last = to ?? dateAt(ctx.now())
        return warningFigures(ctx, { from: from ?? addDays(last, -89), to: last, procedure })
      },
    },
  })

/** This month up to today where a day is not named. */
function periodOf(
  ctx: Context,
  from?: PlainDate,
  to?: PlainDate,
): { readonly from: PlainDate; readonly to: PlainDate } {
  const last = to ?? dateAt(ctx.now())
  return { from: from ?? civil(`${last.slice(0, 7)}-01`), to: last }
}
