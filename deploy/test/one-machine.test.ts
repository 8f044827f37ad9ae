import { randomUUID } from 'node:crypto'
import { createConnection } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { connect } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '#demo/accounts.ts'
import { openEdge, publicHost, type Edge } from './edge.ts'
import { prepareLoad, sendUntil, submit, type Receipt } from './load.ts'
import { bootMachine, type Machine } from './machines.ts'
import { alertsOf, askPrometheus, figuresOf, findUnknown, panelQueries } from './prometheus.ts'

let machine: Machine
let edge: Edge
let clients: Awaited<ReturnType<typeof prepareLoad>>

const install = (how = '') =>
  machine.run(`/opt/lien-thong/under-test/deploy/install --role one --yes ${how} 2>&1`, { PUBLIC_HOST: publicHost })

beforeAll(async () => {
  machine = await bootMachine('one', '10.77.0.11')
  const would = await install('--dry-run')
  // What a dry run says is not done.
  expect(would).toContain('/etc/haproxy/haproxy.cfg')
  expect(await machine.run('ls -d /etc/lien-thong /etc/postgresql/15/lienthong 2>/dev/null || true')).toBe('')
  await install()
  edge = openEdge('10.77.0.11', await machine.run('openssl x509 -in /etc/haproxy/certificates/lien-thong.pem'))
})

afterAll(async () => {
  edge?.close()
  await machine?.remove()
})

/** As the administrator of PostgreSQL. */
const query = (text: string, database = 'lien_thong') =>
  machine.run(`runuser -u postgres -- psql --no-psqlrc -tA -d ${database} -c "${text}"`).then((said) => said.trim())

/** What is answered to bytes on a line of TLS; the statuses of all answers, until it is closed. */
const say = (text: string): Promise<number[]> =>
  new Promise((resolve) => {
    let said = ''
    const line = connect({ host: '10.77.0.11', port: 443, servername: publicHost, rejectUnauthorized: false }, () =>
      line.write(Buffer.from(text, 'latin1')),
    )
    const end = () => resolve([...said.matchAll(/HTTP\/1\.\d (\d{3}) /g)].map(([, status]) => Number(status)))
    line.on('data', (part) => (said += part.toString('latin1')))
    line.on('error', end)
    line.on('close', end)
    setTimeout(() => line.destroy(), 2500)
  })

test('pages are answered over TLS, the plain port leads there, and forms sent to it are refused', async () => {
  const page = await edge.ask('/')
  expect([page.status, page.headers['strict-transport-security']]).toEqual([200, expect.stringContaining('max-age')])
  expect(page.text).toContain('Cổng Dịch vụ công')
  const curl = (how: string) => machine.run(`curl -s -o /dev/null -w '%{http_code} %{redirect_url}' ${how}`)
  expect(await curl(`-H 'Host: ${publicHost}' http://10.77.0.11/thu-tuc`)).toBe(`301 https://${publicHost}/thu-tuc`)
  expect(await curl(`-X POST http://10.77.0.11/thu-tuc`)).toBe('403 ')
  expect(await curl(`http://10.77.0.11/api/openapi.json`)).toBe('403 ')
})

test('a rush to a public page costs one drawing of it, and who brings a cookie is always asked of the platform', async () => {
  // Each drawing has a policy with a nonce of its own.
  const drawn = async (headers: Record<string, string> = {}) =>
    (await edge.ask('/thu-tuc', { headers })).headers['content-security-policy']
  const asked = async (headers?: Record<string, string>) => {
    const seen = new Set<unknown>()
    for (let time = 0; time < 5; time += 1) seen.add(await drawn(headers))
    return seen.size
  }
  expect(await asked()).toBeLessThan(3)
  expect(await asked({ Cookie: 'language=vi' })).toBe(5)
})

test('another host, health, figures and old TLS are not answered', async () => {
  expect((await edge.ask('/', { headers: { Host: 'evil.example' } })).status).toBe(421)
  for (const path of ['/metrics', '/readyz']) expect((await edge.ask(path)).status).toBe(404)
  const old = `openssl s_client -connect 10.77.0.11:443 -servername ${publicHost} -cipher ALL:@SECLEVEL=0`
  expect(await machine.run(`${old} -tls1_1 </dev/null 2>&1 || true`)).toMatch(/alert|no protocols|unsupported/i)
  expect(await machine.run(`${old} -tls1_2 </dev/null 2>&1 || true`)).toMatch(/Cipher is ECDHE/)
})

