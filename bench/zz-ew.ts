import { createLog } from '#kernel/log.ts'
import { startJobs } from '#kernel/jobs/start-jobs.ts'
import { startPlatform } from '#commands/start-platform.ts'
import { runJob } from '#commands/testing/run-job.ts'
import { settleEvents } from '#commands/testing/settle-events.ts'
import { growDossiers } from './data.ts'
import { configOf, demoInstallation } from './installation.ts'
const installation = await demoInstallation()
console.log(new Date().toISOString(), installation.databaseUrl, installation.dataDirectory)
await growDossiers(installation.databaseUrl, 1_000_000)
console.log(new Date().toISOString(), 'grown')
const platform = await startPlatform(configOf(installation), installation.databaseUrl, createLog('error'), { pages: false })
const jobs = await startJobs({ ...platform.runner, pool: platform.connection.pool }, platform.engines)
await runJob(platform, 'look-at-all-dossiers')
console.log(new Date().toISOString(), 'looked')
await settleEvents(platform.connection.pool)
console.log(new Date().toISOString(), 'settled')
void jobs
await new Promise((r) => setTimeout(r, 3_600_000))
