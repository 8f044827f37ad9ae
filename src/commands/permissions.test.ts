import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listOperations } from '#engines/list-operations.ts'
import { systems } from '#systems/index.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Generated from the contracts: for every operation there is, nobody unauthorised passes. */

const operations = listOperations().map(({ name, meta, method, path }) => ({ name, ...meta, method, path }))

// Enough to get past nothing: what is refused must be refused whatever is sent.
const fill = (path: string) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name === 'number' || name === 'year'
      ? '2020'
      : name === 'code'
        ? '1.001193'
        : '019b0000-0000-7000-8000-000000000000',
  )

let test: TestPlatform
let citizen: Visitor
let specialist: Visitor

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
  specialist = await test.as('chuyenvien.gtvt')
}, 120_000)
afterAll(() => test.stop())

const call = (who: Visitor, operation: (typeof operations)[number]) =>
  who.call(
    operation.method,
    fill(operation.path),
    operation.method === 'GET' || operation.method === 'DELETE' ? undefined : {},
  )

describe('every operation', () => {
  it('is declared with a title in both languages and a permission', () => {
    expect(operations.length).toBeGreaterThan(50)
    expect(operations.filter((one) => !one.title?.vi || !one.title?.en || !one.permission)).toEqual([])
  })

  it('asks for a permission that some role gives', () => {
    const given = new Set(systems.roles.flatMap(({ permissions }) => Object.keys(permissions)))
    const asked = operations.filter(({ permission }) => permission.includes('.') && !given.has(permission))
    expect(asked.map(({ name, permission }) => `${name}: ${permission}`)).toEqual([])
  })

  it.each(operations.filter((one) => one.permission !== 'anyone'))('$name refuses a stranger', async (operation) => {
    const { status } = await call(test.nobody, operation)
    // Input is parsed first; what does not parse is refused as well, and says nothing of the row.
    expect([401, 422]).toContain(status)
  })

  it.each(operations.filter((one) => !['anyone', 'signed-in', 'own-account', 'citizen'].includes(one.permission)))(
    '$name refuses a citizen',
    async (operation) => {
      expect([403, 422]).toContain((await call(citizen, operation)).status)
    },
  )

  it.each(operations.filter((one) => one.permission === 'citizen'))('$name refuses an official', async (operation) => {
    expect([403, 422]).toContain((await call(specialist, operation)).status)
  })

  it.each(operations.filter((one) => one.permission.includes('.manage') || one.permission === 'audit.read'))(
    '$name refuses an ordinary specialist',
    async (operation) => {
      expect([403, 422]).toContain((await call(specialist, operation)).status)
    },
  )

  it('answers a refusal as a problem with a code and a request id', async () => {
    const { status, body, headers } = await test.nobody.call('GET', '/workflow/inbox')
    expect(status).toBe(401)
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(body).toMatchObject({ code: 'notSignedIn', status: 401 })
    expect(body.requestId).toBe(headers.get('x-request-id'))
  })
})
