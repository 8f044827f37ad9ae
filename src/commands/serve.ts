import { serve } from '@hono/node-server'
import { parseArgs } from 'node:util'
import { readConfig, type Config } from '#kernel/config.ts'
import { metricsRoutes } from '#kernel/http/health.ts'
import { startJobs } from '#kernel/jobs/start-jobs.ts'
import { createLog, type Log } from '#kernel/log.ts'
import { findAuditAlarms, startSealing } from '#engines/audit/index.ts'
import { startSending } from '#engines/notification/index.ts'
import { isDemoLoaded, loadDemo } from '../demo/load-demo.ts'
import { demoAccountsTable } from '../demo/accounts.ts'
import type { Command } from './command.ts'
import { install, missingMigrations } from './install.ts'
import { buildPages, isBuilt } from './load-pages.ts'
import { openDatabase } from './open-database.ts'
import { startPlatform, type Platform } from './start-platform.ts'

const options = {
  port: { type: 'string' },
  host: { type: 'string' },
  demo: { type: 'string', default: 'bac-giang' },
  'no-work': { type: 'boolean', default: false },
} as const

export const serveCommand: Command = {
  name: 'serve',
  summary: 'Chạy nền tảng: cổng, phần cán bộ, việc nền. Serves everything in one process.',
  usage: [
    'serve [--port 8080] [--host 127.0.0.1] [--demo bac-giang|none] [--no-work]',
    '',
    '--demo none   production: no demo data, no demo accounts; migrate first with `lien-thong migrate`',
    '--no-work     leaves background work to `lien-thong work` processes',
  ],
  async run(args) {
    const { values } = parseArgs({ args: [...args], options })
    const config = readConfig(process.env, {
      ...(values.port === undefined ? {} : { port: Number(values.port) }),
      ...(values.host === undefined ? {} : { host: values.host }),
    })
    return serveUntilStopped(config, { demo: values.demo, works: !values['no-work'] })
  },
}

export const workCommand: Command = {
  name: 'work',
  summary: 'Chỉ chạy việc nền. Runs background work only; as many processes as wanted.',
  usage: ['work'],
  async run() {
    const config = readConfig(process.env)
    const log = createLog(config.logLevel)
    const database = await openDatabase(config, log)
    await mustBeCurrent(database.url)
    const platform = await startPlatform(config, database.url, log, { pages: false })
    const background = await startBackground(platform, config, log)
    log.info('working')
    await stopSignal()
    await background.stop()
    await platform.close()
    await database.close()
    return 0
  },
}

async function serveUntilStopped(config: Config, how: { demo: string; works: boolean }): Promise<number> {
  const started = performance.now()
  const log = createLog(config.logLevel)
  if (!isBuilt()) {
    console.log('Lần chạy đầu: đang dựng giao diện… (building the web shell, once)')
    await buildPages()
  }
  const database = await openDatabase(config, log)
  if (how.demo === 'none') {
    await mustBeCurrent(database.url)
  } else {
    await install(database.url, log)
    if (!(await isDemoLoaded(database.url))) {
      console.log('Đang tạo tỉnh mẫu… (making the demo province, once)')
      await loadDemo(database.url)
    }
  }
  const platform = await startPlatform(config, database.url, log)
  const background = how.works ? await startBackground(platform, config, log) : undefined
  const server = await listenOn(platform.app.fetch, config.host, config.port)
  const metrics = await listenOn(
    metricsRoutes({
      check: () => findAuditAlarms(platform.connection.db, new Date()),
      registry: platform.metrics.registry,
    }).fetch,
    config.host,
    config.adminPort,
  )
  console.log(`\nLiên Thông: ${config.publicUrl}   (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  if (how.demo !== 'none') console.log(demoAccountsTable(config.publicUrl))
  await stopSignal()
  platform.drain()
  await Promise.all([closeServer(server), closeServer(metrics)])
  await background?.stop()
  await platform.close()
  await database.close()
  return 0
}

/** Relay, listeners, scheduled work, sealing of the trail and sending of mail. */
async function startBackground(platform: Platform, config: Config, log: Log) {
  const jobs = await startJobs({ ...platform.runner, pool: platform.connection.pool }, platform.engines)
  const mail = startSending(
    platform.connection.db,
    { smtpUrl: config.smtpUrl, from: config.mailFrom },
    log,
    platform.runner.now,
  )
  const sealing = startSealing({ db: platform.connection.db, log })
  return {
    async stop() {
      await jobs.stop()
      await mail.stop()
      await sealing.stop()
    },
  }
}

async function mustBeCurrent(url: string): Promise<void> {
  const missing = await missingMigrations(url)
  if (missing.length > 0)
    throw new Error(`the database lacks ${missing.length} migrations; run \`lien-thong migrate\` first`)
}

type Server = ReturnType<typeof serve>

/** Slow clients are bounded: headers in 15 s, a whole request in 5 minutes (an upload's chunk on a thin line). */
function listenOn(
  fetch: (request: Request, env: never) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: fetch as never,
        hostname: host,
        port,
        serverOptions: {
          headersTimeout: 15_000,
          requestTimeout: 300_000,
          keepAliveTimeout: 65_000,
          maxHeaderSize: 16_384,
        },
      },
      () => resolve(server),
    )
    server.on('error', reject)
  })
}

/** Stops taking requests, finishes those under way within 20 s. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 20_000)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}

/** Waits for SIGTERM or SIGINT; a second one ends the process at once, with an error. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    const stop = () => {
      if (asked) process.exit(1)
      asked = true
      resolve()
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })
}
