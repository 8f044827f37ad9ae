import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import { ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router'
import { pageContext } from '#kernel/http/page-context.ts'
import { drawOnce, type DrawnPage } from '#kernel/http/page-memory.ts'
import { textAnswer } from '#kernel/http/text-answer.ts'

const longestMs = 10_000

/**
 * Renders a page whole before the first byte: pages without scripts must not wait for one to reveal them, and an error still
 * gets its own status.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> {
  const { nonce } = loadContext.get(pageContext)
  const draw = () =>
    new Promise<DrawnPage>((drawn, refuse) => {
      let failed = false
      const timer = setTimeout(() => stream.abort(new Error('rendering took too long')), longestMs)
      const stream = renderToPipeableStream(<ServerRouter context={routerContext} url={request.url} nonce={nonce} />, {
        nonce,
        progressiveChunkSize: Number.MAX_SAFE_INTEGER,
        onAllReady() {
          clearTimeout(timer)
          stream.pipe(collect((html) => drawn({ html, failed })))
        },
        onShellError: refuse,
        onError(error) {
          failed = true
          console.error(error)
        },
      })
    })
  const { html, failed, squeezed } = await drawOnce(routerContext, request.url, draw)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return textAnswer(request, html, failed ? 500 : status, headers, squeezed)
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