const lines = (...parts: string[]) => `${parts.join('\r\n')}\r\n\r\n`
const host = `Host: ${publicHost}`
const chunked = '5\r\nhello\r\n0\r\n\r\n'

test.each([
  ['two lengths', lines('POST / HTTP/1.1', host, 'Content-Length: 5', 'Content-Length: 6') + 'hello'],
  ['a length that is no number', lines('POST / HTTP/1.1', host, 'Content-Length: +5') + 'hello'],
  ['a hexadecimal length', lines('POST / HTTP/1.1', host, 'Content-Length: 0x5') + 'hello'],
  ['a blank before the colon', lines('POST / HTTP/1.1', host, 'Content-Length : 5') + 'hello'],
  ['an unknown coding', lines('POST / HTTP/1.1', host, 'Transfer-Encoding: xchunked') + chunked],
  [
    'chunks twice',
    lines('POST / HTTP/1.1', host, 'Transfer-Encoding: chunked', 'Transfer-Encoding: chunked') + chunked,
  ],
  ['a coding behind a control character', lines('POST / HTTP/1.1', host, 'Transfer-Encoding:\x0bchunked') + chunked],
  ['chunks in HTTP/1.0', lines('POST / HTTP/1.0', host, 'Transfer-Encoding: chunked') + chunked],
  ['a chunk of 0x5', lines('POST / HTTP/1.1', host, 'Transfer-Encoding: chunked') + '0x5\r\nhello\r\n0\r\n\r\n'],
  [
    'a chunk beyond 64 bits',
    lines('POST / HTTP/1.1', host, 'Transfer-Encoding: chunked') + `1${'0'.repeat(15)}5\r\nhello`,
  ],
  ['a bare carriage return', lines('GET / HTTP/1.1', host, 'X-A: b\rX-B: c')],
  ['a null', lines('GET / HTTP/1.1', host, 'X-A: b\0c')],
  ['two hosts', lines('GET / HTTP/1.1', host, 'Host: evil.example')],
  ['a target of another host', lines('GET https://evil.example/ HTTP/1.1', host)],
  ['no host', lines('GET / HTTP/1.1')],
  ['a name with an underscore', lines('GET / HTTP/1.1', host, 'Content_Length: 5')],
  ['a method that is none', lines('GE(T / HTTP/1.1', host)],
  ['HTTP/2.0 in letters', lines('GET / HTTP/2.0', host)],
  ['HTTP/1.0 that stays open', lines('GET /livez HTTP/1.0', host, 'Connection: keep-alive')],
  ['HTTP/0.9', 'GET /\r\n\r\n'],
])('%s: refused at the edge', async (_what, text) => {
  const statuses = await say(text)
  expect(statuses.filter((status) => ![400, 403, 421].includes(status))).toEqual([])
})

/** What HAProxy repairs: one request is read in one way, and what comes after it is no other one. */
test.each([
  [
    'a length and chunks',
    lines('POST /livez HTTP/1.1', host, 'Content-Length: 5', 'Transfer-Encoding: chunked') + chunked,
  ],
  ['the same length twice', lines('POST /livez HTTP/1.1', host, 'Content-Length: 5', 'Content-Length: 5') + 'hello'],
  ['a folded header', lines('GET /livez HTTP/1.1', host, 'X-A: b\r\n c')],
  [
    'a chunk that ends in a bare line feed',
    lines('POST /livez HTTP/1.1', host, 'Transfer-Encoding: chunked') + '5\nhello\r\n0\r\n\r\n',
  ],
])('%s: one request, one answer', async (_what, text) => {
  expect(await say(text)).toHaveLength(1)
})

test('the configurations are what their programs take, and the units are shut in', async () => {
  await machine.run('haproxy -c -q -f /etc/haproxy/haproxy.cfg')
  await machine.run('promtool check config /etc/prometheus/prometheus.yml >/dev/null')
  await machine.run('nft -c -f /etc/lien-thong/nftables.conf')
  const units = 'lien-thong-serve@1.service lien-thong-work.service lien-thong-backup.service'
  // What PartOf and the packages' own units say is theirs.
  expect(await machine.run(`systemd-analyze verify ${units} 2>&1 | grep lien-thong || true`)).toBe('')
  // Of 10: 1.5, ten times as much here.
  for (const unit of units.split(' ')) await machine.run(`systemd-analyze security --threshold=15 ${unit} >/dev/null`)
  expect(
    await machine.run('systemctl --failed --no-legend --plain | grep -E "lien|haproxy|pgb|postg|prom" || true'),
  ).toBe('')
})

