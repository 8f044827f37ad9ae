import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appoint, createPerson, createPost } from '#engines/directory/index.ts'
import { createAccount } from '#engines/identity/index.ts'
import { listOperations } from '#engines/list-operations.ts'
import { civil } from '#values/plain-date.ts'
import { systems } from '#systems/index.ts'
import { createMachine, giveToken, machineFacts } from './testing/machines.ts'
import { sampleCall } from './testing/sample-call.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Generated from the contracts: for every operation there is, nobody unauthorised passes. */

const operations = listOperations().map((one) => ({ ...one, ...one.meta }))

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

/** An official of each function who holds no other post, and a citizen, each as the only one of their kind. */
async function oneOfEach(): Promise<ReadonlyMap<string, Visitor>> {
  const found = new Map<string, Visitor>()
  // Of roles that permit the same one is enough.
  const distinct = new Map(systems.roles.map((one) => [JSON.stringify(one.permissions), one.function]))
  for (const name of distinct.values()) {
    const [account] = await test.query<{ id: string }>(
      `select acc.id from directory.post p join directory.appointment a on a.post_id = p.id and a.valid_to is null
        join identity.account acc on acc.person_id = a.person_id and acc.kind = 'staff'
        where p.function = $1 and not exists (select from directory.appointment b where b.person_id = a.person_id and b.post_id <> p.id)
        order by acc.id limit 1`,
      [name],
    )
    found.set(name, await test.asAccount({ id: account?.id ?? (await appointed(name)), kind: 'staff' }))
  }
  return found
}

/** Somebody new in a new post with this function, in the demo's department of transport. */
async function appointed(name: string): Promise<string> {
  const [unit] = await test.query<{ id: string }>(`select id from directory.unit where code = 'SGTVT'`)
  return test.platform.connection.db.transaction(async (tx) => {
    const personId = await createPerson(tx, { fullName: `Vi Văn ${name}` })
    const post = await createPost(tx, {
      unitId: unit?.id ?? '',
      function: name,
      title: name,
      from: civil('2020-01-01'),
    })
    await appoint(tx, { postId: post.id, personId, from: civil('2020-01-01') })
    return createAccount(tx, { kind: 'staff', personId, login: `chi.${name}`, passwordHash: '' })
  })
}

describe('every operation, for somebody of every role', () => {
  it('is refused by permission to those whose role does not give it, and to nobody else', async () => {
    const visitors = await oneOfEach()
    const wrong: string[] = []
    for (const [role, who] of visitors) {
      const given = new Set(Object.keys(systems.roles.find((one) => one.function === role)?.permissions ?? {}))
      for (const operation of operations.filter(({ permission }) => permission.includes('.'))) {
        const may = given.has(operation.permission)
        const { method, path, body } = sampleCall(operation)
        const { status, body: answer } = await who.call(method, path, body)
        // The input is whole: what is refused for it would never have come to the question of rights.
        const isRefused = status === 403 && answer.code === 'forbidden'
        if (status === 422 && !may) wrong.push(`${role} ${operation.name}: not asked for its right (422)`)
        else if (isRefused === may) wrong.push(`${role} ${operation.name}: ${status} ${answer.code ?? ''}`)
      }
    }
    expect(wrong).toEqual([])
  }, 60_000)
})

describe('every operation, for a machine', () => {
  it('is refused unless it reads and its permission was given, and nothing given breaks for want of a person', async () => {
    const administrator = await test.as('quantri')
    const { token } = await giveToken(administrator, await createMachine(test, administrator))
    const machine = test.withToken(token)
    const given = new Set(machineFacts.permissions)
    const wrong: string[] = []
    for (const operation of operations.filter(({ permission, kind }) => permission !== 'anyone' || kind === 'write')) {
      const may = operation.kind === 'read' && given.has(operation.permission)
      const { method, path, body } = sampleCall(operation)
      const { status, body: answer } = await machine.call(method, path, body)
      const isRefused = status === 403 && answer.code === 'forbidden'
      if (status >= 500 || (status !== 422 && isRefused === may))
        wrong.push(`${operation.name}: ${status} ${answer.code ?? ''}`)
    }
    expect(wrong).toEqual([])
  }, 60_000)
})

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
