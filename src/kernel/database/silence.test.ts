import { once } from 'node:events'
import { connect as dial, createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/database.ts'
import { asProblem } from '../operations/database-problem.ts'
import { connect } from './connect.ts'
import { find, sql, write } from './query.ts'

/** A line that can be made silent: nothing passes, and nobody is told. */

let database: TestDatabase
let isSilent = false
const sockets = new Set<Socket>()

beforeAll(async () => {
  database = await createTestDatabase('silence', async () => {})
})
afterAll(async () => {
  for (const one of sockets) one.destroy()
  await database.drop()
})

async function openLine() {
  const { searchParams, port } = new URL(database.url)
  const server = createServer((near) => {
    const far = dial(`${searchParams.get('host')}/.s.PGSQL.${port || 5432}`)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('error', () => {})
      from.on('close', () => to.destroy())
      from.on('data', (chunk) => void (isSilent || to.write(chunk)))
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(database.url)
  url.searchParams.delete('host')
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return { url: url.href, close: () => server.close() }
}

test('who waits for a server that says nothing any more is told to try again, and the next one finds it there', async () => {
  const line = await openLine()
  const connection = connect(line.url, { size: 1, silenceMs: 400 })
  const ask = () => find(connection.db, sql<{ one: number }>`select 1 as one`)
  expect(await ask()).toEqual({ one: 1 })
  // A connection that nobody asks anything may be as silent as it likes.
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(await ask()).toEqual({ one: 1 })

  isSilent = true
  const began = performance.now()
  const error: unknown = await connection.db
    .transaction(async (tx) => {
      await write(tx, sql`select 1`)
      return find(tx, sql`select 2`)
    })
    .catch((thrown: unknown) => thrown)
  expect(asProblem(error)).toMatchObject({ status: 503, code: 'busy' })
  expect(performance.now() - began).toBeLessThan(3000)

  isSilent = false
  expect(await ask()).toEqual({ one: 1 })
  await connection.close()
  line.close()
})
