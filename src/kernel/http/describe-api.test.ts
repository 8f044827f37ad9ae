import { z } from 'zod'
import { expect, test } from 'vitest'
import { contract } from '#engines/contract.ts'
import { listOperations, listStreams } from '#engines/list-operations.ts'
import { describeApi, type Contracts } from './describe-api.ts'

interface Response {
  readonly description: string
  readonly headers?: object
  readonly content?: object
}

interface Described {
  readonly description: string
  readonly 'x-permission': string
  readonly 'x-rate-limits'?: object
  readonly security: readonly object[]
  readonly parameters: readonly { readonly name: string }[]
  readonly responses: Readonly<Record<string, Response | { readonly $ref: string }>>
}

const document = (await describeApi(
  contract as Contracts,
  listStreams(),
  'https://dichvucong.example.gov.vn',
  '1',
)) as {
  readonly openapi: string
  readonly servers: readonly object[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
}

const leadsTo = (reference: string): unknown =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document)

function responseOf(described: Described, status: number | string): Response {
  const found = described.responses[status]
  if (found === undefined) return { description: 'none' }
  return '$ref' in found ? (leadsTo(found.$ref) as Response) : found
}

const all = listOperations().map((one) => [one.name, one] as const)

test.each(all)('%s says who may call it, what it refuses and whether it may be repeated', (_name, one) => {
  const { meta, method, path } = one
  const described = document.paths[`/api${path}`]?.[method.toLowerCase()] as Described
  expect(described['x-permission']).toBe(meta.permission)
  expect(described.security.length > 0).toBe(meta.permission !== 'anyone')
  expect(described.parameters.some(({ name }) => name === 'Idempotency-Key')).toBe(
    meta.kind === 'write' && !meta.holdsSecret,
  )
  expect(Object.keys(described.responses)).toContain('200')
  for (const [code, { status }] of Object.entries(meta.problems ?? {}))
    expect(responseOf(described, status).description).toContain(`\`${code}\``)
  expect('401' in described.responses).toBe(
    meta.permission !== 'anyone' || Object.values(meta.problems ?? {}).some(({ status }) => status === 401),
  )
  const isWrite = meta.kind === 'write'
  const says = (status: number, code: string) => responseOf(described, status).description.includes(`\`${code}\``)
  expect(says(421, 'unknownHost')).toBe(true)
  expect([says(400, 'malformedJson'), says(413, 'tooLarge'), says(415, 'wrongMediaType')]).toEqual(
    Array(3).fill(isWrite),
  )
  expect(says(403, 'foreignOrigin')).toBe(isWrite)
  expect(says(507, 'storageFull')).toBe(isWrite || meta.readsPersonalData === true)
})

test.each(all)('%s says how often it may be tried, on every answer', (_name, { meta, method, path }) => {
  const described = document.paths[`/api${path}`]?.[method.toLowerCase()] as Described
  expect(described['x-rate-limits']).toEqual(meta.limits)
  const told = Object.keys(responseOf(described, 200).headers ?? {})
  expect(told.includes('RateLimit-Remaining')).toBe(meta.limits !== undefined)
  if (meta.limits === undefined) return
  for (const [name, { free }] of Object.entries(meta.limits))
    expect(described.description).toContain(`\`${name}\`: ${free} `)
  expect(responseOf(described, 429).headers).toHaveProperty('Retry-After')
})

test('an operation that answers a file gives its media type, any other JSON', () => {
  const files: unknown[] = []
  for (const operations of Object.values(contract as Contracts))
    for (const operation of Object.values(operations)) {
      const { route, outputSchema } = operation['~orpc']
      const content = responseOf(
        document.paths[`/api${route.path}`]?.[(route.method ?? '').toLowerCase()] as Described,
        200,
      )
      const [type] = Object.keys(content.content ?? {})
      const isFile = (outputSchema as z.ZodType).safeParse(new Blob()).success && outputSchema instanceof z.ZodCustom
      if (isFile && type !== 'application/json') files.push(type)
      else expect([route.path, type]).toEqual([route.path, 'application/json'])
    }
  const counts = Object.fromEntries([...Map.groupBy(files, String)].map(([type, all]) => [type, all.length]))
  expect(counts).toEqual({
    'application/geo+json': 1,
    'application/pdf': 12,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 2,
    'image/svg+xml': 1,
    'text/csv': 6,
    'text/plain': 1,
  })
})

test.each(listStreams().map((one) => [`${one.method} ${one.path}`, one] as const))(
  '%s says what it takes, answers and refuses',
  (_name, { method, path, answers, headers = {}, problems, permission }) => {
    const at = document.paths[path]
    const described = at?.[method.toLowerCase()] as Described
    expect(described['x-permission']).toBe(permission)
    expect(Object.keys(described.responses)).toEqual(expect.arrayContaining([...Object.keys(answers), '421']))
    for (const name of Object.keys(headers)) expect(described.parameters.map((one) => one.name)).toContain(name)
    for (const [code, { status }] of Object.entries(problems))
      expect(responseOf(described, status).description).toContain(`\`${code}\``)
  },
)

test('is OpenAPI 3.1, and every reference leads to something', () => {
  expect(document.openapi).toMatch(/^3\.1\./)
  expect(document.servers).toEqual([{ url: 'https://dichvucong.example.gov.vn' }])
  for (const [, reference] of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g))
    expect(leadsTo(reference as string)).toBeDefined()
})

test('what many operations refuse alike stands once', () => {
  const responses = Object.values(document.paths).flatMap((path) =>
    Object.values(path).flatMap(({ responses: said }) => Object.entries(said)),
  )
  for (const [status, response] of responses)
    if (Number(status) >= 400 && status !== '416') expect(response).toHaveProperty('$ref')
})
