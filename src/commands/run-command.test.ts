import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { install } from './install.ts'
import { runCommand } from './run-command.ts'

/** What the command line refuses, and in which words. */

const dataDirectory = makeTestDirectory('run-command')
const nowhere = 'postgres://nobody@127.0.0.1:1/none'
let demo: TestDatabase
let empty: TestDatabase
let bare: TestDatabase

beforeAll(async () => {
  empty = await createTestDatabase('installed', (url) => install(url).then(() => {}))
  bare = await createTestDatabase('bare', async () => {})
  demo = await createTestDatabase('platform 60', async (url) => {
    await install(url)
    await loadDemo(url, { dossiers: 60 })
  })
}, 120_000)
afterAll(async () => {
  await empty.drop()
  await bare.drop()
  await demo.drop()
  removeTestDirectory(dataDirectory)
})

let said: string
const listen = (...words: unknown[]) => void (said += `${words.join(' ')}\n`)
beforeEach(() => {
  said = ''
  vi.spyOn(console, 'log').mockImplementation(listen)
  vi.spyOn(console, 'error').mockImplementation(listen)
  vi.stubEnv('NODE_ENV', 'production')
  vi.stubEnv('DATA_DIRECTORY', dataDirectory)
  vi.stubEnv('LOG_LEVEL', 'silent')
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

/** The exit code of a call on this database. */
const call = (url: string, ...args: readonly string[]): Promise<number> => {
  vi.stubEnv('DATABASE_URL', url)
  return runCommand(args)
}
const makeAdministrator = (login: string) => ['import', 'administrator', login, 'Nguyễn Văn An', 'STTTT']

test('production does not start on a database that holds the demo', async () => {
  expect(await call(demo.url, 'serve', '--demo', 'none')).toBe(1)
  expect(said).toContain('holds the demo')
})

test.each([
  ['serve', '--demo', 'none'],
  ['work'],
  makeAdministrator('admin.tinh'),
  ['export', 'organization'],
  ['audit', 'verify'],
])('%s refuses a database without migrations, and says what to run first', async (...args) => {
  expect(await call(bare.url, ...args)).toBe(1)
  expect(said).toMatch(/lacks \d+ migrations; run `lien-thong migrate` first\n$/)
})

test('the demo is not put beside accounts of people', async () => {
  expect(await call(empty.url, ...makeAdministrator('admin.tinh'))).toBe(0)
  for (const command of ['demo', 'serve']) {
    said = ''
    expect([await call(empty.url, command), said]).toEqual([1, expect.stringContaining('accounts of its own')])
  }
})

test('an administrator is not made twice, and it is said in words', async () => {
  expect(await call(empty.url, ...makeAdministrator('admin.hai'))).toBe(0)
  said = ''
  expect(await call(empty.url, ...makeAdministrator('admin.hai'))).toBe(1)
  expect(said).toBe('lien-thong import: an account with the login admin.hai is there already\n')
})

test.each([
  'serve --demo None',
  'serve now',
  'work --fast',
  'migrate --dry-run',
  'check everything',
  'demo --dossiers many',
  'import',
  'import procedures',
  'import administrator',
  'import administrator admin.tinh',
  'export accounts',
  'audit repair',
  'audit prove the-last-one',
  'bench --fast',
  'restore',
])('a wrong call, %s, is said so and does nothing', async (words) => {
  expect(await call(nowhere, ...words.split(' '))).toBe(2)
  expect(said).toMatch(/\S/)
  expect(said).not.toContain('ECONNREFUSED')
})

test.each(['serve', 'work', 'migrate', 'check', 'demo', 'import', 'export', 'audit', 'bench'])(
  '%s says how it is called',
  async (command) => {
    expect(await call(nowhere, command, '--help')).toBe(0)
    expect(said).toMatch(new RegExp(`^  lien-thong ${command}`, 'm'))
    expect(said).not.toMatch(/lien-thong (?!serve|work|migrate|check|demo|import|export|audit|bench)/)
  },
)
