import type { Admission } from '#kernel/admission/admission.ts'
import type { Config } from '#kernel/config.ts'
import { connect, mustBeLimited, workingRole, type Connection } from '#kernel/database/connect.ts'
import { createProbe } from '#kernel/database/probe.ts'
import { listen } from '#kernel/database/listen.ts'
import { createApi } from '#kernel/http/api.ts'
import { listStreams } from '#engines/list-operations.ts'
import { describeApi } from '#kernel/http/describe-api.ts'
import { createApp, type App } from '#kernel/http/create-app.ts'
import type { Log } from '#kernel/log.ts'
import { createKeptPages } from '#kernel/http/kept-pages.ts'
import { noteAnswers } from '#kernel/http/note-answer.ts'
import { createTurnAway, type TurnAway } from '#kernel/http/turn-away.ts'
import { createMetrics, type Metrics } from '#kernel/metrics.ts'
import type { Authenticate } from '#kernel/http/authenticate.ts'
import { nobody } from '#kernel/operations/actor.ts'
import type { Engine } from '#kernel/operations/engine.ts'
import { rightsChannel } from '#kernel/operations/rights-changed.ts'
import type { RunnerParts } from '#kernel/operations/run-operation.ts'
import { find, sql } from '#kernel/database/query.ts'
import { openSecrets } from '#kernel/secrets/secrets.ts'
import { createPrinter, type Printer } from '#kernel/typst/printer.ts'
import { recordAudit } from '#engines/audit/index.ts'
import { createActorCache, createProvider, openAccountPolicy, providerRoutes } from '#engines/identity/index.ts'
import {
  createEngines,
  nationalRoutes,
  paymentRoutes,
  petitionRoutes,
  receiptRoutes,
  streamRoutes,
} from '#engines/index.ts'
import { messageFigure } from '#engines/notification/index.ts'
import { troubleFigure } from '#engines/operations/index.ts'
import { boardRoutes, createVoice, findDeviceActor, watchBoards } from '#engines/queue/index.ts'
import { createFileStore, createScanner, type FileStore, type Scanner } from '#engines/files/index.ts'
import { systems } from '#systems/index.ts'
import { isDemoLoaded } from '../demo/load-demo.ts'
import { admitRequests } from './admit-requests.ts'
import { builtAssets, loadPages } from './load-pages.ts'
import { mustBeAnonymised } from './must-be-anonymised.ts'

/** The platform of one process, without a port: everything between a request and the database. */
export interface Platform {
  readonly app: App
  readonly turnAway: TurnAway
  readonly engines: readonly Engine[]
  readonly runner: RunnerParts
  readonly connection: Connection
  readonly metrics: Metrics
  readonly admission: Admission
  readonly printer: Printer
  readonly store: FileStore
  readonly scanner: Scanner | undefined
  /** What is missing to work, by name; empty = ready. */
  check(): Promise<string[]>
  /** Not ready any more: load balancers look elsewhere, what runs is finished. */
  drain(): void
  close(): Promise<void>
}

export const version = '0.1.0'

/**
 * Puts engines, operations and pages together on a database that is up to date. `pages: false` leaves the web shell out; `now`
 * is the clock that operations go by, if not the machine's; `loopDelayMs` how late the event loop is, if it is not measured.
 */
