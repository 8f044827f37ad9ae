import { randomBytes } from 'node:crypto'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { Problem, problems } from '#values/errors.ts'
import { loggable, type Log } from '../log.ts'
import { nobody } from '../operations/actor.ts'
import type { Call } from '../operations/context.ts'
import { asProblem } from '../operations/database-problem.ts'
import type { Api } from './api.ts'
import type { Authenticate } from './authenticate.ts'
import { formsOf } from './browser-forms.ts'
import { buildByPath } from './build-by-path.ts'
import { httpProblems } from './http-problems.ts'
import type { KeptPages } from './kept-pages.ts'
import { drawnPage, pageContext } from './page-context.ts'
import { readableByPages, readHiddenFields } from './posted-form.ts'
import { problemResponse } from './problem-response.ts'
import type { HttpContext } from './read-call.ts'
import { responseOf } from './ready-answer.ts'
import { pagePolicy } from './security-headers.ts'
import { tellFailures, type ToldFailure } from './told-failure.ts'

/** So long a public page may be given out again before it is drawn anew. HAProxy keeps nothing that says `max-age=0`; browsers ask without it, too. */
const secondsAtEdge = 5

/** Reads who calls; another way to find that out may be given. */
export type ReadCall = (authenticate?: Authenticate) => Promise<Call>

export interface PagesParts {
  readonly api: Api
  readonly publicUrl: string
  readonly log: Log
  /** Copies of what is the same for everyone. */
  readonly kept: KeptPages
  /** Whether what stands at a path is public, and may be kept. */
  readonly isPublic: (path: string) => boolean
}

/** Renders pages of the built web shell; forms post back to the page they stand on. */
export function createPages(build: ServerBuild, { api, publicUrl, log, kept, isPublic }: PagesParts) {
  const handle = handleByPath(tellFailures(build))
  return async (c: HttpContext, readCall: ReadCall): Promise<Response> => {
    const nonce = randomBytes(16).toString('base64')
    const request = await readableByPages(ownRequest(c.req.raw, publicUrl))
    const forms = formsOf(request.headers, publicUrl)
    const posted = await readHiddenFields(request)
    const isForeign = posted !== undefined && !forms.areOwn(posted.token)
    const { call, hindrance } = isForeign ? await foreignCaller(readCall) : await readCaller(readCall)
    const context = new RouterContextProvider()
    const drawn: { html?: string } = {}
    context.set(drawnPage, drawn)
    let holdsForm = false
    context.set(pageContext, {
      call,
      hindrance,
      nonce,
      language: call.language,
      publicUrl,
      scriptsOf: (route) => scriptsOf(build, route),
      formToken: () => {
        holdsForm = true
        return forms.token()
      },
      client: api.client({ ...call, idempotencyKey: posted?.key }),
      fail: (error) => log.error({ err: error, requestId: call.requestId, path: loggable(c.req.path) }, 'page failed'),
    })
    const answer = await handle(request, context)
    if (answer.status === problems.busy.status && isPublic(c.req.path)) {
      const copy = kept.find(request, 'away')
      if (copy !== undefined) return responseOf(copy)
    }
    // As a stranger sees it, and nothing in it that is one browser's own.
    const isForAll = call.actor.kind === 'nobody' && hindrance === undefined && !holdsForm && posted === undefined
    if (
      isForAll &&
      answer.status === 200 &&
      drawn.html !== undefined &&
      isPublic(c.req.path) &&
      // A script would need the nonce of its own answer.
      !drawn.html.includes('<script')
    ) {
      kept.keep(request, call.language, drawn.html)
      // The edge knows a page by its address alone: it may keep only what is drawn for one who says nothing of themselves.
      if (!request.headers.has('cookie') && !request.headers.has('x-language'))
        answer.headers.set('Cache-Control', `public, s-maxage=${secondsAtEdge}, must-revalidate`)
    }
    const given = forms.cookie()
    if (given !== undefined) answer.headers.append('Set-Cookie', given)
    // A resource route, a framed PDF say, may bring its own.
    if (!answer.headers.has('Content-Security-Policy')) answer.headers.set('Content-Security-Policy', pagePolicy(nonce))
    // What is busy is so for seconds.
    if (answer.status === problems.busy.status) answer.headers.set('Retry-After', '2')
    return answer.status >= 400 && !isDrawn(answer) ? asProblemAnswer(answer, call) : answer
  }
}

type Handle = ReturnType<typeof createRequestHandler>

/** A handler for each part of the build, made when the first path of it is asked for. */
function handleByPath(build: ServerBuild): Handle {
  const partOf = buildByPath(build)
  const handlers = new Map<ServerBuild, Handle>()
  return (request, context) => {
    const part = partOf(new URL(request.url).pathname)
    const known = handlers.get(part)
    if (known !== undefined) return known(request, context)
    const handle = createRequestHandler(part, 'production')
    handlers.set(part, handle)
    return handle(request, context)
  }
}

/** When nobody can be recognised because the database is away, the page says so in its own frame. */
async function readCaller(readCall: ReadCall): Promise<{ call: Call; hindrance?: Problem }> {
  try {
    return { call: await readCall() }
  } catch (error) {
    const hindrance = asProblem(error)
    if (hindrance === undefined) throw error
    return { call: await asNobody(readCall), hindrance }
  }
}

const asNobody = (readCall: ReadCall): Promise<Call> => readCall(() => Promise.resolve(nobody))

/** Whoever's cookies come with a form that was not drawn for this browser: it is nobody's. */
const foreignCaller = async (readCall: ReadCall) => ({
  call: await asNobody(readCall),
  hindrance: new Problem('foreignForm', httpProblems.foreignForm),
})

/** A page, or the data of a hydrated one. */
const isDrawn = (answer: Response): boolean => /^text\/(html|x-script)/.test(answer.headers.get('content-type') ?? '')

/** A route without a page fails as operations do. */
async function asProblemAnswer(answer: Response, call: Call): Promise<Response> {
  const told = (await answer.json().catch(() => undefined)) as Partial<ToldFailure> | undefined
  const { code = 'internal', words = problems.internal.message, places = [] } = told ?? {}
  return problemResponse(
    new Problem(code, { status: answer.status, message: words }, { places }),
    call.requestId,
    call.language,
  )
}

/**
 * Behind TLS termination the request's own URL says `http:`; React Router compares it with `Origin` and would refuse every
 * form. The scheme and host of the public address are put back when the proxy passed the host on.
 */
function ownRequest(request: Request, publicUrl: string): Request {
  const url = new URL(request.url)
  const own = new URL(publicUrl)
  if (url.host !== own.host || url.protocol === own.protocol) return request
  url.protocol = own.protocol
  return new Request(url, request)
}

function scriptsOf({ assets }: ServerBuild, id: string): readonly string[] {
  const route = assets.routes[id]
  if (route === undefined) throw new Error(`there is no route ${id}`)
  return [route.module, ...(route.imports ?? [])]
}
