import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { openEdge, publicHost, type Edge } from './edge.ts'
import { longestSilence, prepareLoad, sendUntil, submit, type Receipt } from './load.ts'
import { bootMachine, type Machine } from './machines.ts'
import { askPrometheus, figuresOf, findUnknown } from './prometheus.ts'

/** Seconds in which writing is possible again (issue: 30). */
const longest = 30

const plan = makeTestDirectory('plan')
const machines = new Map<string, Machine>()
let edge: Edge
let clients: Awaited<ReturnType<typeof prepareLoad>>
const figures: object[] = []

beforeAll(async () => {
  execFileSync(join(import.meta.dirname, '..', 'make-cluster'), [
    join(plan, 'machines'),
    'db1=10.77.0.21',
    'db2=10.77.0.22',
    'app=10.77.0.23',
  ])
  for (const [name, address] of [
    ['db1', '10.77.0.21'],
    ['db2', '10.77.0.22'],
    ['app', '10.77.0.23'],
  ] as const)
    machines.set(name, await bootMachine(name, address))
  const install = async (name: string, role: string) => {
    const settings = readFileSync(join(plan, 'machines', `${name}.conf`), 'base64')
    await get(name).run(
      `echo ${settings} | base64 -d >/root/settings && /opt/lien-thong/under-test/deploy/install --role ${role} --settings /root/settings --yes >/root/install.log 2>&1 || { cat /root/install.log >&2; exit 1; }`,
      { PUBLIC_HOST: publicHost },
    )
  }
  await Promise.all([install('db1', 'db'), install('db2', 'db'), install('app', 'app')])
  clients = await prepareLoad(get('app'), 12_000)
  edge = openEdge('10.77.0.23', await get('app').run('openssl x509 -in /etc/haproxy/certificates/lien-thong.pem'))
  await untilWritable()
})

afterAll(async () => {
  process.stdout.write(`${JSON.stringify({ failover: figures }, undefined, 1)}\n`)
  edge?.close()
  for (const machine of machines.values()) await machine.remove()
  removeTestDirectory(plan)
})

const get = (name: string) => machines.get(name) as Machine

interface Member {
  readonly Member: string
  readonly Role: string
  readonly State: string
}

/** What Patroni says, asked on a machine that is well. */
async function members(of: Machine): Promise<Member[]> {
  const said = await of.run('timeout 8 runuser -u postgres -- patronictl -c /etc/patroni/config.yml list -f json')
  return JSON.parse(said) as Member[]
}

async function untilHealthy(of: Machine): Promise<{ primary: Machine; standby: Machine }> {
  for (const until = Date.now() + 180_000; ; await pause(500)) {
    const all = await members(of).catch(() => [])
    const primary = all.find(({ Role, State }) => Role === 'Leader' && State === 'running')
    const standby = all.find(({ Role, State }) => Role === 'Sync Standby' && /running|streaming/.test(State))
    if (primary && standby) return { primary: get(primary.Member), standby: get(standby.Member) }
    if (Date.now() > until) throw new Error(`the pair does not heal: ${JSON.stringify(all)}`)
  }
}

async function untilWritable() {
  for (const until = Date.now() + 120_000; ; await pause(300)) {
    const said = await edge.ask('/livez').catch(() => undefined)
    if (said?.status === 200) return
    if (Date.now() > until) throw new Error(`the edge does not answer: ${said?.status}`)
  }
}

/** What befalls a primary, and how it comes back. */
const cases: readonly [string, (primary: Machine) => Promise<unknown>, (primary: Machine) => Promise<unknown>][] = [
  [
    'PostgreSQL is killed',
    (primary) => primary.run('kill -9 $(head -1 /var/lib/postgresql/15/lienthong/postmaster.pid)'),
    async () => {},
  ],
  [
    'PostgreSQL is frozen and wakes',
    (primary) => primary.run('pkill -STOP -u postgres -x postgres'),
    (primary) => primary.run('pkill -CONT -u postgres -x postgres || true'),
  ],
  [
    // Patroni, etcd and PostgreSQL together, so that whoever wakes still believes what was true before.
    'the whole machine is frozen and wakes',
    (primary) => primary.freeze(),
    (primary) => primary.thaw(),
  ],
  [
    'the machine is cut off from the network',
    (primary) => primary.run('ip link set host0 down'),
    (primary) => primary.run('ip link set host0 up'),
  ],
  ['the machine loses its power', (primary) => primary.cutPower(), (primary) => primary.boot()],
]

/** How many of them a machine's own PostgreSQL holds, and under how many codes. */
async function countKept(machine: Machine, receipts: readonly Receipt[]): Promise<{ found: number; codes: number }> {
  const codes: string[] = []
  // In portions: an argument of a command has a greatest length.
  for (let from = 0; from < receipts.length; from += 1000) {
    const ids = receipts.slice(from, from + 1000).map(({ id }) => `'${id}'`)
    const kept = await machine.run(
      `cat <<'END' | runuser -u postgres -- psql --no-psqlrc -tA lien_thong
select code from services.dossier where id in (${ids.join(',')});
END`,
    )
    codes.push(...kept.split('\n').filter((line) => line !== ''))
  }
  return { found: codes.length, codes: new Set(codes).size }
}