export async function startPlatform(
  config: Config,
  url: string,
  log: Log,
  options: { pages?: boolean; now?: () => Date; loopDelayMs?: () => number } = {},
): Promise<Platform> {
  // First, before there is anything to close: what must not be served and a configuration that is wrong stop the start.
  await mustBeAnonymised(url)
  const accountPolicy = await openAccountPolicy(config, (await isDemoLoaded(url)) ? 'demo' : 'real')
  const connection = await openPool(config, url)
  const metrics = createMetrics()
  const printer = createPrinter({
    templates: systems.templateFolders,
    onWarning: (template, warning) => log.warn({ template, warning }, 'printing'),
  })
  const store = createFileStore(config)
  const scanner = config.clamdUrl === undefined ? undefined : createScanner(config.clamdUrl)
  const now = options.now ?? (() => new Date())
  const actors = createActorCache(connection.db, now, accountPolicy, findDeviceActor)
  metrics.watch(messageFigure(connection.db, now))
  metrics.watch(troubleFigure(connection.db, now))
  const forgetAll = () => {
    actors.forgetAll()
    connection.db.memory.forgetAll()
  }
  const runner: RunnerParts = {
    db: connection.db,
    log,
    now,
    record: recordAudit,
    measure: metrics.operation,
    onRightsChanged: forgetAll,
  }
  const secrets = openSecrets(config)
  const openProvider = createProvider({
    ...runner,
    secrets,
    policy: accountPolicy,
    publicUrl: config.publicUrl,
    insideHosts: config.insideHosts,
  })
  const engines = createEngines({
    config,
    db: connection.db,
    store,
    scanner,
    version,
    printer,
    templateFolders: systems.templateFolders,
    codeLists: systems.codeLists,
    installation: systems.installation,
    localNames: systems.localNames,
    accountPolicy,
    petitionRules: systems.petitionRules,
    nationalProfile: systems.nationalProfile,
    secrets,
    openProvider,
  })
  const boards = watchBoards({ db: connection.db, url, now })
  const voice = createVoice(config.dataDirectory, log)
  const rights = listen(url, rightsChannel, forgetAll)
  const api = createApi(runner, engines)
  const keptPages = createKeptPages(now)
  const admitting = admitRequests({ config, api, metrics, keptPages, loopDelayMs: options.loopDelayMs })
  const isThere = createProbe(async () => (await find(connection.db, sql`select 1`)) !== undefined)
  const draining = { yes: false }
  const checkAll = async () => (draining.yes ? ['draining'] : (await isThere()) ? [] : ['database'])
  const app = createApp({
    config,
    log,
    metrics,
    api,
    openApi: once(() => describeApi(api.contract, listStreams(), config.publicUrl, version)),
    authenticate: config.citizensAt === undefined ? actors.authenticate : officialsOnly(actors.authenticate),
    admission: admitting.admission,
    check: checkAll,
    streams: [
      streamRoutes({ ...runner, store, scanner, config }),
      petitionRoutes({ ...runner, store, scanner, config, secrets }),
      boardRoutes({ db: connection.db, boards, voice }),
      providerRoutes(openProvider, config.publicUrl),
      ...nationalRoutes({ ...runner, ...systems, config, store, secrets, printer }),
      ...paymentRoutes({ ...runner, config }),
      ...receiptRoutes({ ...runner, config }),
    ],
    pages:
      options.pages === false
        ? undefined
        : await loadPages({ api, publicUrl: config.publicUrl, log, kept: keptPages, isPublic: admitting.isPublic }),
    assets: options.pages === false ? undefined : builtAssets,
  })
  return {
    app,
    turnAway: createTurnAway(config, admitting.admission, noteAnswers(log, metrics)),
    engines,
    runner,
    connection,
    metrics,
    admission: admitting.admission,
    printer,
    store,
    scanner,
    check: checkAll,
    drain() {
      draining.yes = true
      // A board would hold its line open for ever; it comes back to whoever serves then.
      boards.end()
    },
    async close() {
      admitting.stop()
      await boards.close()
      await rights.close()
      await printer.close()
      await accountPolicy.breached?.close()
      await connection.close()
    },
  }
}

/** Where requests are done. What needs a session (notices, locks, migrations) goes by `url` itself. */
async function openPool({ databasePoolUrl, databasePool: size }: Config, url: string): Promise<Connection> {
  if (databasePoolUrl === undefined) return connect(url, { size, role: workingRole })
  const connection = connect(databasePoolUrl, { size, pooled: true })
  await mustBeLimited(connection.pool).catch(async (error: unknown) => {
    await connection.close()
    throw error
  })
  return connection
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => (made ??= make())
}

/** Where citizens have another portal, who comes here as one is nobody. */
const officialsOnly =
  (authenticate: Authenticate): Authenticate =>
  async (credentials) => {
    const actor = await authenticate(credentials)
    return actor.kind === 'citizen' ? nobody : actor
  }
