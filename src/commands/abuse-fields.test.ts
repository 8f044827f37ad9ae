import { afterAll, beforeAll, expect, it } from 'vitest'
import { rawRequest } from './testing/raw-request.ts'
import { fileDossier, licenceExchange, walkTo, writeDraft } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Whatever stands in a field of an operation: it is taken or refused in words, and never a failure of ours. */

interface Schema {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

interface Described {
  readonly operationId: string
  readonly parameters?: readonly { name: string; in: 'path' | 'query'; required?: boolean; schema: Schema }[]
  readonly requestBody?: { content: { 'application/json': { schema: Schema } } }
}

const nobodys = '00000000-0000-7000-8000-000000000000'

const texts = [
  'a\u0000b',
  '\ud800',
  '\u202eabc',
  '\ufeff',
  'x'.repeat(5000),
  "'",
  '%',
  '\\',
  '../../etc/passwd',
  '\r\na: b',
]
const counts = ['-1', '1e309', 'NaN', '9'.repeat(400), '2147483648', '9007199254740993', '1.5']
const days = [
  '2026-13-45',
  '0000-00-00',
  '0001-01-01',
  '9999-12-31',
  '+275760-09-13',
  '2026-02-30',
  '2026-11-26T00:00:00Z',
]
const names = ['null', 'toString', '__proto__', nobodys, '１２３', '\u{10ffff}']
const words = [...texts, ...counts, ...days, ...names]
const values = [
  ...words,
  '',
  0,
  -1,
  1.5,
  1e308,
  2147483648,
  9.3e18,
  true,
  null,
  [],
  {},
  [null],
  Array(2000).fill('x'),
  { length: 5 },
]

/** Something that a schema takes, as short as it may be. */
function sampleOf(schema: Schema, id: string): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const either = schema.anyOf ?? schema.oneOf
  if (either) return sampleOf(either[0] as Schema, id)
  if (schema.type === 'object')
    return Object.fromEntries((schema.required ?? []).map((key) => [key, sampleOf(schema.properties?.[key] ?? {}, id)]))
  if (schema.type === 'array') return [sampleOf(schema.items ?? {}, id)]
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1)
  if (schema.format === 'date') return '2026-11-26'
  return schema.format === 'uuid' ? id : 'abcdefgh'.slice(0, Math.max(3, Math.min(8, schema.maxLength ?? 8)))
}

let test: TestPlatform
const callers: Visitor[] = []
const ids: Record<string, string> = {}
let described: [string, string, Described][]

beforeAll(async () => {
  test = await startTestPlatform()
  const citizen = await test.as('congdan')
  callers.push(citizen, await test.as('chuyenvien.gtvt'), await test.as('quantri'))
  const dossier = await fileDossier(test, citizen, licenceExchange)
  await walkTo(test, dossier.id, 'appraise')
  ids['dossiers'] = dossier.id
  ids['units'] = (await test.query<{ id: string }>(`select id from directory.unit limit 1`))[0]?.id ?? ''
  ids['drafts'] = await writeDraft(test, citizen, licenceExchange)
  const { body } = await rawRequest(test, '/api/openapi.json', undefined, { method: 'GET' })
  described = Object.entries(body.paths as Record<string, Record<string, Described>>)
    .filter(([path]) => path.startsWith('/api/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]): [string, string, Described] => [
        method.toUpperCase(),
        path.slice('/api'.length),
        one,
      ]),
    )
}, 240_000)
afterAll(() => test.stop())

const encoded = (text: string) => encodeURIComponent(text.toWellFormed())

/** The requests that put one wrong thing in one place of an operation. */
function* wrongRequests(path: string, { parameters = [], requestBody }: Described) {
  const id = ids[path.split('/')[2] ?? ''] ?? nobodys
  const at = (wrong: Record<string, string> = {}) =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encoded(wrong[name] ?? (name === 'code' ? licenceExchange : id)))
  const asked = parameters.filter((one) => one.in === 'query')
  for (const { name, in: place } of parameters)
    for (const word of words) {
      const query = asked.flatMap((one) =>
        one.name === name
          ? [`${name}=${encoded(word)}`]
          : one.required
            ? [`${one.name}=${String(sampleOf(one.schema, id))}`]
            : [],
      )
      yield { path: `${at(place === 'path' ? { [name]: word } : {})}?${query.join('&')}` }
    }
  const schema = requestBody?.content['application/json'].schema
  if (schema === undefined) return
  const sample = sampleOf(schema, id) as Record<string, unknown>
  for (const body of ['x', 1, null, []]) yield { path: at(), body }
  for (const key of new Set([...Object.keys(schema.properties ?? {}), ...Object.keys(sample)]))
    for (const value of values) yield { path: at(), body: { ...sample, [key]: value } }
}

it('whatever stands in a field of an operation, the answer is no failure of ours', { timeout: 240_000 }, async () => {
  const failed: string[] = []
  let sent = 0
  for (const [method, path, operation] of described) {
    // The tests sign in by these; guesses at them are braked, with tests of their own.
    if (/identity\.(signIn|signOut|changePassword|resetPassword|setAccountStatus)/.test(operation.operationId)) continue
    for (const who of callers) {
      // Whoever lacks the permission gets no further than the fields, which are read alike for all.
      let mayGoOn = false
      for (const { path: address, body } of wrongRequests(path, operation)) {
        const said = await rawRequest(test, `/api${address}`, who, {
          method,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
        sent++
        if (said.status >= 500)
          failed.push(`${said.status} ${operation.operationId} ${address} ${JSON.stringify(body)}`.slice(0, 300))
        if (said.status === 403 && !mayGoOn && who !== callers.at(-1)) break
        mayGoOn ||= said.status < 400
      }
    }
  }
  expect(failed).toEqual([])
  expect(sent).toBeGreaterThan(10_000)
})
