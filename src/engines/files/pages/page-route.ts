import type { App } from '#kernel/http/create-app.ts'
import type { HttpContext } from '#kernel/http/read-call.ts'
import { shownPolicy } from '#kernel/http/security-headers.ts'
import type { Call } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { filesProblems } from '../contract.ts'
import { fewAtATime } from '../few-at-a-time.ts'
import type { FileRoutesParts } from '../file-routes.ts'
import { idIn } from '../id-in-path.ts'
import { getReadable } from '../readable-file.ts'
import { canDraw, drawPage } from './draw-page.ts'

/** So many are drawn at once in a process; the machine serves people meanwhile. */
const width = 2

/**
 * `GET /files/:id/pages/:page` is a small picture of one page of a PDF, for whoever may read the file. Where nothing draws pages, or this one
 * cannot be drawn, it is 415 `noPreview`: screens show its number then.
 */
export function pageRoute(app: App, readCall: (c: HttpContext) => Promise<Call>, parts: FileRoutesParts): void {
  const inTurn = fewAtATime(width)
  app.get('/files/:id/pages/:page', async (c) => {
    const call = await readCall(c)
    const file = await getReadable(parts, call, idIn(c), 'files.drawPage')
    const page = Number(/^[1-9]\d{0,4}$/.exec(c.req.param('page'))?.[0] ?? fail('notFound'))
    if (page > (file.pages ?? 0)) return fail('notFound')
    if (file.mediaType !== 'application/pdf' || !(await canDraw())) throw noPicture()
    const picture = await inTurn(call.actor.account, () => drawPage(parts.store, file.sha256, page)).catch(
      (error: unknown) => {
        if (error instanceof Problem) throw error
        parts.log.info({ err: error, file: file.id, page }, 'a page could not be drawn')
        throw noPicture()
      },
    )
    return new Response(picture, {
      headers: {
        'Content-Type': 'image/jpeg',
        'Content-Length': String(picture.length),
        'Content-Security-Policy': shownPolicy(`object-src 'none'`, `img-src 'self'`, 'sandbox'),
        'X-Content-Type-Options': 'nosniff',
        // A page does not change; arranging moves it about, which must not draw it anew.
        'Cache-Control': 'private, max-age=600',
      },
    })
  })
}

const noPicture = () => new Problem('noPreview', filesProblems.noPreview)
