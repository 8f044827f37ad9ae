import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { AnyContractProcedure } from '@orpc/contract'
import { problems, type ProblemKind } from '#values/errors.ts'
import type { OperationMeta } from '#values/operation.ts'
import { wordsOfLimit, type Limit } from '#values/quota.ts'
import type { StreamOperation } from '#values/stream-operation.ts'
import { reusedKey } from '../operations/idempotency.ts'
import { metaOf } from '../operations/run-operation.ts'
import { sessionCookie } from './authenticate.ts'
import { describeStream } from './describe-stream.ts'
import { httpProblems } from './http-problems.ts'
import { createSharedRefusals, limitHeaders, sharedHeaders } from './shared-refusals.ts'

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

/**
 * The OpenAPI 3.1 document of all operations and of the routes that stream, each with who may call it, how often, what it refuses and
 * whether it may be repeated.
 */
export async function describeApi(
  contracts: Contracts,
  streams: readonly StreamOperation[],
  publicUrl: string,
  version: string,
): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const refusals = createSharedRefusals()
  const document = await generator.generate(contracts, {
    info: { title: 'Liên Thông', version, description: 'Các thao tác của nền tảng. Operations of the platform.' },
    servers: [{ url: publicUrl }],
    components: {
      schemas: { Problem: problemSchema as never },
      headers: sharedHeaders as never,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie(publicUrl) },
      },
    },
  })
  const paths: Record<string, Record<string, Described>> = {}
  for (const [path, described] of Object.entries(document.paths ?? {})) paths[`/api${path}`] = described as never
  for (const operation of Object.values(contracts).flatMap((engine) => Object.values(engine))) {
    const { path = '/', method = 'GET' } = operation['~orpc'].route
    const described = paths[`/api${path}`]?.[method.toLowerCase()]
    if (described) Object.assign(described, rulesOf(metaOf(operation), described, refusals.of))
  }
  for (const stream of streams) {
    const { method, path, title, permission, limits, problems: own } = stream
    const { responses, ...described } = describeStream(stream)
    paths[path] ??= {}
    paths[path][method.toLowerCase()] = {
      summary: `${title.vi} · ${title.en}`,
      ...callersOf(permission, limits),
      ...described,
      responses: { ...responses, ...refusals.of({ ...own, ...anyRefusals(!reading.has(method)) }) },
    }
  }
  return { ...document, paths, components: { ...document.components, responses: refusals.responses } }
}

/** What OpenAPI says of an operation. */
interface Described {
  readonly [said: string]: unknown
  readonly parameters?: object[]
  readonly responses?: Readonly<Record<string, { readonly content?: object }>>
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What the shapes of an operation do not say. */
function rulesOf(
  meta: OperationMeta,
  { parameters = [], responses = {} }: Described,
  refusalsOf: (kinds: Readonly<Record<string, ProblemKind>>) => object,
) {
  const answered = {
    ...responses['200'],
    ...outputType(meta, responses['200']),
    ...(meta.limits ? { headers: limitHeaders } : {}),
  }
  return {
    ...callersOf(meta.permission, meta.limits),
    parameters: meta.kind === 'write' && !meta.holdsSecret ? [...parameters, idempotencyKey] : parameters,
    responses: { ...responses, 200: answered, ...refusalsOf(refusalKinds(meta)) },
  }
}

/** The content of an answer whose shape says too little: a file, or anything that is JSON. */
function outputType({ answersFile }: OperationMeta, answered: { readonly content?: object } = {}): object | undefined {
  if (answersFile !== undefined) return { content: { [answersFile]: { schema: { type: 'string', format: 'binary' } } } }
  return Object.keys(answered.content ?? {}).length > 0
    ? undefined
    : { content: { 'application/json': { schema: {} } } }
}

/** Who may call, and how often. */
const callersOf = (permission: string, limits?: OperationMeta['limits']) => ({
  description: [
    `Ai được gọi: \`${permission}\`. Who may call: \`${permission}\`.`,
    ...Object.entries(limits ?? {}).map(limitWords),
  ].join(' '),
  'x-permission': permission,
  ...(limits ? { 'x-rate-limits': limits } : {}),
  security: permission === 'anyone' ? [] : [{ token: [] }, { session: [] }],
})

const limitWords = ([name, limit]: [string, Limit]): string => {
  const { vi, en } = wordsOfLimit(limit)
  return `Giới hạn \`${name}\`: ${vi}. Limit \`${name}\`: ${en}.`
}

/** What may happen to any request. */
const anyRefusals = (isWrite: boolean): Record<string, ProblemKind> => ({
  ...(isWrite ? { foreignOrigin: httpProblems.foreignOrigin } : {}),
  unknownHost: httpProblems.unknownHost,
  busy: problems.busy,
  internal: problems.internal,
})

function refusalKinds(meta: OperationMeta): Record<string, ProblemKind> {
  const {
    notSignedIn,
    forbidden,
    mustChangePassword,
    mustAddFactor,
    stepUpNeeded,
    factorNeeded,
    notFound,
    invalidInput,
    conflict,
  } = problems
  const { malformedJson, tooLarge, wrongMediaType } = httpProblems
  const isWrite = meta.kind === 'write'
  return {
    ...anyRefusals(isWrite),
    ...(meta.permission === 'anyone' ? {} : { notSignedIn, forbidden, mustChangePassword, mustAddFactor }),
    ...(meta.stepUp === undefined ? {} : { stepUpNeeded }),
    ...(meta.stepUp === 'factor' ? { factorNeeded } : {}),
    notFound,
    invalidInput,
    conflict,
    ...(isWrite ? { malformedJson, tooLarge, wrongMediaType } : {}),
    // What is read of a person is written into the trail.
    ...(isWrite || meta.readsPersonalData ? { storageFull: problems.storageFull } : {}),
    ...(isWrite && !meta.holdsSecret ? { idempotencyKeyReused: reusedKey } : {}),
    ...meta.problems,
  }
}
