import { createLog } from '#kernel/log.ts'
import { startJobs } from '#kernel/jobs/start-jobs.ts'
import { startPlatform } from '#commands/start-platform.ts'
import { runJob } from '#commands/testing/run-job.ts'
import { settleEvents } from '#commands/testing/settle-events.ts'
import { growDossiers } from './data.ts'
import { bearer, createClient, must } from './http.ts'
import { configOf, demoInstallation, type Installation } from './installation.ts'
import { atMost, median, percentile, timed, type Row } from './measure.ts'

const dossiers = 1_000_000
const times = 30

/** Early warning at 1,000,000 dossiers: the pass of a night over all of them, the look of a minute, and the list and count over HTTP. */
export async function measureEarlyWarning(): Promise<Row[]> {
  const installation = await demoInstallation()
  await growDossiers(installation.databaseUrl, dossiers)
  const { pass, minute } = await lookAtAll(installation)
  const { pool } = installation.connection
  const { rows } = await pool.query<{ open: number; risk: number; measured: number }>(
    `select (select count(*)::int from reporting.forecast) as open, (select count(*)::int from reporting.forecast where is_at_risk) as risk,
      (select count(*)::int from reporting.step_time) as measured`,
  )
  const { rows: leaders } = await pool.query<{ id: string; login: string }>(
    `select id, login from identity.account where login in ('chutich.tinh', 'truongphong.gtvt') order by login`,
  )
  const note = `${rows[0]?.open} forecast, ${rows[0]?.risk} at risk, ${rows[0]?.measured} times of steps`
  const served = await installation.serve()
  const found: Row[] = [
    atMost('early warning, everything measured and looked at anew', pass / 1000, 600, 's', { note }),
    atMost('early warning, a minute with nothing due', minute, 1000, 'ms', { note }),
  ]
  try {
    for (const { id, login } of leaders) {
      const client = createClient(served.url)
      const headers = bearer(await installation.tokenOf(id))
      for (const what of ['', '/count', '/groups']) {
        const took: number[] = []
        for (let time = 0; time < times; time += 1)
          took.push(await timed(async () => must(await client.ask(`/api/reporting/at-risk${what}`, { headers }))))
        const said = `median ${median(took).toFixed(1)} ms`
        found.push(atMost(`at risk${what} for ${login}, p95`, percentile(took, 0.95), 300, 'ms', { note: said }))
      }
      client.close()
    }
  } finally {
    await served.stop()
  }
  return found
}

async function lookAtAll(installation: Installation) {
  const platform = await startPlatform(configOf(installation), installation.databaseUrl, createLog('error'), {
    pages: false,
  })
  const jobs = await startJobs({ ...platform.runner, pool: platform.connection.pool }, platform.engines)
  try {
    const pass = await timed(async () => {
      await runJob(platform, 'look-at-all-dossiers')
      await settleEvents(platform.connection.pool)
    })
    return { pass, minute: await timed(() => runJob(platform, 'look-at-due-dossiers')) }
  } finally {
    await jobs.stop()
    await platform.close()
  }
}
