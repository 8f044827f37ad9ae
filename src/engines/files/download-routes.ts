import { Readable } from 'node:stream'
import type { Queries } from '#kernel/database/connect.ts'
import type { App } from '#kernel/http/create-app.ts'
import { contentDisposition } from '#kernel/http/content-disposition.ts'
import type { HttpContext } from '#kernel/http/read-call.ts'
import { pdfPolicy, shownPolicy } from '#kernel/http/security-headers.ts'
import { find, sql } from '#kernel/database/query.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import type { Call } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { readRange } from './byte-range.ts'
import { filesProblems } from './contract.ts'
import { downloadHeaders } from './download-headers.ts'
import type { FileRow } from './file.ts'
import type { FileRoutesParts } from './file-routes.ts'
import { idIn } from './id-in-path.ts'

/** Whether an engine lets this actor read this file, as part of what, and whose data it is (ids of persons). */
export type MayRead = (
  db: Queries,
  actor: Actor,
  fileId: string,
  now: Date,
) => Promise<{ objectType: string; objectId: string; subjects: readonly string[] } | undefined>

type Reading = 'files.downloadFile' | 'files.previewFile'

const picturePolicy = shownPolicy(`object-src 'none'`, `img-src 'self'`, 'sandbox')

/**
 * `/files/:id` gives a file back, `/files/:id/preview` shows images and PDF. For whoever sent it and whom a later engine admits;
 * nobody else learns that it exists (404). What was kept as part of something opens with that alone: who sent it at a counter may
 * have lost sight of it since. What belongs to somebody is read only after that was written into the audit trail.
 */
export function downloadRoutes(app: App, readCall: (c: HttpContext) => Promise<Call>, parts: FileRoutesParts): void {
  const { db, record, now, store, mayRead } = parts

  const getReadable = async (c: HttpContext, reading: Reading): Promise<FileRow> => {
    const call = await readCall(c)
    if (call.actor.mustAddFactor) return fail('mustAddFactor')
    const id = idIn(c)
    const file = await find(
      db,
      sql<
        FileRow & { ownerAccount: string; isKept: boolean }
      >`select id, name, size, media_type, sha256, pages, owner_account, kept_at is not null as is_kept, refusal is not null as is_blocked from files.file
        where id = ${id} and sha256 is not null`,
    )
    if (file === undefined) return fail('notFound')
    for (const guard of mayRead) {
      const admitted = await guard(db, call.actor, id, now())
      if (admitted === undefined) continue
      const { objectType, objectId, subjects } = admitted
      const notes = [{ objectType, objectId, subjects, facts: { file: id } }]
      const outcome = file.isBlocked ? 'refused' : 'done'
      await db.transaction((tx) => record(tx, { call, operation: reading, kind: 'read', outcome, at: now(), notes }))
      return unblocked(file)
    }
    const isOwn = call.actor.kind !== 'nobody' && file.ownerAccount === call.actor.account
    return isOwn && !file.isKept ? unblocked(file) : fail('notFound')
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
    const file = await getReadable(c, 'files.downloadFile')
    return send(c, file, downloadHeaders(file.name), true)
  })

  app.get('/files/:id/preview', async (c) => {
    const file = await getReadable(c, 'files.previewFile')
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

function unblocked(file: FileRow): FileRow {
  if (file.isBlocked) throw new Problem('fileBlocked', filesProblems.fileBlocked)
  return file
}

const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()))
