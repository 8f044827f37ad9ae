import { defineEngine, type GatheringListener } from '#kernel/operations/engine.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { reportingContract } from './contract.ts'
import { countAll, countChanged, markChanged } from './count-days.ts'
import { formSix } from './form-six/form-six.ts'
import { formSixDossiers } from './form-six/dossiers.ts'
import { formSixFile } from './form-six/file.ts'
import { indexHandlers } from './service-index/handlers.ts'
import { scaleHandlers } from './service-index/scale.ts'
import { printFormSix, type ReportingParts } from './form-six/print.ts'
import { openData } from './open-data/open-data.ts'
import { paperReuseHandlers } from './paper-reuse/handlers.ts'
import { periodOf } from './period/period-of.ts'
import { countReading } from './open-data/slow-readers.ts'
import { countAtRisk, findForecast, groupAtRisk, listAtRisk } from './warning/at-risk.ts'
import { tellHeads } from './warning/tell-heads.ts'
import { warnedDossiers, warningFigures } from './warning/warning-figures.ts'
import { watchJobs, watchListeners } from './warning/watch.ts'

export { countAll } from './count-days.ts'
export { forecast, type OpenWork } from './warning/forecast.ts'
export { knownTimes, measuredOf } from './warning/known-times.ts'

/** After these a dossier may count otherwise. */
// oxfmt-ignore
const changes = [
  'filed', 'moved', 'returned', 'supplied', 'lapsed', 'rejected', 'withdrawn', 'resumed', 'undone', 'rated',
  'result-revoked',
]

const listeners: readonly GatheringListener[] = changes.map((change) => ({
  event: `dossier.${change}`,
  name: `mark-day-${change}`,
  runTogether: markChanged,
}))

/** Figures over everything that the engines before it do: counted by listening, never typed. */
export const createReporting = (parts: ReportingParts) =>
  defineEngine({
    name: 'reporting',
    contract: reportingContract,
    listeners: [...listeners, ...watchListeners, tellHeads(parts.publicUrl)],
    jobs: [
      ...watchJobs,
      { name: 'count-changed-days', schedule: '* * * * *', run: countChanged },
      { name: 'count-all-days', schedule: '40 3 * * *', run: countAll },
    ],
    handlers: {
      async getOpenData(ctx) {
        countReading(ctx)
        return openData(ctx, parts.installation.openDataTerms)
      },

      async getFormSix(ctx, { from, to, ...search }) {
        countReading(ctx)
        const period = periodOf(ctx, from, to)
        return { ...period, at: ctx.now(), rows: await formSix(ctx.tx, { ...period, ...search }, ctx.now()) }
      },

      async exportFormSix(ctx, { from, to, ...search }) {
        countReading(ctx)
        const period = periodOf(ctx, from, to)
        return formSixFile(await formSix(ctx.tx, { ...period, ...search }, ctx.now()), period, ctx.language)
      },

      printFormSix: (ctx, { from, to, ...search }) =>
        printFormSix(ctx, parts, { ...periodOf(ctx, from, to), ...search }),

      listFormSixDossiers: (ctx, search) => formSixDossiers(ctx, search),

      ...indexHandlers,
      ...scaleHandlers,
      ...paperReuseHandlers,
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
