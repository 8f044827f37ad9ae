import { expect, test } from 'vitest'
import { contract } from '#engines/contract.ts'
import { listOperations } from '#engines/list-operations.ts'
import { describeApi, type Contracts } from './describe-api.ts'

interface Described {
  readonly 'x-permission': string
  readonly security: readonly object[]
  readonly parameters: readonly { readonly name: string }[]
  readonly responses: Readonly<Record<string, { readonly description: string }>>
}

const document = (await describeApi(contract as Contracts, 'https://dichvucong.example.gov.vn', '1')) as {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
}

test.each(listOperations().map((one) => [one.name, one] as const))(
  '%s says who may call it, what it refuses and whether it may be repeated',
  (_name, { meta, method, path }) => {
    const described = document.paths[path]?.[method.toLowerCase()] as Described
    expect(described['x-permission']).toBe(meta.permission)
    expect(described.security.length > 0).toBe(meta.permission !== 'anyone')
    expect(described.parameters.some((one) => one.name === 'Idempotency-Key')).toBe(
      meta.kind === 'write' && !meta.holdsSecret,
    )
    expect(Object.keys(described.responses)).toContain('200')
    for (const [code, { status }] of Object.entries(meta.problems ?? {}))
      expect(described.responses[status]?.description).toContain(`\`${code}\``)
    expect('401' in described.responses).toBe(
      meta.permission !== 'anyone' || Object.values(meta.problems ?? {}).some((one) => one.status === 401),
    )
  },
)

test('is OpenAPI 3.1, and every reference leads to something', () => {
  expect(document.openapi).toMatch(/^3\.1\./)
  for (const [, path] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g))
    expect(path?.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document)).toBeDefined()
})
