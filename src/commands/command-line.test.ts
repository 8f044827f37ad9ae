import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { WrongCall } from '#values/wrong-call.ts'
import { connect, workingRole } from '#kernel/database/connect.ts'
import { rows, sql } from '#kernel/database/query.ts'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { systems } from '#systems/index.ts'
import { demoAccounts } from '../demo/accounts.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { clientsCommand } from './clients.ts'
import type { Command } from './command.ts'
import { install } from './install.ts'
import { machinesCommand } from './machines.ts'
import { lienThong, runToEnd } from './testing/command-line.ts'
import { machineFacts } from './testing/machines.ts'
import { clientFacts, newKey } from './testing/sign-on-client.ts'

/** What programs read of the command line, and how long they do. */

const dataDirectory = makeTestDirectory('command-line')
let demo: TestDatabase
let environment: Record<string, string>

beforeAll(async () => {
  demo = await createTestDatabase('platform 60', async (url) => {
    await install(url)
    await loadDemo(url, { dossiers: 60 })
  })
  environment = { DATABASE_URL: demo.url, DATA_DIRECTORY: dataDirectory, LOG_LEVEL: 'debug' }
}, 120_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await demo.drop()
  removeTestDirectory(dataDirectory)
})

const jsonLines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

/** Runs what works until it is stopped; stops it when it says that it is so far. Answers all lines that it said. */
async function untilState(state: string, args: readonly string[]): Promise<string> {
  const child = spawn(lienThong, args, {
    env: { PATH: process.env['PATH'], PORT: '0', ADMIN_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (line.includes(`"state":"${state}"`)) child.kill('SIGTERM')
  }
  if (child.exitCode === null) await once(child, 'exit')
  return said.join('\n')
}

test(
  'serve --json says where it is and who may enter in one line among lines of JSON',
  { timeout: 240_000 },
  async () => {
    const lines = jsonLines(await untilState('ready', ['serve', '--json']))
    const ready = lines.find((line) => line['state'] === 'ready')
    expect(ready).toMatchObject({ url: expect.stringMatching(/^http/) as string, accounts: demoAccounts })
  },
)

test('work --json says in JSON that it works', { timeout: 180_000 }, async () => {
  expect(jsonLines(await untilState('working', ['work', '--json']))).toContainEqual({ state: 'working' })
})

test.each([
  [['--json'], { commands: expect.arrayContaining([expect.objectContaining({ name: 'serve' })]) as object[] }],
  [['check', '--json', '--help'], { name: 'check', usage: expect.any(Array) as string[] }],
  [['--json', 'check'], { findings: [] }],
  [['demo', '--json'], { accounts: demoAccounts }],
])('%j answers one line of JSON', { timeout: 90_000 }, async (args, said) => {
  const { code, stdout, stderr } = await runToEnd(lienThong, args, environment)
  expect({ code, stderr, lines: jsonLines(stdout) }).toMatchObject({ code: 0, stderr: '', lines: [said] })
})

test('a wrong word is answered with the right ones, in JSON too', { timeout: 90_000 }, async () => {
  const { code, stdout } = await runToEnd(lienThong, ['restor', '--json'], environment)
  expect([code, jsonLines(stdout)]).toMatchObject([
    2,
    [{ error: 'no such command: restor', commands: expect.any(Array) as object[] }],
  ])
})

// What waits for its day is taken out too: bringing today's back alone would take back what was announced.
test.each([
  ['procedures', [], { published: [] }],
  ['procedures', ['--json'], { published: [] }],
  ['organization', [], { areas: 0, units: 0 }],
])('what export %s %j says, import takes back and changes nothing', { timeout: 180_000 }, async (what, more, done) => {
  const taken = await runToEnd(lienThong, ['export', what, ...more], environment)
  const file = join(dataDirectory, `${what}.json`)
  await writeFile(file, taken.stdout)
  const { code, stdout } = await runToEnd(lienThong, ['import', what, file, '--json'], environment)
  expect([code, jsonLines(stdout)]).toEqual([0, [done]])
  const { db, close } = connect(demo.url, { size: 1, role: workingRole })
  const trail = await rows(db, sql`select details from audit.entry where operation = ${`import.${what}`}`)
  await close()
  expect(JSON.stringify(trail)).toContain(userInfo().username)
})

test(
  'import reorganization keeps a table of areas as a draft, and says which lines it set aside',
  { timeout: 180_000 },
  async () => {
    const file = join(dataDirectory, 'areas.csv')
    await writeFile(file, '\uFEFFcode2020;code2027;fullName2027\r\n07381;07393;Xã Tiên Nghĩa\r\n99999;07393;\r\n')
    const head = ['--effective', '2027-01-01', '--title', 'Sắp xếp', '--document', '1/NQ']
    const { code, stdout } = await runToEnd(
      lienThong,
      ['import', 'reorganization', file, ...head, '--json'],
      environment,
    )
    expect([code, jsonLines(stdout)]).toMatchObject([0, [{ areas: 1, unread: [{ line: 3, text: '99999, 07393, ' }] }]])
    const { db, close } = connect(demo.url, { size: 1, role: workingRole })
    const kept = await rows(
      db,
      sql`select status, plan->'openedAreas' as opened from directory.reorganization where title = 'Sắp xếp'`,
    )
    await close()
    expect(kept).toMatchObject([{ status: 'draft', opened: [{ code: '07393', name: 'Xã Tiên Nghĩa' }] }])
  },
)

describe('systems and service accounts', () => {
  const run = async (command: Command, ...args: string[]) => {
    vi.stubEnv('DATABASE_URL', demo.url)
    const said: unknown[] = []
    await command.run(args, { json: true, say: (value) => said.push(value) })
    return said[0] as Record<string, unknown>
  }
  const written = async (facts: object) => {
    const file = join(dataDirectory, 'registered.json')
    await writeFile(file, JSON.stringify({ owner: 'SGTVT', ...facts }))
    return file
  }
  const registered = async () => ({ ...clientFacts, publicKeys: JSON.parse((await newKey('k1')).publicKeys) as object })

  test('are registered, given tokens, told and shut, and the trail says by whom', async () => {
    const { id: machineId } = await run(machinesCommand, 'add', await written(machineFacts))
    const { token } = await run(machinesCommand, 'token', String(machineId), 'Nạp', '30', 'dossier.read,directory.read')
    expect(token).toMatch(/^lt_/)
    const facts = await registered()
    const { id } = await run(clientsCommand, 'add', await written(facts))
    await run(clientsCommand, 'change', String(id), await written({ ...facts, owner: undefined, machineId }))
    await run(clientsCommand, 'shut', String(id))
    const { clients } = await run(clientsCommand, 'list')
    expect(clients).toContainEqual(expect.objectContaining({ id, status: 'disabled', machineId, keyIds: ['k1'] }))
    const { db, close } = connect(demo.url, { size: 1, role: workingRole })
    const trail = await rows<{ operation: string; details: unknown }>(
      db,
      sql`select operation, details from audit.entry where operation like 'identity.%' and account = 'system' order by at`,
    )
    await close()
    expect(trail.map(({ operation }) => operation.split('.')[1])).toEqual([
      'createMachine',
      'createApiToken',
      'registerClient',
      'changeClient',
      'setClientStatus',
    ])
    for (const { details } of trail) expect(JSON.stringify(details)).toContain(`"operator":"${userInfo().username}"`)
  })

  test('are refused in words, place by place', async () => {
    const wrong = { ...(await registered()), redirectUris: ['http://a.example/'] }
    await expect(run(clientsCommand, 'add', await written(wrong))).rejects.toThrow(/redirectUris.*https/)
    await expect(run(clientsCommand, 'add', await written({ ...wrong, owner: 'KHONG' }))).rejects.toThrow('KHONG')
    await expect(run(clientsCommand, 'shut')).rejects.toThrow(WrongCall)
  })
})

test('a procedure that could not be carried to an end is not brought in', { timeout: 180_000 }, async () => {
  const procedure = systems.procedures.find(({ code }) => code === '1.004873')!
  const { check, ...others } = procedure.process!.steps
  const steps = { ...others, check: { ...check, by: { at: { unit: 'agency', key: 'SXX' } } } }
  const file = join(dataDirectory, 'nowhere.json')
  await writeFile(file, JSON.stringify([{ ...procedure, process: { ...procedure.process, steps } }]))
  const { code, stderr } = await runToEnd(lienThong, ['import', 'procedures', file], environment)
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/1\.004873 process\.steps\..*SXX/) as string,
  })
})

