import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { percentile } from './measure.ts'

/**
 * Asks at a rate that does not heed the answers, as people do who all come at once, from a process of its own: URL RATE SECONDS TOKENS.
 * A rate of 0 asks in a closed loop instead, as fast as it is answered.
 */
const [address, rateText, secondsText, tokensText] = process.argv.slice(2) as [string, string, string, string]
const url = new URL(address)
const rate = Number(rateText)
const seconds = Number(secondsText)
const { citizens, officials } = JSON.parse(tokensText) as Record<'citizens' | 'officials', string[]>

/** Lines to the server, opened ahead and kept, as a proxy in front of it has them: Node takes one new line each turn of its loop. */
const linesOfNetwork = 8
const closedLoop = 16
/** As many subscribers, each with an address of its own. */
const networks = 40
/** What comes beyond the lines is lost on the way. */
const mostUnderWay = networks * linesOfNetwork

interface Ask {
  readonly path: string
  readonly token?: string | undefined
  readonly body?: object
}

const one = <Value>(of: readonly Value[]): Value => of[Math.floor(Math.random() * of.length)] as Value

/** Like a Monday at 08:00: most look something up, some work, some file, a few export. */
const mix: readonly (readonly [number, () => Ask])[] = [
  [30, () => ({ path: `/api/services/procedures?text=${one(['khai sinh', 'giay phep', 'dat dai', 'ly lich'])}` })],
  [15, () => ({ path: '/thu-tuc' })],
  [5, () => ({ path: '/' })],
  [20, () => ({ path: '/api/workflow/inbox', token: one(officials) })],
  [10, () => ({ path: '/api/services/dossiers?limit=20', token: one(officials) })],
  [10, () => ({ path: '/api/services/my/dossiers', token: one(citizens) })],
  [7, () => ({ path: '/api/services/drafts', token: one(citizens), body: { code: '1.001193' } })],
  [3, () => ({ path: '/api/services/dossiers/export', token: one(officials) })],
]

/** What is asked next: its place in the mix. */
function next(): number {
  let left = Math.random() * mix.reduce((sum, [share]) => sum + share, 0)
  return Math.max(
    mix.findIndex(([share]) => (left -= share) < 0),
    0,
  )
}

const agents = Array.from(
  { length: networks },
  (_, order) => new Agent({ keepAlive: true, maxSockets: linesOfNetwork, localAddress: `127.0.1.${order + 1}` }),
)

interface Seen {
  readonly kind: number
  readonly second: number
  readonly ms: number
  readonly is: 'done' | 'copy' | 'shed' | 'failed'
  readonly saysWhen: boolean
  readonly status: number
}

await Promise.all(agents.flatMap((agent) => Array.from({ length: linesOfNetwork }, () => open(agent))))
const started = performance.now()
const seen: Seen[] = []
const underWay = new Set<object>()
let unsent = 0

function ask(kind: number): Promise<void> {
  const { path, token, body } = (mix[kind] as (typeof mix)[number])[1]()
  const began = performance.now()
  const sent = body === undefined ? undefined : JSON.stringify(body)
  const mark = {}
  underWay.add(mark)
  return new Promise((resolve) => {
    const end = (is: Seen['is'], status: number, saysWhen = false) => {
      underWay.delete(mark)
      const now = performance.now()
      seen.push({ kind, second: Math.floor((now - started) / 1000), ms: now - began, is, status, saysWhen })
      resolve()
    }
    const asking = request(
      {
        agent: one(agents),
        hostname: url.hostname,
        port: url.port,
        path: encodeURI(path),
        method: sent === undefined ? 'GET' : 'POST',
        timeout: 30_000,
        headers: {
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
          ...(sent !== undefined && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(sent) }),
        },
      },
      (answer) => {
        answer.resume()
        const { statusCode: status = 0, headers } = answer
        answer.on('end', () => {
          if (status === 503 || status === 429) end('shed', status, headers['retry-after'] !== undefined)
          else if (status >= 400) end('failed', status)
          // The platform's copy, or the edge's.
          else end((headers['x-kept-at'] ?? headers.age) ? 'copy' : 'done', status)
        })
        answer.on('error', () => {})
      },
    )
    asking.on('timeout', () => asking.destroy())
    asking.on('error', () => end('failed', 0))
    asking.end(sent)
  })
}

function open(agent: Agent): Promise<void> {
  return new Promise((resolve) => {
    request({ agent, hostname: url.hostname, port: url.port, path: '/livez' }, (answer) => {
      answer.resume().on('end', resolve)
    })
      .on('error', () => resolve())
      .end()
  })
}

if (rate === 0) {
  const client = async () => {
    while (performance.now() - started < seconds * 1000) await ask(next())
  }
  await Promise.all(Array.from({ length: closedLoop }, client))
} else {
  let sent = 0
  while (performance.now() - started < seconds * 1000) {
    const due = ((performance.now() - started) / 1000) * rate
    for (; sent < due; sent += 1) {
      if (underWay.size >= mostUnderWay) unsent += 1
      else void ask(next())
    }
    await pause(5)
  }
  while (underWay.size > 0) await pause(20)
}
for (const agent of agents) agent.destroy()

const timesOf = (is: Seen['is']) => seen.filter((each) => each.is === is).map(({ ms }) => ms)
const whole = Math.floor(seconds)
const perSecond = Array.from({ length: whole }, (_, second) => {
  const now = seen.filter((each) => each.second === second)
  const done = now.filter(({ is }) => is === 'done').map(({ ms }) => ms)
  return {
    done: done.length,
    copies: now.filter(({ is }) => is === 'copy').length,
    shed: now.filter(({ is }) => is === 'shed').length,
    p95: done.length === 0 ? null : percentile(done, 0.95),
  }
})
console.log(
  JSON.stringify({
    done: timesOf('done'),
    kinds: seen.filter(({ is }) => is === 'done').map(({ kind }) => kind),
    copies: timesOf('copy').length,
    shed: timesOf('shed'),
    silent: seen.filter(({ is, saysWhen }) => is === 'shed' && !saysWhen).length,
    failed: seen.filter(({ is }) => is === 'failed').map(({ status }) => status),
    unsent,
    perSecond,
  }),
)
