import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import { readConfig, variableLines, type Config } from '#kernel/config.ts'
import { connect, workingRole } from '#kernel/database/connect.ts'
import { find, sql } from '#kernel/database/query.ts'
import { administrationRoutes } from '#kernel/http/health.ts'
import { isSecure } from '#kernel/http/security-headers.ts'
import { closeServer, listenOn } from '#kernel/http/serve-http.ts'
import { startJobs } from '#kernel/jobs/start-jobs.ts'
import { createLog, type Log } from '#kernel/log.ts'
import { findAuditAlarms, openHeads, startSealing } from '#engines/audit/index.ts'
import { startReorganizing } from '#engines/directory/index.ts'
import { startReading, startScanning } from '#engines/files/index.ts'
import { followers } from '#engines/index.ts'
import { namesOfGravest } from '#engines/operations/index.ts'
import { isDemoLoaded, loadDemo } from '../demo/load-demo.ts'
import { demoAccess, demoAccountsTable } from '../demo/accounts.ts'
import type { Command, Output } from './command.ts'
import { checkKeys } from './config-check/check-files.ts'
import { install, mustBeCurrent } from './install.ts'
import { buildPages, isBuilt } from './load-pages.ts'
import { openDatabase } from './open-database.ts'
import { startOutside } from './start-outside.ts'
import { startPlatform, type Platform } from './start-platform.ts'
import { stopSignal } from './stop-signal.ts'

const options = {
  port: { type: 'string' },
  host: { type: 'string' },
  demo: { type: 'string', default: 'bac-giang' },
  'no-work': { type: 'boolean', default: false },
} as const

const demos = ['bac-giang', 'none'] as const
type Demo = (typeof demos)[number]

/** So long it answers on after it said that it goes: balancers look twice a second, and late when they are busy. */
const noticeMs = 2000

export const serveCommand: Command = {
  name: 'serve',
  summary: 'Chạy nền tảng: cổng, phần cán bộ, việc nền. Serves everything in one process.',
  usage: [
    'serve [--port 8080] [--host 127.0.0.1] [--demo bac-giang|none] [--no-work] [--json]',
    '',
    '--demo none   production: no demo data, no demo accounts; migrate first with `lien-thong migrate`',
    '--no-work     leaves background work to `lien-thong work` processes',
    '',
    'Environment variables, also of the other commands; after the semicolon what counts where one is not set:',
    ...variableLines,
    'HEAP_MB                  memory of one process for its objects, in MB; 512',
  ],
  async run(args, out) {
    const { values } = parseArgs({ args: [...args], options })
    // Anything but these could mean that production gets the demo's accounts.
    const demo = demos.find((one) => one === values.demo)
    if (demo === undefined) throw new WrongCall(`no such demo: ${values.demo}; there are ${demos.join(', ')}`)
    const config = readConfig({
      ...process.env,
      ...(values.port === undefined ? {} : { PORT: values.port }),
      ...(values.host === undefined ? {} : { HOST: values.host }),
    })
    return serveUntilStopped(config, { demo, works: !values['no-work'], out })
  },
}

export const workCommand: Command = {
  name: 'work',
  summary: 'Chỉ chạy việc nền. Runs background work only; as many processes as wanted.',
  usage: ['work [--json]'],
  async run(args, out) {
    parseArgs({ args: [...args] })
    const config = readConfig(process.env)
    const log = createLog(config.logLevel)
    await using open = new AsyncDisposableStack()
    const database = open.adopt(await openDatabase(config, log), (one) => one.close())
    await mustBeCurrent(database.url)
    await mustHaveKeys(config, database.url)
    const platform = open.adopt(await startPlatform(config, database.url, log, { pages: false }), (one) => one.close())
    open.adopt(await startBackground(platform, config, log), (one) => one.stop())
    out.say({ state: 'working' }, ['Việc nền đang chạy. Background work is running.'])
    await stopSignal()
    return 0
  },
}

