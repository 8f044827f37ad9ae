import { setTimeout as pause } from 'node:timers/promises'
import { findFreePort, servePlatform } from '#commands/testing/served-platform.ts'
import { createClient, must } from './http.ts'
import { ensureBuilt, makeDataDirectory } from './installation.ts'
import { atMost, median, type Row } from './measure.ts'
import { residentMegabytes } from './resident-memory.ts'

/** From launching `./lien-thong serve` to the first page in hand: on an empty data directory, and three times on a filled one. */
export async function measureStart(): Promise<Row[]> {
  const built = await ensureBuilt()
  const dataDirectory = makeDataDirectory()
  let started = await start(dataDirectory)
  const first = started.took
  const later: number[] = []
  for (let time = 0; time < 3; time += 1) {
    await started.served.stop()
    started = await start(dataDirectory)
    later.push(started.took)
  }
  await pause(20_000)
  const resident = residentMegabytes(started.served.pid)
  await started.served.stop()
  const shell =
    built > 0 ? `the web shell was built before, ${(built / 1000).toFixed(1)} s more` : 'the web shell was built before'
  return [
    atMost('first start with the demo province', first / 1000, 30, 's', { note: shell }),
    atMost('later start', median(later) / 1000, 3, 's', { note: 'median of 3; PostgreSQL starts anew too' }),
    atMost('idle memory', resident, 300, 'MB', { note: 'resident, 20 s after the first page, without PostgreSQL' }),
  ]
}

async function start(dataDirectory: string) {
  const launched = performance.now()
  const served = servePlatform({ dataDirectory, port: await findFreePort() })
  await served.untilReady(180_000)
  const client = createClient(served.url)
  must(await client.ask('/'))
  client.close()
  return { served, took: performance.now() - launched }
}