test('what the platform does by the clock has the rights that it needs', { timeout: 150_000 }, async () => {
  const ran = () =>
    query(`select count(*) > 0 from pgboss.job where data->>'job' = 'operations.check-health' and state = 'completed'`)
  await expect.poll(ran, { timeout: 120_000, interval: 2000 }).toBe('t')
  const failed = `select distinct data->>'job' from pgboss.job where name = 'schedule' and (state in ('failed', 'retry') or retry_count > 0)`
  expect(await query(failed)).toBe('')
})

test('PostgreSQL keeps checksums, and logs are kept for a year within bounds', async () => {
  expect(await query('show data_checksums')).toBe('on')
  await edge.ask('/thu-tuc')
  // HAProxy is shut in and finds the journal all the same.
  const said = await machine.run('journalctl -u haproxy -o cat --no-pager | tail -20')
  expect(said).toMatch(/"path":"\/thu-tuc","status":200/)
  expect(await machine.run('systemd-analyze cat-config systemd/journald.conf')).toMatch(
    /^SystemMaxUse=8G[^]*^MaxRetentionSec=400day/m,
  )
  // What is written to files is turned over, and written on into the new one.
  const log = '/var/log/postgresql/postgresql-15-lienthong.log'
  expect((await machine.run('systemctl is-active logrotate.timer')).trim()).toBe('active')
  await machine.run('logrotate --force /etc/logrotate.conf')
  expect(await machine.run(`ls ${log}.1`)).toContain('.log.1')
  await query('checkpoint')
  for (let waited = 0; !(await machine.run(`cat ${log}`)).includes('checkpoint complete'); waited += 1) {
    if (waited > 100) expect.unreachable('PostgreSQL writes no more')
    await pause(100)
  }
})

test('the firewall lets people in, and nobody else', async () => {
  const knock = (port: number) =>
    new Promise<boolean>((resolve) => {
      const line = createConnection({ host: '10.77.0.11', port, timeout: 1500 })
      line.on('connect', () => resolve(true) ?? line.destroy())
      line.on('error', () => resolve(false))
      line.on('timeout', () => resolve(false) ?? line.destroy())
    })
  const ports = [80, 443, 9100]
  expect(await Promise.all(ports.map(knock))).toEqual([true, true, true])
  await machine.run('nft -f /etc/lien-thong/nftables.conf')
  try {
    expect(await Promise.all(ports.map(knock))).toEqual([true, true, false])
  } finally {
    await machine.run('nft flush ruleset')
  }
})

test('run again, the installer changes nothing, and leaves alone what somebody changed', async () => {
  expect(await install()).not.toMatch(/^ {2}ghi /m)
  await machine.run('echo "; mine" >>/etc/pgbouncer/pgbouncer.ini; echo "# mine" >>/etc/lien-thong/more.env')
  const said = await install()
  expect(said).toContain('/etc/pgbouncer/pgbouncer.ini')
  expect(await machine.run('tail -1 /etc/pgbouncer/pgbouncer.ini; ls /etc/pgbouncer')).toMatch(
    /^; mine\n[^]*pgbouncer\.ini\.new/,
  )
  expect(await machine.run('tail -1 /etc/lien-thong/more.env; stat -c %a%U /etc/lien-thong/more.env')).toBe(
    '# mine\n600root\n',
  )
  expect((await edge.ask('/livez')).status).toBe(200)
})

