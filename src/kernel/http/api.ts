import { createHash } from 'node:crypto'
import { StandardOpenAPIHandler } from '@orpc/openapi/standard'
import { createRouterClient, implement, ORPCError, type AnyRouter, type RouterClient } from '@orpc/server'
import type { Allowance } from '#values/brake.ts'
import { Problem, problems } from '#values/errors.ts'
import type { Language } from '#values/words.ts'
import type { Call } from '../operations/context.ts'
import type { Engine } from '../operations/engine.ts'
import { metaOf, runOperation, type AnyHandler, type RunnerParts } from '../operations/run-operation.ts'
import type { Contracts } from './describe-api.ts'
import { contentDisposition } from './content-disposition.ts'
import { tellLanguage } from './language.ts'
import { readJsonBody } from './json-body.ts'
import { problemBody, problemType } from './problem-response.ts'
import { tellAllowance } from './tell-allowance.ts'
import { textAnswer } from './text-answer.ts'

/** What comes back of a call for the headers of its answer. */
interface Told {
  replayed: boolean
  retryAfterSeconds?: number | undefined
  cachedSeconds?: number | undefined
  readonly allowances: Map<string, Allowance>
}

/** What one call carries through oRPC; only over HTTP is anything told. */
export interface ApiContext {
  readonly call: Call
  readonly told?: Told
}

export interface Api {
  readonly router: AnyRouter
  readonly contract: Contracts
  /** Answers a request below `/api`, or undefined when no operation has that route. */
  handle(request: Request, call: Call): Promise<Response | undefined>
  /** The same operations in this process, for pages rendered on the server. */
  client(call: Call): RouterClient<AnyRouter>
}

/** Puts the operations of all engines behind HTTP and the in-process client: the same runner for both. */
export function createApi(parts: RunnerParts, engines: readonly Engine[]): Api {
  const contract: Record<string, Contracts[string]> = {}
  const router: Record<string, AnyRouter> = {}
  for (const engine of engines) {
    contract[engine.name] = engine.contract
    router[engine.name] = implementEngine(parts, engine)
  }
  const handler = new StandardOpenAPIHandler(router as AnyRouter, {
    customErrorResponseBodyEncoder: (error) => (error.data as { body?: unknown } | undefined)?.body ?? error.toJSON(),
  })
  return {
    router,
    contract,
    async handle(request, call) {
      const told: Told = { replayed: false, allowances: new Map() }
      const body = await readJsonBody(request)
      const { matched, response } = await handler.handle(
        // Headers and the signal of the request are ours to look at (`readCall`), not an operation's.
        {
          // What may be read may be asked for its head; the server leaves the body out.
          method: request.method === 'HEAD' ? 'GET' : request.method,
          url: new URL(request.url),
          headers: {},
          signal: undefined,
          body: () => Promise.resolve(body),
        },
        { prefix: '/api', context: { call: telling(call, told), told } },
      )
      if (!matched) return undefined
      if (response.body instanceof Blob) return fileAnswer(response.body, call.language, told)
      const headers = new Headers({ 'Content-Type': response.status >= 400 ? problemType : 'application/json' })
      tellLanguage(headers, call.language)
      tellLimits(headers, told)
      if (told.cachedSeconds !== undefined) headers.set('Cache-Control', `public, max-age=${told.cachedSeconds}`)
      if (told.replayed) headers.set('Idempotency-Replayed', 'true')
      return textAnswer(request, JSON.stringify(response.body ?? null), response.status, headers)
    },
    client: (call) => createRouterClient(router as AnyRouter, { context: { call } }),
  }
}

/** A file that an operation made: shown by whoever can, under its name. */
function fileAnswer(file: Blob, language: Language, told: Told): Response {
  const headers = new Headers({
    'Content-Type': file.type,
    'Content-Length': String(file.size),
    'Content-Disposition': contentDisposition('inline', file instanceof File ? file.name : 'tep'),
  })
  tellLimits(headers, told)
  if (told.cachedSeconds !== undefined) {
    tellLanguage(headers, language)
    headers.set('Cache-Control', `public, max-age=${told.cachedSeconds}`)
  }
  return new Response(file, { headers })
}

function implementEngine(parts: RunnerParts, engine: Engine): AnyRouter {
  const made: Record<string, AnyRouter> = {}
  // The runner parses input and output itself, inside the transaction; oRPC would do it again.
  const off = { initialInputValidationIndex: Number.NaN, initialOutputValidationIndex: Number.NaN }
  for (const [name, operation] of Object.entries(engine.contract)) {
    const full = `${engine.name}.${name}`
    made[name] = implement(operation)
      .$config(off)
      .$context<ApiContext>()
      .handler(async ({ context: { call, told }, input }: { context: ApiContext; input: unknown }) => {
        try {
          const answer = await runOperation(
            parts,
            full,
            operation,
            engine.handlers[name] as AnyHandler,
            told ? call : withOwnKey(call, input),
            input,
          )
          if (told) {
            told.replayed = answer.replayed
            told.cachedSeconds = metaOf(operation).cachedSeconds
          }
          return answer.value
        } catch (error) {
          if (!(error instanceof Problem)) {
            parts.log.error({ err: error, operation: full, requestId: call.requestId }, 'operation failed')
          }
          throw told ? asHttpError(error, call, told) : error
        }
      }) as AnyRouter
  }
  return made
}

const telling = (call: Call, told: Told): Call => ({
  ...call,
  onAllowance: (limit, left) => void told.allowances.set(limit, left),
})

/** When to come again, and of the limits that count the one with the least left. */
function tellLimits(headers: Headers, { retryAfterSeconds, allowances }: Told): void {
  if (retryAfterSeconds !== undefined) headers.set('Retry-After', String(retryAfterSeconds))
  const [least] = [...allowances.values()].toSorted(
    (one, other) => one.remaining - other.remaining || other.resetSeconds - one.resetSeconds,
  )
  if (least !== undefined) tellAllowance(headers, least)
}

/** A page's form does several things under one key: each of them, and each change of what was typed, is a request of its own. */
function withOwnKey(call: Call, input: unknown): Call {
  if (call.idempotencyKey === undefined) return call
  const digest = createHash('sha256')
    .update(JSON.stringify(input ?? null))
    .digest('base64url')
  return { ...call, idempotencyKey: `${call.idempotencyKey}.${digest}` }
}

function asHttpError(error: unknown, call: Call, told: Told): ORPCError<string, unknown> {
  const problem = error instanceof Problem ? error : new Problem('internal', problems.internal)
  told.retryAfterSeconds = problem.retryAfterSeconds
  return new ORPCError(problem.code, {
    status: problem.status,
    data: { body: problemBody(problem, call.requestId, call.language) },
  })
}