test.for(cases)('when %s, nothing acknowledged is lost and writing goes on within 30 s', async ([what, harm, heal]) => {
  const { primary, standby } = await untilHealthy(get('db2'))
  const load = new AbortController()
  const receipts: Receipt[] = []
  const { failed, over } = sendUntil(load.signal, edge, clients, receipts)
  await Promise.race([over, pause(8000)])
  const before = receipts.length
  const harmed = performance.now()
  await harm(primary)
  const isHarmed = performance.now()
  // Long enough that whoever waited was answered, and work went on: what came then is what a primary that wakes could take away. Nothing
  // of it is what was answered before the harm was done, which takes seconds on a busy machine.
  for (const until = Date.now() + 90_000; Date.now() < until; await Promise.race([over, pause(200)])) {
    const last = receipts.at(-1)?.at ?? 0
    if (
      last > isHarmed + 10_000 &&
      receipts.filter(({ at }) => at > last - 5000).length > 20 &&
      longestSilence(receipts, harmed) > 1
    )
      break
  }
  const seconds = longestSilence(receipts, harmed)
  const away = receipts.length
  const healed = performance.now()
  // People go on while it comes back.
  await heal(primary)
  // What was lost is counted and told also where the pair does not heal.
  let unhealed: unknown
  const now = await untilHealthy(standby).catch((error: unknown) => void (unhealed = error))
  const secondsUntilPair = (performance.now() - healed) / 1000
  await Promise.race([over, pause(2000)])
  load.abort()
  await over

  const leader = (await members(standby)).find(({ Role }) => Role === 'Leader')
  const kept = await countKept(leader ? get(leader.Member) : standby, receipts)
  figures.push({
    what,
    secondsWithoutWrites: Number(seconds.toFixed(1)),
    ...(now && { secondsUntilPair: Number(secondsUntilPair.toFixed(1)) }),
    acknowledged: { before, whileAway: away - before, afterItCameBack: receipts.length - away },
    lost: receipts.length - kept.found,
    triedAgain: failed.length,
  })
  expect(kept).toEqual({ found: receipts.length, codes: receipts.length })
  if (unhealed) throw unhealed
  // The old primary comes back as the standby, with all of it.
  expect(now?.primary.name).toBe(standby.name)
  await expect.poll(() => countKept(primary, receipts), { timeout: 30_000 }).toEqual(kept)
  expect(before).toBeGreaterThan(20)
  expect(away).toBeGreaterThan(before + 20)
  expect(seconds).toBeLessThanOrEqual(longest)
  // Asked again under its key, each is the same dossier.
  for (const receipt of receipts.filter((_, place) => place % 20 === 0)) {
    const again = await submit(edge, receipt)
    expect([again.status, again.headers['idempotency-replayed'], (JSON.parse(again.text) as Receipt).code]).toEqual([
      200,
      'true',
      receipt.code,
    ])
  }
})

test('without a standby the primary goes on alone, and nobody who lacks what it took then becomes primary', async () => {
  const { primary, standby } = await untilHealthy(get('db2'))
  await standby.cutPower()
  const load = new AbortController()
  const receipts: Receipt[] = []
  const { over } = sendUntil(load.signal, edge, clients, receipts)
  const since = performance.now()
  await expect.poll(() => receipts.length, { timeout: 60_000 }).toBeGreaterThan(100)
  load.abort()
  await over
  figures.push({
    what: 'the standby is away',
    secondsWithoutWrites: Number(longestSilence(receipts, since).toFixed(1)),
  })
  await primary.cutPower()
  await standby.boot()
  // etcd has two of three, the lead is free for longer than it takes to take it.
  const isStandby = () =>
    standby
      .run('runuser -u postgres -- psql --no-psqlrc -tAc "select pg_is_in_recovery()" || true')
      .then((said) => said.trim())
  await expect.poll(isStandby, { timeout: 60_000 }).toBe('t')
  for (const until = Date.now() + 40_000; Date.now() < until; await pause(1000)) expect(await isStandby()).toBe('t')
  await primary.boot()
  const now = await untilHealthy(standby)
  expect(now.primary.name).toBe(primary.name)
  expect(await countKept(primary, receipts)).toEqual({ found: receipts.length, codes: receipts.length })
})

test('what is said of the three machines is watched, and the backup goes on from whichever is the primary', async () => {
  await untilHealthy(get('db2'))
  const asked = figuresOf('cluster')
  expect(asked.length).toBeGreaterThan(2)
  await expect.poll(() => findUnknown(get('app'), asked), { timeout: 60_000, interval: 2000 }).toEqual([])
  // Two of the machines report it, three of etcd; looked at every 15 s.
  const holds = async (query: string) => (await askPrometheus(get('app'), query)).length === 1
  for (const query of [
    'sum(patroni_master) == 1 and sum(patroni_sync_standby) == 1',
    'sum(etcd_server_has_leader) == 3',
  ])
    await expect.poll(() => holds(query), { timeout: 60_000, interval: 2000 }).toBe(true)
  const ages = async () => {
    const said = JSON.parse(await get('app').run('lien-thong backup --status --json || true')) as {
      baseAgeSeconds: number | null
      coveredAgeSeconds: number | null
    }[]
    return said[0]?.baseAgeSeconds === null ? Infinity : (said[0]?.coveredAgeSeconds ?? Infinity)
  }
  await expect.poll(ages, { timeout: 180_000, interval: 2000 }).toBeLessThan(60)
})
