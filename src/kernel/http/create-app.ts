import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { HttpBindings } from '@hono/node-server'
import { Problem, problems } from '#values/errors.ts'
import type { Admission } from '../admission/admission.ts'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { allowedMethods } from './allowed-methods.ts'
import type { Api } from './api.ts'
import type { Authenticate } from './authenticate.ts'
import { formsOf } from './browser-forms.ts'
import { healthRoutes } from './health.ts'
import type { ReadCall } from './pages.ts'
import { languageOf } from './language.ts'
import { httpProblems } from './http-problems.ts'
import { limitBody } from './limit-body.ts'
import { answerError, problemResponse } from './problem-response.ts'
import { noteAnswers } from './note-answer.ts'
import { newRequestId, readCall, type HttpContext } from './read-call.ts'
import { refuseForeignWrites } from './refuse-foreign-writes.ts'
import { refuseUnknownHosts } from './refuse-unknown-hosts.ts'
import { isSecure, securityHeaders } from './security-headers.ts'
import { textAnswer } from './text-answer.ts'
import { wrongMethod } from './wrong-method.ts'

export type App = Hono<{ Bindings: HttpBindings; Variables: { requestId: string } }>

/** Routes that an engine serves itself because they stream (uploads, downloads). */
export type StreamRoutes = (
  app: App,
  readCall: (c: HttpContext) => ReturnType<typeof readCallOf>,
  isOwnForm: IsOwnForm,
) => void

/** Whether a posted form with this token was drawn for the browser that sends it. */
export type IsOwnForm = (c: HttpContext, token: string | undefined) => boolean

const readCallOf = readCall

export interface AppParts {
  readonly config: Config
  readonly log: Log
  readonly metrics: Metrics
  readonly api: Api
  readonly openApi: () => Promise<object>
  readonly authenticate: Authenticate
  /** Lets requests in, or turns them away. */
  readonly admission: Admission
  readonly check: () => Promise<string[]>
  readonly streams: readonly StreamRoutes[]
  /** Renders pages; absent in tests of operations. */
  readonly pages?: ((c: HttpContext, readCall: ReadCall) => Promise<Response>) | undefined
  /** Folder of built browser files. */
  readonly assets?: string | undefined
}

const mebibyte = 1024 * 1024

/** The whole HTTP surface as one function from request to response; runs in tests without a port. */
export function createApp(parts: AppParts): App {
  const { config, log, metrics } = parts
  const app: App = new Hono()
  const noteAnswer = noteAnswers(log, metrics)
  const known = parts.admission.learning(parts.authenticate)
  const call = (c: HttpContext, authenticate = known) =>
    readCall({ authenticate, publicUrl: config.publicUrl, trustedProxies: config.trustedProxies }, c)

  app.use(async (c, next) => {
    const started = performance.now()
    const requestId = newRequestId()
    c.set('requestId', requestId)
    await next()
    c.res.headers.set('X-Request-Id', requestId)
    noteAnswer({ requestId, method: c.req.method, path: c.req.path, status: c.res.status, started })
  })
  app.use(securityHeaders(isSecure(config.publicUrl)))
  app.route('/', healthRoutes(parts.check))
  app.use(refuseUnknownHosts(config))
  app.use(refuseForeignWrites(config.publicUrl))
  if (parts.assets) {
    app.use('/assets/*', async (c, next) => {
      await next()
      if (c.res.status === 200) c.res.headers.set('Cache-Control', 'public, max-age=31536000, immutable')
    })
    app.use('/assets/*', serveStatic({ root: parts.assets, precompressed: true }))
  }
  const isOwnForm: IsOwnForm = (c, token) => formsOf(c.req.raw.headers, config.publicUrl).areOwn(token)
  const usualLimit = limitBody(2 * mebibyte, tooLarge)
  // Uploads have limits of their own.
  app.use((c, next) => (parts.admission.isUpload(c.req.method, c.req.path) ? next() : usualLimit(c, next)))
  app.use(parts.admission.middleware)
  for (const stream of parts.streams) stream(app, call, isOwnForm)
  app.get('/api/openapi.json', async (c) =>
    textAnswer(
      c.req.raw,
      JSON.stringify(await parts.openApi()),
      200,
      new Headers({ 'Content-Type': 'application/json' }),
    ),
  )
  const methodsOf = allowedMethods(parts.api.contract)
  // Before anything that was sent is looked at: by this method it could not be sent.
  const refusedMethod = (c: HttpContext) => {
    const methods = c.req.path === '/api/openapi.json' ? ['GET', 'HEAD'] : methodsOf(c.req.path)
    return methods.length === 0 || methods.includes(c.req.method) ? undefined : wrongMethod(c, methods)
  }
  app.all('/api/*', async (c) => refusedMethod(c) ?? (await parts.api.handle(c.req.raw, await call(c))) ?? notFound(c))
  // What pages stream: the data of a hydrated one.
  app.use(compress())
  app.all('*', async (c) => (parts.pages ? parts.pages(c, (authenticate) => call(c, authenticate)) : notFound(c)))
  app.onError((error, c) => answerError(log, error, c as HttpContext))
  return app
}

const answerWith = (c: HttpContext, problem: Problem) =>
  problemResponse(problem, c.get('requestId'), languageOf(c.req.raw))

const notFound = (c: HttpContext) => answerWith(c, new Problem('notFound', problems.notFound))

const tooLarge = (c: HttpContext) => answerWith(c, new Problem('tooLarge', httpProblems.tooLarge))
