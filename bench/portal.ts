import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ServedPlatform } from '#commands/testing/served-platform.ts'
import { someCitizens } from '#commands/testing/ready-drafts.ts'
import { bearer, createClient, must } from './http.ts'
import { demoInstallation } from './installation.ts'
import { atLeast, atMost, median, type Row } from './measure.ts'
import { weighPage } from './weigh-page.ts'

const page = '/thu-tuc/1.000894'
const connections = 20
const kilobyte = 1024

/** The page that most citizens see, read from the database for each of them: how many a core gives, and what it weighs on a thin line. */
export async function measurePortal(): Promise<Row[]> {
  const installation = await demoInstallation()
  const [citizen] = await someCitizens(installation.connection.pool, 1)
  const token = await installation.tokenOf(citizen as string)
  const pinned = availableParallelism() > 1 && existsSync('/usr/bin/taskset')
  // Sessions begun from now on are bound like the process that accepts them.
  if (pinned) await bind(installation.postmaster(), '0')
  const served = await installation.serve(pinned ? ['taskset', '-c', '0'] : [])
  try {
    const rates: number[] = []
    await load(served, 4, pinned)
    for (let round = 0; round < 3; round += 1) rates.push((await load(served, 5, pinned)).perSecond)
    const where = pinned
      ? 'server and its PostgreSQL on one core, load from the other'
      : 'NOT pinned: one core or no taskset here'
    return [
      atLeast('portal pages read from the database', median(rates), 600, 'pages/s', {
        note: `${page}, ${connections} connections, gzip; ${where}; median of 3`,
      }),
      ...(await weights(served, token)),
    ]
  } finally {
    await served.stop()
    if (pinned) await bind(installation.postmaster(), `0-${availableParallelism() - 1}`)
  }
}

const bind = (pid: number, cores: string) => promisify(execFile)('taskset', ['-p', '-c', cores, String(pid)])

async function load(served: ServedPlatform, seconds: number, pinned: boolean): Promise<{ perSecond: number }> {
  const client = [
    process.execPath,
    join(import.meta.dirname, 'load-client.ts'),
    `${served.url}${page}`,
    String(connections),
    String(seconds),
  ]
  const [command, ...args] = (pinned ? ['taskset', '-c', '1', ...client] : client) as [string, ...string[]]
  const { stdout } = await promisify(execFile)(command, args)
  return JSON.parse(stdout) as { perSecond: number }
}

async function weights(served: ServedPlatform, token: string): Promise<Row[]> {
  const client = createClient(served.url)
  try {
    const read = await weighPage(client, page)
    const started = must(
      await client.ask('/api/services/drafts', { method: 'POST', headers: bearer(token), body: { code: '1.001193' } }),
    )
    const draft = JSON.parse(started.bytes.toString('utf8')) as { id: string; firstPage: string }
    const filing = await weighPage(client, `/nop/${draft.id}/${draft.firstPage}`, { Cookie: `session=${token}` })
    const total = filing.html + filing.css + filing.fonts + filing.scripts + filing.images
    const kb = (bytes: number) => (bytes / kilobyte).toFixed(1)
    return [
      atMost('procedure page, HTML and CSS', (read.html + read.css) / kilobyte, 60, 'KB', {
        note: `HTML ${kb(read.html)}, CSS ${kb(read.css)} as sent to a browser that takes gzip`,
      }),
      atMost('procedure page, fonts', read.fonts / kilobyte, 60, 'KB'),
      atMost('procedure page, scripts', read.hasScript ? 1 : 0, 0, 'scripts'),
      atMost('filing page, everything', total / kilobyte, 250, 'KB', {
        note: `HTML ${kb(filing.html)}, CSS ${kb(filing.css)}, fonts ${kb(filing.fonts)}, scripts ${kb(filing.scripts)}`,
      }),
    ]
  } finally {
    client.close()
  }
}