test('through PgBouncer somebody signs in and files, as the working role, on shared connections', async () => {
  clients = await prepareLoad(machine, 4000)
  await untilAnswered()
  const signedIn = await edge.ask('/api/identity/sign-in', {
    method: 'POST',
    body: { login: 'congdan', password: demoPassword },
  })
  expect(signedIn.status).toBe(200)
  const receipts: Receipt[] = []
  const load = new AbortController()
  const { over } = sendUntil(load.signal, edge, clients, receipts)
  await Promise.race([over, pause(5000)])
  const held = await query(
    "select count(*) filter (where client_port is not null and application_name = 'lien-thong'), string_agg(distinct usename, ',') from pg_stat_activity where datname = 'lien_thong' and application_name = 'lien-thong'",
  )
  load.abort()
  await over
  expect(receipts.length).toBeGreaterThan(20)
  const pools = await machine.run(
    'runuser -u postgres -- psql -h /run/postgresql -p 6432 -U pgbouncer -tA pgbouncer -c "show stats"',
  )
  expect(
    Number(
      pools
        .split('\n')
        .find((line) => line.startsWith('lien_thong|'))
        ?.split('|')[1],
    ),
  ).toBeGreaterThan(receipts.length)
  expect(held).toMatch(/\|lien_thong_web$/)
  expect((await submit(edge, receipts[0] as Receipt)).headers['idempotency-replayed']).toBe('true')
  expect(await machine.run('journalctl -u "lien-thong*" --no-pager | grep -c "prepared statement" || true')).toBe('0\n')
})

test('one process after the other is started anew under load, and no request fails', async () => {
  const receipts: Receipt[] = []
  const load = new AbortController()
  const { failed, over } = sendUntil(load.signal, edge, clients, receipts)
  await Promise.race([over, pause(1000)])
  await machine.run('/opt/lien-thong/under-test/deploy/upgrade --dry=no /opt/lien-thong/under-test yes >/dev/null')
  const during = receipts.length
  await Promise.race([over, pause(2000)])
  load.abort()
  await over
  process.stdout.write(`${JSON.stringify({ rollingRestart: { answered: receipts.length, failed: failed.length } })}\n`)
  expect(failed).toEqual([])
  expect(during).toBeGreaterThan(20)
})

test('every figure that alerts ask for is there, and every panel of the dashboard is understood', async () => {
  const figures = figuresOf('lien-thong', 'machine')
  expect(figures.length).toBeGreaterThan(8)
  await expect.poll(() => findUnknown(machine, figures), { timeout: 60_000, interval: 2000 }).toEqual([])
  const panels = panelQueries()
  expect(panels.length).toBeGreaterThan(5)
  for (const query of panels) await askPrometheus(machine, query)
})

test('what was filed is in the backup within a minute, and a drill on this machine brings it back', async () => {
  const backedUp = async () =>
    JSON.parse(await machine.run('lien-thong backup --status --json || true')) as {
      baseAt: string | null
      coveredAgeSeconds: number | null
    }[]
  await expect
    .poll(async () => (await backedUp())[0]?.baseAt ?? null, { timeout: 240_000, interval: 2000 })
    .not.toBeNull()
  const { token, drafts } = clients[0] as (typeof clients)[0]
  const filed = await submit(edge, { token, draft: drafts.pop() as string, key: randomUUID() })
  const filedAt = Date.now()
  expect(filed.status).toBe(200)
  // Longer than the log waits for.
  await pause(15_000)
  const drill = JSON.parse(
    await machine.run(
      'lien-thong restore-drill --from /var/lib/lien-thong-backup --key /var/lib/lien-thong/recovery.key --json 2>/dev/null | tail -1 || true',
    ),
  ) as {
    ok: boolean
    files: number
    wrong: string[]
    missed: string[]
    rpoSeconds: number
    rtoSeconds: number
    moment: string
  }
  process.stdout.write(`${JSON.stringify({ drill })}\n`)
  expect(drill).toMatchObject({ ok: true, files: 1, wrong: [], missed: [] })
  expect(new Date(drill.moment).getTime()).toBeGreaterThan(filedAt)
})

test('when no process is there, people read so in words, and are not told of a receipt', async () => {
  await machine.run('systemctl stop lien-thong-serve@1 lien-thong-serve@2')
  const said = await edge.ask('/')
  expect([said.status, said.headers['retry-after']]).toEqual([503, '15'])
  expect(said.text).toContain('Hồ sơ chỉ được coi là đã nộp khi quý vị đã nhận được mã hồ sơ')
  await expect
    .poll(() => alertsOf(machine), { timeout: 120_000, interval: 2000 })
    .toEqual(expect.arrayContaining(['NobodyServes', 'PlatformDown']))
  await machine.run('systemctl start lien-thong-serve@1 lien-thong-serve@2')
  await untilAnswered()
})

async function untilAnswered() {
  for (const until = Date.now() + 120_000; (await edge.ask('/livez')).status !== 200; await pause(300))
    if (Date.now() > until) throw new Error('the edge does not answer')
}