/** Loads the catalogue of culture with its first sector misspelt, as a slip of the hand would leave it. */
const misspelt = `import { registerHooks } from 'node:module'
registerHooks({ load(url, context, next) {
  const loaded = next(url, context)
  if (!url.endsWith('/culture/catalogue.ts')) return loaded
  return { ...loaded, source: Buffer.from(loaded.source).toString().replace('sector:', 'sectr:') }
} })`

test.each([
  [[], 'stderr', /^lien-thong: procedure \d\.\d+: [^]*sectr[^]*sector\n$/],
  [['--json'], 'stdout', /^\{"error":"procedure \d\.\d+: .*sectr.*sector"\}\n$/],
] as const)(
  'check %j says of a declaration that does not fit which and where, and no more',
  { timeout: 90_000 },
  async (more, stream, words) => {
    const ended = await runToEnd(lienThong, ['check', ...more], {
      ...environment,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(misspelt)}`,
    })
    expect(ended).toMatchObject({ code: 1, stdout: '', stderr: '', [stream]: expect.stringMatching(words) as string })
  },
)

// A long output that nobody reads to its end was not all said: as of any program, 141.
test.each([
  ['audit export', 141],
  ['audit verify', 141],
  ['check', 0],
  ['export procedures', 0],
])('%s ends quietly when its reader goes away', { timeout: 90_000 }, async (args, code) => {
  const { stdout, stderr } = await runToEnd(
    'sh',
    ['-c', `{ "$0" ${args}; echo "ended with $?" >&2; } | true`, lienThong],
    {
      ...environment,
      LOG_LEVEL: 'silent',
    },
  )
  expect({ stdout, stderr }).toEqual({ stdout: '', stderr: `ended with ${code}\n` })
})
