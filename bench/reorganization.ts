import { setTimeout as wait } from 'node:timers/promises'
import { createLog } from '#kernel/log.ts'
import { startReorganizing } from '#engines/directory/index.ts'
import { followers } from '#engines/index.ts'
import { startPlatform } from '#commands/start-platform.ts'
import { findAmiss } from '#commands/testing/find-amiss.ts'
import { twoTiersOf2025 } from '#systems/bac-giang/reorganizations/two-tiers-of-2025.ts'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import { callerOf } from './caller.ts'
import { growDossiers } from './data.ts'
import { configOf, demoInstallation } from './installation.ts'
import { atLeast, atMost, percentile, type Row } from './measure.ts'

const openDossiers = 50_000

/**
 * The reorganisation of 2025 with 50,000 open dossiers: districts end, 209 communes go into 58 of 99. It is scheduled over HTTP and carried
 * out at its midnight, while officials read their inboxes. Objects are dossiers, and the access rows and open tasks that move with them.
 */
export async function measureReorganization(): Promise<Row[]> {
  const installation = await demoInstallation()
  await growDossiers(installation.databaseUrl, openDossiers, 'open')
  const day = addDays(dateAt(new Date()), 1)
  let at = new Date()
  const log = createLog('error')
  const platform = await startPlatform(configOf(installation), installation.databaseUrl, log, {
    pages: false,
    now: () => at,
  })
  try {
    const administrator = await callerOf(platform, installation, 'quantri', at)
    const plan = { ...twoTiersOf2025, effectiveOn: day }
    const { id } = await administrator('POST', '/directory/reorganizations', { plan })
    const [preview, previewed] = await timedCall(() => administrator('GET', `/directory/reorganizations/${id}/preview`))
    const [, scheduled] = await timedCall(() =>
      administrator('POST', `/directory/reorganizations/${id}/schedule`, { revision: 1 }),
    )

    at = instantOf(day, 1)
    // A day later: the sessions of today may be over.
    const watcher = await callerOf(platform, installation, 'quantri', at)
    const reader = await callerOf(platform, installation, 'chutich.tinh', at)
    const waits: number[] = []
    const started = performance.now()
    const moving = startReorganizing({ ...platform.runner, followers })
    for (let status = 'scheduled'; status !== 'done'; await wait(20)) {
      const [, took] = await timedCall(() => reader('GET', '/workflow/inbox'))
      waits.push(took)
      ;({ status } = await watcher('GET', `/directory/reorganizations/${id}`))
    }
    const took = performance.now() - started
    await moving.stop()
    const { pool } = platform.connection
    const moved = await pool.query<{ count: number }>(
      `select sum(1 + jsonb_array_length(before->'access') + jsonb_array_length(before->'tasks'))::int as count
       from services.moved where entity = 'dossier'`,
    )
    const objects = moved.rows[0]?.count ?? 0
    const amiss = await findAmiss(async (text) => (await pool.query(text)).rows, day)
    if (Object.keys(amiss).length > 0) throw new Error(`left behind: ${JSON.stringify(amiss)}`)
    const note = `${objects} objects; preview ${Math.round(previewed)} ms, scheduling ${Math.round(scheduled)} ms; ${preview.units.length} units, ${preview.landings.length} posts; an inbox meanwhile p95 ${percentile(waits, 0.95).toFixed(0)} ms`
    return [
      atMost('reorganisation of 50,000 open dossiers', took / 1000, 300, 's', { note }),
      atLeast('objects moved', objects / (took / 1000), 2000, '/s'),
    ]
  } finally {
    await platform.close()
  }
}

async function timedCall<Value>(call: () => Promise<Value>): Promise<[Value, number]> {
  const started = performance.now()
  const answered = await call()
  return [answered, performance.now() - started]
}
