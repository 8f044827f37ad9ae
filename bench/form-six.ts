import pg from 'pg'
import { createLog } from '#kernel/log.ts'
import { startPlatform } from '#commands/start-platform.ts'
import { runJob } from '#commands/testing/run-job.ts'
import { growDossiers } from './data.ts'
import { createClient, must } from './http.ts'
import { configOf, demoInstallation, type Installation } from './installation.ts'
import { atMost, median, percentile, timed, type Row } from './measure.ts'
import { many } from './size.ts'

const years = 5
const times = 50

const year = 'from=2025-12-15&to=2026-11-20'
const asked = {
  'form 06 by field, a year': `form-six?${year}&by=field`,
  'form 06 by procedure of one level, a year': `form-six?${year}&by=procedure&level=province`,
  'form 06 by body, a year': `form-six?${year}&by=unit`,
  'form 06 by field, three weeks across months': 'form-six?from=2026-10-25&to=2026-11-14&by=field',
  'form 06 by field, a year long past': 'form-six?from=2023-01-01&to=2023-12-31&by=field',
  'the index of the province, a year': `service-index?${year}`,
  'the index of communes, a year': `service-index?${year}&level=commune`,
} as const

/** Form 06 and the index over HTTP at 1,000,000 dossiers that came over five years; how long counting all of them anew takes is in the note. */
export async function measureFormSix(): Promise<Row[]> {
  const installation = await demoInstallation()
  await growDossiers(installation.databaseUrl, many)
  await spread(installation)
  const counted = await timed(() => countAnew(installation))
  const { rows } = await installation.connection.pool.query<{ size: number }>(
    'select count(*)::int as size from reporting.day_count',
  )
  const served = await installation.serve()
  const client = createClient(served.url)
  try {
    const found: Row[] = []
    for (const [what, search] of Object.entries(asked)) {
      const took: number[] = []
      for (let time = 0; time < times; time += 1)
        took.push(await timed(async () => must(await client.ask(`/api/reporting/${search}`))))
      const note = `p95 ${percentile(took, 0.95).toFixed(1)} ms, first ${took[0]?.toFixed(0)} ms; ${rows[0]?.size} counts of days, all made anew in ${(counted / 1000).toFixed(0)} s`
      found.push(atMost(`${what}, median`, median(took), 300, 'ms', { note }))
    }
    return found
  } finally {
    client.close()
    await served.stop()
  }
}

/** Ended dossiers back over the years, each by as many days as its id says: copies lie close to what they were copied of. */
async function spread({ databaseUrl }: Installation): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica; set synchronous_commit = off')
    await client.query(
      `update services.dossier d set filed_at = filed_at - back, received_at = received_at - back, deadline = deadline - back, finished_at = finished_at - back
        from (select id, abs(hashtext(id::text)) % $1 * interval '1 day' as back from services.dossier where not is_open) o where o.id = d.id`,
      [years * 365],
    )
    await client.query('vacuum analyze services.dossier')
  } finally {
    await client.end()
  }
}

async function countAnew(installation: Installation): Promise<void> {
  const platform = await startPlatform(configOf(installation), installation.databaseUrl, createLog('error'), {
    pages: false,
  })
  try {
    await runJob(platform, 'count-all-days')
  } finally {
    await platform.close()
  }
}
