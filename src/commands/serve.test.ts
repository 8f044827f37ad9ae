import { createServer } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { install } from './install.ts'
import { lienThong as program, runToEnd } from './testing/command-line.ts'

/** The command line as operators type it, in a process of its own. */

const dataDirectory = makeTestDirectory('serve')
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

const lienThong = async (args: readonly string[], environment: Record<string, string> = {}) => {
  const { code, stdout, stderr } = await runToEnd(program, args, { DATA_DIRECTORY: dataDirectory, ...environment })
  return { code, said: stdout + stderr }
}

test('a port that is taken ends the start: nothing stays behind that works unseen', { timeout: 20_000 }, async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const port = String((other.address() as { port: number }).port)
  const ended = await lienThong(['serve', '--demo', 'none', '--port', port], { DATABASE_URL: empty.url })
  other.close()
  expect(ended).toEqual({ code: 1, said: expect.stringContaining('EADDRINUSE') as string })
})

test('production without a virus scanner says so in the log', { timeout: 30_000 }, async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const port = String((other.address() as { port: number }).port)
  const start = (environment: Record<string, string>) =>
    lienThong(['serve', '--demo', 'none', '--port', port], { DATABASE_URL: empty.url, ...environment })
  const [unscanned, scanned] = [await start({}), await start({ CLAMD_URL: 'tcp://127.0.0.1:9' })]
  other.close()
  const line = 'CLAMD_URL is not set: files are taken without a virus scan'
  expect([unscanned.said.includes(line), scanned.said.includes(line)]).toEqual([true, false])
})

test('production does not start on a database that holds the demo', { timeout: 20_000 }, async () => {
  const ended = await lienThong(['serve', '--demo', 'none'], { DATABASE_URL: demo.url })
  expect(ended).toEqual({ code: 1, said: expect.stringContaining('holds the demo') as string })
})

test.each([
  ['serve', '--demo', 'none'],
  ['work'],
  ['import', 'administrator', 'admin.tinh', 'Nguyễn Văn An', 'STTTT'],
  ['export', 'organization'],
  ['audit', 'verify'],
])('%s refuses a database without migrations, and says what to run first', { timeout: 20_000 }, async (...args) => {
  const ended = await lienThong(
    args.filter((one) => one !== undefined),
    { DATABASE_URL: bare.url },
  )
  expect(ended).toEqual({
    code: 1,
    said: expect.stringMatching(/lacks \d+ migrations; run `lien-thong migrate` first\n$/) as string,
  })
})

test('the demo is not put beside accounts of people', { timeout: 30_000 }, async () => {
  const made = await lienThong(['import', 'administrator', 'admin.tinh', 'Nguyễn Văn An', 'STTTT'], {
    DATABASE_URL: empty.url,
  })
  expect(made.code).toBe(0)
  for (const command of ['demo', 'serve']) {
    const ended = await lienThong([command], { DATABASE_URL: empty.url })
    expect(ended).toEqual({ code: 1, said: expect.stringContaining('accounts of its own') as string })
  }
})

test('an administrator is not made twice, and it is said in words', { timeout: 30_000 }, async () => {
  const make = () =>
    lienThong(['import', 'administrator', 'admin.hai', 'Trần Thị Bình', 'STTTT'], { DATABASE_URL: empty.url })
  expect((await make()).code).toBe(0)
  expect(await make()).toEqual({
    code: 1,
    said: 'lien-thong import: an account with the login admin.hai is there already\n',
  })
})

test.each([
  ['serve', '--demo', 'None'],
  ['serve', 'now'],
  ['work', '--fast'],
  ['migrate', '--dry-run'],
  ['check', 'everything'],
  ['demo', '--dossiers', 'many'],
  ['import'],
  ['import', 'procedures'],
  ['import', 'administrator'],
  ['import', 'administrator', 'admin.tinh'],
  ['export', 'accounts'],
  ['audit', 'repair'],
  ['audit', 'prove', 'the-last-one'],
  ['bench', '--fast'],
  ['restore'],
])('a wrong call, %s %s %s, is said so and does nothing', { timeout: 20_000 }, async (...args) => {
  const ended = await lienThong(
    args.filter((one) => one !== undefined),
    { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
  )
  expect(ended).toEqual({ code: 2, said: expect.not.stringContaining('ECONNREFUSED') as string })
})

test.each(['serve', 'work', 'migrate', 'check', 'demo', 'import', 'export', 'audit', 'bench'])(
  '%s says how it is called',
  { timeout: 20_000 },
  async (command) => {
    const { code, said } = await lienThong([command, '--help'])
    expect(code).toBe(0)
    expect(said).toMatch(new RegExp(`^  lien-thong ${command}`, 'm'))
    expect(said).not.toMatch(/lien-thong (?!serve|work|migrate|check|demo|import|export|audit|bench)/)
  },
)
