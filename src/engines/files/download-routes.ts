import type { App } from '#kernel/http/create-app.ts'
import { contentDisposition } from '#kernel/http/content-disposition.ts'
import type { HttpContext } from '#kernel/http/read-call.ts'
import { pdfPolicy, shownPolicy } from '#kernel/http/security-headers.ts'
import type { Call } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { filesProblems } from './contract.ts'
import { downloadHeaders } from './download-headers.ts'
import type { FileRow } from './file.ts'
import type { FileRoutesParts } from './file-routes.ts'
import { idIn } from './id-in-path.ts'
import { getReadable, type Reading } from './readable-file.ts'
import { sendFile } from './send-file.ts'

const picturePolicy = shownPolicy(`object-src 'none'`, `img-src 'self'`, 'sandbox')

/** `/files/:id` gives a file back, `/files/:id/preview` shows images and PDF, to whom `getReadable` admits. */
export function downloadRoutes(app: App, readCall: (c: HttpContext) => Promise<Call>, parts: FileRoutesParts): void {
  const { store } = parts

  const readable = async (c: HttpContext, reading: Reading): Promise<FileRow> => {
    const call = await readCall(c)
    return getReadable(parts, call, idIn(c), reading)
  }

  app.get('/files/:id', async (c) => {
    const file = await readable(c, 'files.downloadFile')
    return sendFile(c.req.raw, store, file, { headers: downloadHeaders(file.name), mayBePart: true })
  })

  app.get('/files/:id/preview', async (c) => {
    const file = await readable(c, 'files.previewFile')
    const isPicture = file.mediaType.startsWith('image/')
    if (!isPicture && file.mediaType !== 'application/pdf') throw new Problem('noPreview', filesProblems.noPreview)
    const policy = isPicture ? picturePolicy : pdfPolicy
    const headers = {
      'Content-Disposition': contentDisposition('inline', file.name),
      'Content-Security-Policy': policy,
    }
    // In one piece: viewers that ask for many parts would write as many lines into the trail.
    return sendFile(c.req.raw, store, file, { headers, mayBePart: false })
  })
}
