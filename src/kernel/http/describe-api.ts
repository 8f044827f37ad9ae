import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { AnyContractProcedure } from '@orpc/contract'
import { problems, type ProblemKind } from '#values/errors.ts'
import type { OperationMeta } from '#values/operation.ts'
import { metaOf } from '../operations/run-operation.ts'
import { sessionCookie } from './authenticate.ts'
import { problemType } from './problem-response.ts'

/** The operations of each engine by name. */
export type Contracts = Readonly<Record<string, Readonly<Record<string, AnyContractProcedure>>>>

const text = { type: 'string' } as const
const words = { type: 'object', properties: { vi: text, en: text }, required: ['vi', 'en'] } as const
const place = { type: 'object', properties: { path: text, message: words }, required: ['path', 'message'] } as const

/** The body of every refusal: RFC 9457 with words in both languages. */
const problemSchema = {
  type: 'object',
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    code: text,
    requestId: text,
    words,
    places: { type: 'array', items: place },
  },
  required: ['type', 'title', 'status', 'code', 'requestId', 'words'],
} as const

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'The same request under the same key is done once and answered the same, with `Idempotency-Replayed: true`.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,200}$' },
} as const

/** The OpenAPI 3.1 document of all operations, each with who may call it, what it refuses and whether it may be repeated. */
export async function describeApi(contracts: Contracts, publicUrl: string, version: string): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contracts, {
    info: { title: 'Liên Thông', version, description: 'Các thao tác của nền tảng. Operations of the platform.' },
    servers: [{ url: `${publicUrl}/api` }],
    components: {
      schemas: { Problem: problemSchema as never },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie(publicUrl) },
      },
    },
  })
  for (const operation of Object.values(contracts).flatMap((engine) => Object.values(engine))) {
    const { path = '/', method = 'GET' } = operation['~orpc'].route
    const described = document.paths?.[path]?.[method.toLowerCase() as 'get']
    if (described) Object.assign(described, rulesOf(metaOf(operation), described))
  }
  return document
}

/** What the shapes of an operation do not say. */
const rulesOf = (
  meta: OperationMeta,
  { parameters = [], responses = {} }: { parameters?: object[]; responses?: object },
) => ({
  description: `Ai được gọi: \`${meta.permission}\`. Who may call: \`${meta.permission}\`.`,
  'x-permission': meta.permission,
  security: meta.permission === 'anyone' ? [] : [{ token: [] }, { session: [] }],
  parameters: meta.kind === 'write' && !meta.holdsSecret ? [...parameters, idempotencyKey] : parameters,
  responses: { ...responses, ...refusalsOf(meta) },
})

function refusalsOf(meta: OperationMeta): Record<string, object> {
  const { notSignedIn, forbidden, notFound, invalidInput, conflict, busy, internal } = problems
  const kinds: Record<string, ProblemKind> = {
    ...(meta.permission === 'anyone' ? {} : { notSignedIn, forbidden }),
    notFound,
    invalidInput,
    conflict,
    busy,
    internal,
    ...meta.problems,
  }
  const byStatus = Map.groupBy(Object.entries(kinds), ([, { status }]) => String(status))
  return Object.fromEntries(
    [...byStatus].map(([status, all]) => [
      status,
      {
        description: all.map(([code, { message }]) => `\`${code}\`: ${message.en}`).join(' '),
        content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}
