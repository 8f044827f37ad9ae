import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { WrongCall } from '#values/wrong-call.ts'
import { readConfig } from '#kernel/config.ts'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import pg from 'pg'
import { configCommand } from './config.ts'
import { checkSettings } from './config-check/check-settings.ts'
import type { Finding } from './config-check/finding.ts'
import { install } from './install.ts'
import { runCommand } from './run-command.ts'

let directory: string
let installed: TestDatabase

beforeAll(async () => {
  installed = await createTestDatabase('installed', (url) => install(url).then(() => {}))
}, 120_000)
afterAll(() => installed.drop())
beforeEach(() => {
  directory = makeTestDirectory('config')
  return () => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
    removeTestDirectory(directory)
  }
})

const good = {
  PUBLIC_URL: 'https://dvc.example.gov.vn',
  DATABASE_URL: 'postgres://lienthong:dai-va-la@db.tinh.vn/lienthong?sslmode=verify-full',
  SMTP_URL: 'smtps://a:b@mail.tinh.vn',
  CLAMD_URL: 'unix:/run/clamav/clamd.ctl',
  BREACHED_PASSWORDS: '/var/lib/lien-thong/leaked',
  AUDIT_HEADS_MAIL: 'kiemtoan@example.gov.vn',
}

describe('of variables', () => {
  const codesOf = (more: Record<string, string>) => {
    const environment = { ...good, ...more }
    return checkSettings(readConfig(environment), environment).map(({ code, gravity }) => `${gravity} ${code}`)
  }

  test('nothing is said of those that are right', () => expect(codesOf({})).toEqual([]))

  test.each<[string, Record<string, string>]>([
    ['wrong public-url-http', { PUBLIC_URL: 'http://dvc.example.gov.vn' }],
    ['warn administration-open', { HOST: '0.0.0.0' }],
    ['wrong proxy-too-wide', { TRUSTED_PROXIES: '10.0.0.2,0.0.0.0' }],
    ['wrong proxy-too-wide', { TRUSTED_PROXIES: '::' }],
    ['wrong proxy-too-wide', { TRUSTED_PROXIES: '8.8.8.8' }],
    ['warn proxies-many', { TRUSTED_PROXIES: Array.from({ length: 9 }, (_, at) => `10.0.0.${at}`).join() }],
    ['wrong tls-unchecked', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }],
    ['wrong database-line-open', { DATABASE_URL: 'postgres://a:dai-va-la@db.tinh.vn/b?sslmode=require' }],
    ['wrong database-password', { DATABASE_URL: 'postgres://lienthong:lienthong@localhost/b' }],
    ['wrong storage-line-open', { S3_URL: 'http://k:s@s3.tinh.vn/kho?region=x' }],
    ['warn mail-line-open', { SMTP_URL: 'smtp://mail.tinh.vn:25' }],
    ['warn key-changing', { SECRETS_KEY_ALSO: Buffer.alloc(32).toString('base64') }],
    ['wrong second-factor-off', { SECOND_FACTOR_STAFF: 'off' }],
    ['warn unused-accounts', { UNUSED_ACCOUNT_DAYS: '0' }],
    ['warn log-level', { LOG_LEVEL: 'debug' }],
  ])('%s', (finding, more) => expect(codesOf(more)).toEqual([finding]))
})

/** What the command says of this installation, and its exit code. */
async function check(file?: string) {
  const said: { isRight: boolean; findings: Finding[] }[] = []
  const args = file === undefined ? ['check'] : ['check', file]
  const code = await configCommand.run(args, { json: true, say: (value) => said.push(value as never) })
  return { code, codes: said[0]!.findings.map((one) => one.code) }
}

async function writeSettings(more: Record<string, string> = {}, mode = 0o640): Promise<string> {
  const file = join(directory, 'environment')
  const variables = { ...good, DATABASE_URL: installed.url, DATA_DIRECTORY: join(directory, 'data'), ...more }
  await mkdir(join(directory, 'data'), { recursive: true, mode: 0o750 })
  await writeFile(
    file,
    Object.entries(variables)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  )
  await chmod(file, mode)
  return file
}

