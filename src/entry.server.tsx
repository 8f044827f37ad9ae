import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import {
  isRouteErrorResponse,
  ServerRouter,
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
} from 'react-router'
import { drawnPage, pageContext } from '#kernel/http/page-context.ts'
import { textAnswer } from '#kernel/http/text-answer.ts'

const longestMs = 10_000

/**
 * Renders a page whole before the first byte: pages without scripts must not wait for one to reveal them, and an error still
 * gets its own status.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> {
  const { nonce, fail } = loadContext.get(pageContext)
  return new Promise((respond, refuse) => {
    let failed = false
    const timer = setTimeout(() => stream.abort(new Error('rendering took too long')), longestMs)
    const answer = (html: string) => {
      headers.set('Content-Type', 'text/html; charset=utf-8')
      if (!failed) loadContext.get(drawnPage).html = html
      respond(textAnswer(request, html, failed ? 500 : (refusalOf(routerContext) ?? status), headers))
    }
    const stream = renderToPipeableStream(<ServerRouter context={routerContext} url={request.url} nonce={nonce} />, {
      nonce,
      progressiveChunkSize: Number.MAX_SAFE_INTEGER,
      onAllReady() {
        clearTimeout(timer)
        stream.pipe(collect(answer))
      },
      onShellError: refuse,
      onError(error) {
        failed = true
        fail(error)
      },
    })
  })
}

/** The status of the error that is shown: of a form that was refused and whose page then could not be drawn, the framework says the form's. */
const refusalOf = ({ staticHandlerContext: { errors } }: EntryContext): number | undefined =>
  Object.values(errors ?? {}).find((error) => isRouteErrorResponse(error))?.status

/** What was not found or is not theirs is an answer, not a fault of ours. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) context.get(pageContext).fail(error)
}

/** Takes what is written to it and gives it as one text at the end. */
function collect(done: (text: string) => void): Writable {
  const pieces: Buffer[] = []
  return new Writable({
    write(piece: Buffer, _encoding, next) {
      pieces.push(piece)
      next()
    },
    final(next) {
      done(Buffer.concat(pieces).toString('utf8'))
      next()
    },
  })
}
