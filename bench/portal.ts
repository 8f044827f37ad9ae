import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ServedPlatform } from '#commands/testing/served-platform.ts'
import { someCitizens } from '#commands/testing/ready-drafts.ts'
import { asMeasured, runAsking, whichCores, whileServedOnOneCore } from './cores.ts'
import { bearer, createClient, must } from './http.ts'
import { findHaproxy, openEdge } from './edge.ts'
import { demoInstallation } from './installation.ts'
import { atLeast, atMost, loadFor, median, notMeasured, type Row } from './measure.ts'
import { weighPage } from './weigh-page.ts'

const page = '/thu-tuc/1.000894'
const connections = 20
const kilobyte = 1024

/** The page that most citizens see, read from the database for each of them: how many a core gives, and what it weighs on a thin line. */
export async function measurePortal(): Promise<Row[]> {
  const installation = await demoInstallation()
  const [citizen] = await someCitizens(installation.connection.pool, 1)
  const token = await installation.tokenOf(citizen as string)
  return whileServedOnOneCore(installation, async (served) => {
    const rates: number[] = []
    await warmUp(served)
    for (let round = 0; round < 3; round += 1) rates.push((await load(served, 5)).perSecond)
    return [
      atLeast('portal pages read from the database', median(rates), 600, 'pages/s', {
        note: `${page}, ${connections} connections, gzip; ${whichCores}; median of 3`,
      }),
      ...(await fromCache(served)),
      ...(await weights(served, token)),
    ]
  })
}

const cached = 'portal pages from the cache of the edge'

/** The page as strangers see it, from HAProxy with TLS: drawn by the platform once in five seconds. */
async function fromCache(served: ServedPlatform): Promise<Row[]> {
  const [haproxy, wrk] = [findHaproxy(), findWrk()]
  if (haproxy === undefined || wrk === undefined)
    return [notMeasured(cached, '≥ 8000', 'pages/s', 'needs haproxy and wrk; apt-get install haproxy wrk brings them')]
  const edge = await openEdge(haproxy, served, asMeasured([]))
  try {
    const rates: number[] = []
    for (let round = 0; round < 5; round += 1) rates.push(await pagesPerSecond(wrk, `${edge.url}${page}`))
    return [
      atLeast(cached, median(rates), 8000, 'pages/s', {
        note: `HAProxy of deploy/ with TLS, ${connections} connections, gzip; ${whichCores}; median of ${rates.length}`,
      }),
    ]
  } finally {
    await edge.stop()
  }
}

const findWrk = (): string | undefined => ['/usr/bin/wrk', '/usr/local/bin/wrk'].find((path) => existsSync(path))

async function pagesPerSecond(wrk: string, url: string): Promise<number> {
  const stdout = await runAsking([wrk, '-t1', `-c${connections}`, '-d5s', '-H', 'Accept-Encoding: gzip', url])
  const rate = /^Requests\/sec:\s*([\d.]+)/m.exec(stdout)?.[1]
  if (rate === undefined || /Non-2xx|Socket errors/.test(stdout)) throw new Error(`wrk said:\n${stdout}`)
  return Number(rate)
}

/** Few at once: a process that has just begun draws slowly, and turns strangers away when many come. */
async function warmUp(served: ServedPlatform): Promise<void> {
  const client = createClient(served.url, 2)
  await loadFor(5, 2, async () => void must(await client.ask(page)))
  client.close()
}

async function load(served: ServedPlatform, seconds: number): Promise<{ perSecond: number }> {
  const client = [
    process.execPath,
    join(import.meta.dirname, 'load-client.ts'),
    `${served.url}${page}`,
    String(connections),
    String(seconds),
  ]
  return JSON.parse(await runAsking(client)) as { perSecond: number }
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
