import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestDirectory } from '#kernel/testing/directory.ts'
import { findPostmaster } from './postmaster.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start-postgres.ts'

// A space and a tone mark, as folders of Vietnamese offices have them.
const directory = makeTestDirectory('xã Nà Phặc ')
const cluster = join(realpathSync(directory), 'cluster')
const lines: string[] = []
const start = (more: { directory?: string; lasting?: boolean } = {}): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ directory, log: (line) => lines.push(line), ...more })
const started: ChildProcess[] = []

beforeAll(async () => {
  // One cluster serves all tests, so each leaves it stopped.
  await (await start({ lasting: false })).stop()
}, 60_000)

afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await (await start()).stop()
  rmSync(directory, { recursive: true })
})

async function ask<Row extends pg.QueryResultRow>(url: string, question: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(question)).rows
  } finally {
    await client.end()
  }
}

/** Another process of the platform; it stops the server when its input ends. */
async function startInChild(): Promise<{ child: ChildProcess; url: string; adopted: boolean }> {
  const script = `
    import { startEmbeddedPostgres } from '${new URL('./start-postgres.ts', import.meta.url).href}'
    const server = await startEmbeddedPostgres({ directory: ${JSON.stringify(directory)} })
    console.log(JSON.stringify({ url: server.url, adopted: server.adopted }))
    process.stdin.resume().on('end', async () => { await server.stop(); process.exit() })`
  const parameters = ['--input-type=module', '-e', script]
  const child = spawn(process.execPath, parameters, { stdio: ['pipe', 'pipe', 'inherit'] })
  started.push(child)
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, ...(JSON.parse(line.toString()) as { url: string; adopted: boolean }) }
}

test('the database is in UTF-8, sorts the same everywhere, listens to no network and loses nothing', async () => {
  const server = await start()
  expect(server.adopted).toBe(false)
  const [database] = await ask(
    server.url,
    `select datname, pg_get_userbyid(datdba) as owner, pg_encoding_to_char(encoding) as encoding, datlocprovider, datlocale
     from pg_database where datname = current_database()`,
  )
  const expected = {
    datname: 'lien_thong',
    owner: 'lien_thong',
    encoding: 'UTF8',
    datlocprovider: 'b',
    datlocale: 'C.UTF-8',
  }
  expect(database).toEqual(expected)
  const [settings] = await ask(
    server.url,
    `select jsonb_object_agg(name, setting) as settings from pg_settings where name in ('listen_addresses', 'fsync',
     'synchronous_commit', 'full_page_writes', 'data_checksums', 'jit', 'TimeZone', 'unix_socket_directories')`,
  )
  expect(settings?.settings).toEqual({
    listen_addresses: '',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    data_checksums: 'on',
    jit: 'off',
    TimeZone: 'UTC',
    unix_socket_directories: `"${join(realpathSync(directory), 'socket')}"`,
  })
  await server.stop()
  expect(findPostmaster(cluster)).toBeUndefined()
})

test('a stop that is asked for twice happens once, and the data is there after the next start', async () => {
  const first = await start()
  await ask(first.url, `create table kept as select 'Bắc Kạn' as name`)
  await Promise.all([first.stop(), first.stop()])
  await expect(ask(first.url, 'select 1')).rejects.toThrow()

  const second = await start()
  expect(await ask(second.url, 'select name from kept')).toEqual([{ name: 'Bắc Kạn' }])
  await second.stop()
})

test('the server of a process killed by SIGKILL is adopted at once, and stopped later', async () => {
  const { child, url } = await startInChild()
  await ask(url, 'create table written_before_the_kill ()')
  const left = findPostmaster(cluster)
  child.kill('SIGKILL')
  await once(child, 'exit')

  const began = performance.now()
  const server = await start()
  // 20 ms on an idle machine; a start takes more than that in every case.
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(server.adopted).toBe(true)
  expect(findPostmaster(cluster)?.pid).toBe(left?.pid)
  expect(await ask(server.url, `select to_regclass('written_before_the_kill') is not null as there`)).toEqual([
    { there: true },
  ])
  await server.stop()
  expect(findPostmaster(cluster)).toBeUndefined()
})

