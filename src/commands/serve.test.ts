import { createServer } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { install } from './install.ts'
import { lienThong, runToEnd } from './testing/command-line.ts'

/** A server that cannot listen, as operators start it, in a process of its own. */

const dataDirectory = makeTestDirectory('serve')
const other = createServer()
let empty: TestDatabase

beforeAll(async () => {
  empty = await createTestDatabase('installed', (url) => install(url).then(() => {}))
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
}, 120_000)
afterAll(async () => {
  other.close()
  await empty.drop()
  removeTestDirectory(dataDirectory)
})

test.each([
  ['', true],
  ['tcp://127.0.0.1:9', false],
])(
  'a port that is taken ends the start, with nothing left that works unseen; production with the virus scanner "%s" says in the log whether it has one',
  { timeout: 90_000 },
  async (scanner, isWarned) => {
    const { port } = other.address() as { port: number }
    const { code, stdout, stderr } = await runToEnd(lienThong, ['serve', '--demo', 'none', '--port', String(port)], {
      DATA_DIRECTORY: dataDirectory,
      DATABASE_URL: empty.url,
      ...(scanner && { CLAMD_URL: scanner }),
    })
    const said = stdout + stderr
    expect([code, said]).toEqual([1, expect.stringContaining('EADDRINUSE')])
    expect(said.includes('CLAMD_URL is not set: files are taken without a virus scan')).toBe(isWarned)
  },
)