describe('of an installation', () => {
  test('files that others can read are named, and settings that a power cut would harm', async () => {
    const file = await writeSettings({}, 0o644)
    await writeFile(join(directory, 'data', 'secrets.key'), 'x')
    await chmod(join(directory, 'data', 'secrets.key'), 0o644)
    await chmod(join(directory, 'data'), 0o757)
    const { code, codes } = await check(file)
    expect(code).toBe(1)
    // The database of the tests does not survive a power cut, which is what it is for.
    expect(codes).toEqual(
      expect.arrayContaining(['key-open', 'settings-open', 'data-directory-open', 'database-unsafe']),
    )
    expect((await check(await writeSettings({}, 0o640))).codes).not.toContain('settings-open')
  })

  test('a pool above what the database gives, and a working role that may rewrite the trail', async () => {
    expect((await check(await writeSettings({ DATABASE_POOL: '200' }))).codes).toContain('pool-too-large')
    const before = (await check(await writeSettings())).codes
    expect(before).not.toContain('pool-too-large')
    expect(before).not.toContain('role-too-strong')
    const owner = new pg.Client({ connectionString: installed.url })
    await owner.connect()
    await owner.query('grant update on audit.entry to lien_thong_app')
    expect((await check(await writeSettings())).codes).toContain('role-too-strong')
    await owner.query('revoke update on audit.entry from lien_thong_app')
    await owner.end()
  })

  test('a database that is away is said, and a wrong call refused', async () => {
    const away = await check(await writeSettings({ DATABASE_URL: 'postgres://a:dai-va-la@127.0.0.1:1/b' }))
    expect([away.code, away.codes]).toEqual([1, expect.arrayContaining(['database-away'])])
    await expect(configCommand.run(['look'], { json: true, say() {} })).rejects.toThrow(WrongCall)
  })
})

describe('production does not start', () => {
  const start = async (command: string[]) => {
    const said: string[] = []
    vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text))
    vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text))
    for (const [name, value] of Object.entries({
      DATABASE_URL: installed.url,
      DATA_DIRECTORY: directory,
      LOG_LEVEL: 'silent',
    }))
      vi.stubEnv(name, value)
    return { code: await runCommand(command), said: said.join('\n') }
  }

  test.each([[['work']], [['serve', '--demo', 'none']]])('with a key that others can read: %j', async (command) => {
    await writeFile(join(directory, 'secrets.key'), Buffer.alloc(32, 1).toString('base64'))
    await chmod(join(directory, 'secrets.key'), 0o644)
    expect(await start(command)).toEqual({
      code: 1,
      said: expect.stringContaining('secrets.key is open to others') as string,
    })
  })

  test('without the key that the database was sealed with, instead of making another', async () => {
    const owner = new pg.Client({ connectionString: installed.url })
    await owner.connect()
    await owner.query(`insert into notification.push_key (public_key, sealed, made_at) values ('x', '', now())`)
    expect(await start(['work'])).toEqual({
      code: 1,
      said: expect.stringContaining('secrets.key is missing') as string,
    })
    await owner.query('delete from notification.push_key')
    await owner.end()
  })

  test('on a database from which a newer version took something away; one that only adds is gone on with', async () => {
    const owner = new pg.Client({ connectionString: installed.url })
    await owner.connect()
    const add = (name: string, isContract: boolean) =>
      owner.query(`insert into kernel.migration (name, digest, is_contract) values ($1, '', $2)`, [name, isContract])
    await add('services/2099-01-01-0000-add-a-column.sql', false)
    await writeFile(join(directory, 'secrets.key'), 'x', { mode: 0o644 })
    await chmod(join(directory, 'secrets.key'), 0o644)
    // It comes as far as the keys, which are looked at next.
    expect((await start(['work'])).said).toContain('secrets.key is open')
    await add('services/2099-01-02-0000-drop-a-column.sql', true)
    expect((await start(['work'])).said).toContain('drop-a-column.sql')
    await owner.query(`delete from kernel.migration where name like 'services/2099%'`)
    await owner.end()
  })
})