test('it runs on while another process uses it, and the last one out stops it', async () => {
  const { child, url } = await startInChild()
  const second = await start()
  expect(second.adopted).toBe(true)
  await second.stop()
  expect(lines.at(-1)).toBe('PostgreSQL keeps running: another process uses it')
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])

  child.stdin?.end()
  await once(child, 'exit')
  expect(findPostmaster(cluster)).toBeUndefined()
})

test('who comes while it stops waits and gets a fresh one', async () => {
  const first = await start()
  const stopping = first.stop()
  // Whoever comes before it was found to be the last may still join.
  while (findPostmaster(cluster)?.status === 'ready') await sleep(1)
  const second = await start()
  await stopping
  expect(second.adopted).toBe(false)
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
})

test('after the server itself was killed it recovers at the next start', async () => {
  const first = await start()
  await ask(first.url, 'create table written_before_the_crash ()')
  process.kill(findPostmaster(cluster)?.pid as number, 'SIGKILL')

  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await ask(second.url, `select to_regclass('written_before_the_crash') is not null as there`)).toEqual([
    { there: true },
  ])
  await second.stop()
  await first.stop()
})

test('values of rows do not get into its log', async () => {
  const server = await start()
  await ask(server.url, `create table citizen (personal_id text constraint citizen_personal_id unique)`)
  await expect(ask(server.url, `insert into citizen values ('012345678901'), ('012345678901')`)).rejects.toThrow()
  await server.stop()
  const written = readFileSync(join(directory, 'postgres.log'), 'utf8')
  expect(written).toContain('citizen_personal_id')
  expect(written).not.toContain('012345678901')
})

test('a server whose socket somebody removed is restarted', async () => {
  const first = await start()
  rmSync(join(directory, 'socket', '.s.PGSQL.5432'))
  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
  await first.stop()
})

test(
  'two folders have two servers, and the pid of the one in the file of the other is a stranger',
  { timeout: 60_000 },
  async () => {
    const otherDirectory = makeTestDirectory()
    const other = await start({ directory: otherDirectory, lasting: false })
    const otherPid = findPostmaster(join(realpathSync(otherDirectory), 'cluster'))?.pid as number
    // What a crash leaves, when the number has since gone to another PostgreSQL of the same account.
    const lies = [otherPid, cluster, '1606262400', '5432', join(otherDirectory, 'socket'), '', '0 0', 'ready', ''].join(
      '\n',
    )
    writeFileSync(join(cluster, 'postmaster.pid'), lies)

    const server = await start()
    expect(server.adopted).toBe(false)
    expect(server.url).not.toBe(other.url)
    await ask(server.url, 'create table only_here ()')
    expect(await ask(other.url, `select to_regclass('only_here') as found`)).toEqual([{ found: null }])
    await server.stop()
    expect(await ask(other.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await other.stop()
    rmSync(otherDirectory, { recursive: true })
  },
)

test('empty locks that the power left do not keep it from starting, and those of this moment do', async () => {
  const locks = [join(cluster, 'postmaster.pid'), join(dirname(cluster), 'socket', '.s.PGSQL.5432.lock')]
  for (const path of locks) writeFileSync(path, '')
  await expect(start()).rejects.toThrow('is empty')
  const then = Date.now() / 1000 - 60
  for (const path of locks) utimesSync(path, then, then)
  const server = await start()
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
})

test('when it cannot start, the error holds what PostgreSQL said', async () => {
  const versionFile = join(cluster, 'PG_VERSION')
  const version = readFileSync(versionFile)
  writeFileSync(versionFile, '12\n')
  const failure = await start().catch((error: Error) => error.message)
  writeFileSync(versionFile, version)
  expect(failure).toContain('initialized by PostgreSQL version 12')
})
