import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { renderToPipeableStream } from 'react-dom/server'
import { ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router'
import { pageContext } from '#kernel/http/page-context.ts'

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
  const { nonce } = loadContext.get(pageContext)
  return new Promise((respond, refuse) => {
    let failed = false
    const timer = setTimeout(() => stream.abort(new Error('rendering took too long')), longestMs)
    const body = new PassThrough({
      final(done) {
        clearTimeout(timer)
        done()
      },
    })
    const stream = renderToPipeableStream(<ServerRouter context={routerContext} url={request.url} nonce={nonce} />, {
      nonce,
      progressiveChunkSize: Number.MAX_SAFE_INTEGER,
      onAllReady() {
        headers.set('Content-Type', 'text/html; charset=utf-8')
        respond(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }))
        stream.pipe(body)
      },
      onShellError: refuse,
      onError(error) {
        failed = true
        console.error(error)
      },
    })
  })
}
