import { execFileSync } from 'node:child_process'
import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startFiling, type FilingLoad } from '#commands/testing/filing-load.ts'
import { findFreePort, isReady } from '#commands/testing/served-platform.ts'
import { demoPassword } from '#demo/accounts.ts'
import { findPostmaster, stopPostmaster } from '#kernel/postgres/postmaster.ts'
import { startEmbeddedPostgres } from '#kernel/postgres/start-postgres.ts'
import { makeDisk, type Disk } from './disk.ts'
import type { Fault, Setting } from './fault.ts'
import { openLine, type Line } from './line.ts'
import { placeIn, places, type PlaceName } from './places.ts'
import { supervise, type Supervised } from './supervise.ts'
import type { Template } from './template.ts'

/** A running installation under load, where something is about to break. */
export interface Scene {
  readonly url: string
  readonly dataDirectory: string
  /** Of the fault that is tried. */
  readonly load: FilingLoad
  /** Lets citizens file anew; whoever filed before has stopped. */
  startLoad(fault: Fault): void
  readonly serve: Supervised
  readonly work: Supervised
  /** When they began, by this machine and by `performance.now()`. */
  readonly since: Date
  readonly began: number
  /** Of `byLine` only. */
  readonly line: Line
  disk(name: PlaceName): Disk
  /** Process ids of PostgreSQL, the postmaster first. */
  postgres(): number[]
  /** As the superuser, past all lines. */
  databaseUrl(): string
  /** A connection past all lines, as the superuser. */
  connect(): Promise<pg.Client>
  /** Kills everything at once; the answer is called when there is power again. */
  powerOff(): () => void
  /** While this runs, something is broken. */
  during<Value>(work: () => Promise<Value>): Promise<Value>
  /** From when to when, in milliseconds of `performance.now()`. */
  readonly broken: { readonly from: number; to: number }[]
  close(): Promise<void>
}

const recoveryMs = 300_000

/** The database starts, or mends what a crash left (`cannot_connect_now`). */
const isRecovering = (error: unknown) => error instanceof pg.DatabaseError && error.code === '57P03'

const ready = async (url: string, longestMs: number) => {
  for (const until = performance.now() + longestMs; !(await isReady(url)); await pause(100))
    if (performance.now() > until) throw new Error(`not ready in ${longestMs} ms`)
}

/** As the citizen does by the demo's password, when their session has ended; answers the token. */
async function signInAt(url: string, login: string): Promise<string> {
  const answer = await fetch(`${url}/api/identity/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password: demoPassword }),
    signal: AbortSignal.timeout(15_000),
  })
  if (!answer.ok) throw new Error(`sign-in of ${login}: ${answer.status}`)
  return ((await answer.json()) as { token: string }).token
}

/** Copies the template onto its disks, starts PostgreSQL, `serve` and `work`. */
export async function openScene(setting: Setting, template: Template, folder: string): Promise<Scene> {
  const dataDirectory = join(folder, 'data')
  mkdirSync(dataDirectory)
  await using open = new AsyncDisposableStack()
  open.defer(() => rmSync(folder, { recursive: true, force: true }))
  const disks = new Map<PlaceName, Disk>()
  for (const name of Object.keys(places) as PlaceName[]) {
    const size = setting.disks?.[name]
    if (size === undefined) continue
    const disk = makeDisk(join(folder, `${name}.ext4`), placeIn(dataDirectory, name), size)
    open.defer(() => disk.remove())
    disks.set(name, disk)
  }
  execFileSync('cp', ['-a', `${template.directory}/.`, dataDirectory])
  // What was there before the fault is on the disk, however soon that comes.
  execFileSync('sync')

  const cluster = () => join(realpathSync(join(dataDirectory, 'postgres')), 'cluster')
  open.defer(async () => {
    const left = findPostmaster(cluster())
    if (left) await stopPostmaster(cluster(), left.pid)
  })
  const processesOf = () => {
    const pid = findPostmaster(cluster())?.pid
    if (pid === undefined) return []
    const children = execFileSync('sh', ['-c', `cat /proc/${pid}/task/${pid}/children`], { encoding: 'utf8' })
    return [pid, ...children.trim().split(/\s+/).filter(Boolean).map(Number)]
  }
  const past = () => {
    const { socketDirectory, port } = findPostmaster(cluster()) as NonNullable<ReturnType<typeof findPostmaster>>
    return `postgres://lien_thong@localhost:${port}/lien_thong?host=${encodeURIComponent(socketDirectory)}`
  }
  // What is lost is looked for also where the database takes too long to come back, which is told beside it.
  const connectPast = async () => {
    for (const until = performance.now() + recoveryMs; ; await pause(500)) {
      const client = new pg.Client({ connectionString: past() })
      client.on('error', () => {})
      const failed = await client.connect().then(
        () => undefined,
        (error: unknown) => error,
      )
      if (failed === undefined) return client
      if (!isRecovering(failed) || performance.now() > until) throw failed
    }
  }

  let line: Line | undefined
  let databaseUrl: Record<string, string> = {}
  // Without a line the processes start PostgreSQL themselves, and again when it was killed.
  if (setting.byLine || setting.isLasting === false) {
    const directory = join(dataDirectory, 'postgres')
    const server = await startEmbeddedPostgres({ directory, lasting: setting.isLasting ?? true, revives: true })
    open.defer(() => server.stop())
    databaseUrl = { DATABASE_URL: server.url }
  }
  if (setting.byLine) {
    const { socketDirectory, port } = findPostmaster(cluster()) as NonNullable<ReturnType<typeof findPostmaster>>
    line = await openLine(() => join(socketDirectory, `.s.PGSQL.${port}`))
    open.adopt(line, (one) => one.close())
    databaseUrl = { DATABASE_URL: `postgres://lien_thong@127.0.0.1:${line.port}/lien_thong` }
  }

  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const environment = { DATA_DIRECTORY: dataDirectory, ...databaseUrl, ...setting.environment }
  const serve = supervise(['serve', '--no-work', '--port', String(port)], environment, join(folder, 'serve.log'))
  open.adopt(serve, (one) => one.stop())
  await ready(url, 180_000)
  const work = supervise(['work'], environment, join(folder, 'work.log'))
  open.adopt(work, (one) => one.stop())

  const clients = template.clients.map(({ login, token, drafts }) => ({
    token,
    drafts: [...drafts],
    signIn: () => signInAt(url, login),
  }))
  let [since, began, broken] = [new Date(), performance.now(), [] as Scene['broken']]
  let load: FilingLoad | undefined
  open.defer(() => load?.stop().catch(() => {}))
  const opened = open.move()
  return {
    url,
    dataDirectory,
    get load() {
      return load as FilingLoad
    },
    startLoad({ keepsKeys = true }) {
      ;[since, began, broken] = [new Date(), performance.now(), []]
      load = startFiling({ url, clients, keepsKeys })
    },
    serve,
    work,
    get since() {
      return since
    },
    get began() {
      return began
    },
    get line() {
      if (line === undefined) throw new Error('this fault has no line')
      return line
    },
    disk: (name) => disks.get(name) as Disk,
    postgres: processesOf,
    powerOff() {
      const released = [serve.hold(), work.hold()]
      for (const pid of processesOf()) process.kill(pid, 'SIGKILL')
      return () => released.forEach((release) => release())
    },
    databaseUrl: past,
    connect: connectPast,
    async during(work) {
      const spell = { from: performance.now(), to: Number.NaN }
      broken.push(spell)
      try {
        return await work()
      } finally {
        spell.to = performance.now()
      }
    },
    get broken() {
      return broken
    },
    close: () => opened.disposeAsync(),
  }
}
