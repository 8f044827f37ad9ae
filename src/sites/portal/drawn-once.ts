import { hash } from 'node:crypto'
import type { LoaderFunctionArgs, MiddlewareFunction } from 'react-router'
import { drawnPage, pageContext } from '#kernel/http/page-context.ts'
import { squeeze, textAnswer } from '#kernel/http/text-answer.ts'
import { pageOf } from '../client.ts'

interface Drawn {
  readonly html: string
  readonly squeezed: Uint8Array<ArrayBuffer>
}

/** The newest of them fit a few megabytes. */
const mostKept = 300

const drawn = new Map<string, Drawn>()

/**
 * For pages that look the same to every stranger: what they show is read from the database for each, and the page drawn before
 * from the very same data is sent again. For whoever is signed in, whose forms are theirs alone, it is drawn anew. Drawing is by far the dearest part. The loader must answer everything that the page shows.
 */
export const drawnOnce = (loader: (args: LoaderFunctionArgs) => Promise<unknown>): MiddlewareFunction<Response>[] => [
  async (args, next) => {
    const { call, hindrance } = args.context.get(pageContext)
    // What keeps the page from being drawn is told in its own frame, by its loader.
    if (call.actor.kind !== 'nobody' || hindrance !== undefined) return next()
    // What the loader refuses, it refuses again where the error gets its page.
    const data = await loader(args).catch(() => undefined)
    if (data === undefined) return next()
    const key = keyOf(args, data)
    const known = drawn.get(key)
    if (known !== undefined) {
      args.context.get(drawnPage).html = known.html
      return answerWith(args.request, known)
    }
    const response = await next()
    const { html } = args.context.get(drawnPage)
    if (html !== undefined && response.status === 200) remember(key, html)
    return response
  },
]

const answerWith = (request: Request, { html, squeezed }: Drawn): Response =>
  textAnswer(request, html, 200, new Headers({ 'Content-Type': 'text/html; charset=utf-8' }), () => squeezed)

/** The frame around it shows the language. */
function keyOf(args: LoaderFunctionArgs, data: unknown): string {
  const { language } = pageOf(args)
  return hash('sha256', JSON.stringify([args.request.url, language, data]), 'base64')
}

function remember(key: string, html: string) {
  if (drawn.size >= mostKept) drawn.delete(drawn.keys().next().value as string)
  drawn.set(key, { html, squeezed: squeeze(html) })
}
