import { Readable } from 'node:stream'
import type { App } from '#kernel/http/create-app.ts'
import { contentDisposition } from '#kernel/http/content-disposition.ts'
import type { HttpContext } from '#kernel/http/read-call.ts'
import { pdfPolicy, shownPolicy } from '#kernel/http/security-headers.ts'
import type { Call } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { readRange } from './byte-range.ts'
import { filesProblems } from './contract.ts'
import { downloadHeaders } from './download-headers.ts'
import type { FileRow } from './file.ts'
import type { FileRoutesParts } from './file-routes.ts'
import { idIn } from './id-in-path.ts'
import { getReadable, type Reading } from './readable-file.ts'

const picturePolicy = shownPolicy(`object-src 'none'`, `img-src 'self'`, 'sandbox')

/** `/files/:id` gives a file back, `/files/:id/preview` shows images and PDF, to whom `getReadable` admits. */
export function downloadRoutes(app: App, readCall: (c: HttpContext) => Promise<Call>, parts: FileRoutesParts): void {
  const { store } = parts

  const readable = async (c: HttpContext, reading: Reading): Promise<FileRow> => {
    const call = await readCall(c)
    return getReadable(parts, call, idIn(c), reading)
  }

  const send = async (
    c: HttpContext,
    file: FileRow,
    headers: Record<string, string>,
    mayBePart: boolean,
  ): Promise<Response> => {
    const etag = `"${file.sha256}"`
    const common = {
      ...headers,
      ETag: etag,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Accept-Ranges': mayBePart ? 'bytes' : 'none',
    }
    if (matches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers: common })
    const isSame = [undefined, etag].includes(c.req.header('if-range'))
    const range = mayBePart && isSame ? readRange(c.req.header('range'), file.size) : undefined
    if (range === 'none')
      return new Response(null, { status: 416, headers: { ...common, 'Content-Range': `bytes */${file.size}` } })
    const length = range ? range.end - range.start + 1 : file.size
    const all: Record<string, string> = { ...common, 'Content-Type': file.mediaType, 'Content-Length': String(length) }
    if (range) all['Content-Range'] = `bytes ${range.start}-${range.end}/${file.size}`
    // Hono answers HEAD by this route and drops the body: then it must not be opened.
    const body = c.req.raw.method === 'HEAD' ? null : Readable.toWeb(await store.open(file.sha256, range))
    return new Response(body as ReadableStream | null, { status: range ? 206 : 200, headers: all })
  }

  app.get('/files/:id', async (c) => {
    const file = await readable(c, 'files.downloadFile')
    return send(c, file, downloadHeaders(file.name), true)
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
    return send(c, file, headers, false)
  })
}

const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()))