async function serveUntilStopped(config: Config, how: { demo: Demo; works: boolean; out: Output }): Promise<number> {
  const { out } = how
  const started = performance.now()
  const log = createLog(config.logLevel)
  if (!isBuilt()) {
    out.say({ state: 'building' }, ['Lần chạy đầu: đang dựng giao diện… (building the web shell, once)'])
    await buildPages()
  }
  // Whatever was opened is closed in reverse, also when a later part cannot start.
  await using open = new AsyncDisposableStack()
  const database = open.adopt(await openDatabase(config, log), (one) => one.close())
  if (how.demo === 'none') {
    await mustBeCurrent(database.url)
    await mustHaveNoDemo(database.url)
    await mustHaveKeys(config, database.url)
    if (config.clamdUrl === undefined) log.warn('CLAMD_URL is not set: files are taken without a virus scan')
  } else {
    await install(database.url, log)
    if (!(await isDemoLoaded(database.url))) {
      out.say({ state: 'making-demo' }, ['Đang tạo tỉnh mẫu… (making the demo province, once)'])
      await loadDemo(database.url)
    }
  }
  const platform = open.adopt(await startPlatform(config, database.url, log), (one) => one.close())
  const { db } = platform.connection
  const administration = administrationRoutes({
    check: platform.check,
    findAlarms: async () => [...(await findAuditAlarms(db, new Date())), ...(await namesOfGravest(db, new Date()))],
    registry: platform.metrics.registry,
  })
  if (how.works) open.adopt(await startBackground(platform, config, log), (one) => one.stop())
  open.adopt(
    await listenOn(administration.fetch, config.host, config.adminPort),
    async (one) => void (await closeServer(one)),
  )
  const server = await listenOn(platform.app.fetch, config.host, config.port, {
    isSecure: isSecure(config.publicUrl),
    connections: { most: config.connectionsPerAddress, uncounted: config.trustedProxies },
    turnAway: platform.turnAway,
  })
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1))
  const [access, table] = how.demo === 'none' ? [{}, []] : [demoAccess, [demoAccountsTable(config.publicUrl)]]
  out.say({ state: 'ready', url: config.publicUrl, seconds, ...access }, [
    `\nLiên Thông: ${config.publicUrl}   (${seconds.toFixed(1)} s)`,
    ...table,
  ])
  await stopSignal()
  platform.drain()
  return (await closeServer(server, noticeMs)) ? 0 : 1
}

/** Relay, listeners, scheduled work, reorganisations, sealing of the trail, scanning and reading of files, and what is sent outside. */
async function startBackground(platform: Platform, config: Config, log: Log) {
  // First: a key that cannot be used ends the start.
  const heads = await openHeads(config)
  const jobs = await startJobs({ ...platform.runner, pool: platform.connection.pool }, platform.engines)
  const { store, scanner } = platform
  const scanning = startScanning({ ...platform.runner, store, scanner, dataDirectory: config.dataDirectory })
  const reading = startReading({ ...platform.runner, store })
  const reorganizing = startReorganizing({ ...platform.runner, followers })
  const sealing = startSealing({ db: platform.connection.db, log, heads })
  const sending = startOutside(platform, config, jobs)
  return {
    async stop() {
      await jobs.stop()
      await sending.stop()
      await scanning.stop()
      await reading.stop()
      await reorganizing.stop()
      await sealing.stop()
    },
  }
}

/** Whoever read our documentation can sign in to the demo's accounts. */
async function mustHaveNoDemo(url: string): Promise<void> {
  if (await isDemoLoaded(url))
    throw new Error('this database holds the demo, whose password is public; production needs a database without it')
}

/** Keys that others can read are nobody's; without the one that the database was sealed with, a new one would open nothing. */
async function mustHaveKeys(config: Config, url: string): Promise<void> {
  const [open] = checkKeys(config)
  if (open !== undefined) throw new Error(open.words.en)
  if (config.secretsKey !== undefined || existsSync(join(config.dataDirectory, 'secrets.key'))) return
  const { db, close } = connect(url, { size: 1, role: workingRole })
  const sealed = await find(db, sql`select 1 from notification.push_key`).finally(() => void close())
  if (sealed !== undefined)
    throw new Error(
      `${join(config.dataDirectory, 'secrets.key')} is missing, and SECRETS_KEY is not set: what the database keeps encrypted cannot be opened`,
    )
}
