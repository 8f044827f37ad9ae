import { setTimeout as pause } from 'node:timers/promises'
import { createLog } from '#kernel/log.ts'
import { readConfig } from '#kernel/config.ts'
import { linkNationalPortal } from '#commands/link-national-portal.ts'
import { startPlatform } from '#commands/start-platform.ts'
import { startNationalPortal as simulate } from '#sandbox/national-portal/national-portal.ts'
import { growDossiers } from './data.ts'
import { configOf, demoInstallation } from './installation.ts'
import { atLeast, atMost, type Row } from './measure.ts'

/** What one province had to synchronise in the report's year. */
export const toldInYear = 6586

/**
 * A whole backlog told to the simulated national portal, each dossier with its record and every step that was done, from the first to the
 * last acknowledgement; everything is durable on both sides.
 */
export async function measureNational(): Promise<Row[]> {
  const installation = await demoInstallation()
  await growDossiers(installation.databaseUrl, toldInYear)
  const portal = await simulate(0)
  const { nationalPortal } = readConfig(portal.variables)
  const config = { ...configOf(installation), nationalPortal }
  const platform = await startPlatform(config, installation.databaseUrl, createLog('warn'), { pages: false })
  try {
    const started = performance.now()
    const linking = linkNationalPortal(platform, config)
    const count = async () => {
      const { rows } = await platform.connection.pool.query<{ told: number; waiting: number }>(
        `select count(*) filter (where kind = 'record' and state = 'accepted')::int as told,
          count(*) filter (where state in ('waiting', 'sending'))::int as waiting from national_portal.delivery`,
      )
      return rows[0] ?? { told: 0, waiting: 0 }
    }
    let now = await count()
    while (now.told === 0 || now.waiting > 0) {
      await pause(200)
      now = await count()
    }
    const seconds = (performance.now() - started) / 1000
    await linking?.stop()
    const steps = [...portal.kept.dossiers.values()].reduce((sum, { progress }) => sum + progress.length, 0)
    const note = `${now.told} records and ${steps} steps in ${seconds.toFixed(1)} s, ${portal.calls.get('DongBoHoSoMC')} and ${portal.calls.get('CapNhatTienDoHoSoMC')} messages`
    return [
      atLeast('dossiers with their steps told to the national portal', now.told / seconds, 200, '/s', { note }),
      atMost(`${now.told} dossiers (a province told ${toldInYear}) synchronised`, seconds, 120, 's'),
    ]
  } finally {
    await platform.close()
    await portal.close()
  }
}
