import { randomUUIDv7 } from 'node:crypto'
import type { App } from '#kernel/http/create-app.ts'
import type { HttpContext } from '#kernel/http/read-call.ts'
import { tellAllowance } from '#kernel/http/tell-allowance.ts'
import type { Call } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { readBody } from './body.ts'
import { filesProblems } from './contract.ts'
import type { UploadParts } from './file-routes.ts'
import { finishUpload, isAccepted } from './finish-upload.ts'
import { idIn } from './id-in-path.ts'
import { badRequest } from './bad-request.ts'
import { readChecksum, readCount, readMetadata, tusOffer, tusVersion } from './tus-headers.ts'
import { createUpload, endUpload, getUpload, senderOf, verifyFrom, type Upload } from './upload.ts'

type Handler = (c: HttpContext, call: Call) => Promise<Response>

/**
 * Resumable uploads by tus 1.0.0: POST begins (with a declared length), PATCH brings the next part, HEAD tells how much has come,
 * DELETE gives up. The last part is answered when the file was checked: 204, or 422 with the reason of its refusal. The id in the
 * path is that of the file.
 */
export function tusRoutes(app: App, readCall: (c: HttpContext) => Promise<Call>, parts: UploadParts): void {
  const { db, folder, limits, now, turns } = parts

  const tus = (handle: Handler) => async (c: HttpContext) => {
    if (c.req.header('tus-resumable') !== tusVersion) throw new Problem('uploadVersion', filesProblems.uploadVersion)
    return handle(c, await readCall(c))
  }

  /** How much has come; of one that has ended all, or its refusal (422), or nothing is left of it (404). */
  const offsetOf = async (upload: Upload): Promise<number> => {
    const { id, length, verifiedTo, endedAt } = upload
    if (endedAt === null) return Math.min(await folder.sizeOf(id), verifiedTo ?? length, length)
    await isAccepted(db, upload)
    return length
  }

  const expires = (upload: Pick<Upload, 'createdAt'>) =>
    new Date(upload.createdAt.getTime() + limits.lifetime).toUTCString()

  const progress = (upload: Upload, offset: number, status = 204) =>
    new Response(null, {
      status,
      headers: { 'Upload-Offset': String(offset), 'Upload-Expires': expires(upload), 'Cache-Control': 'no-store' },
    })

  /** Takes a part in and, when it was the last, makes a file of the upload. */
  const take = async (c: HttpContext, call: Call, upload: Upload, from: number, stop: AbortSignal): Promise<number> => {
    const { id, length, verifiedTo } = upload
    const checksum = readChecksum(c.req.raw.headers)
    if (checksum) await verifyFrom(db, id, from)
    const body = readBody(c.req.raw, limits.silence, stop)
    const offset = await folder.append({ id, offset: from, room: length - from, body, checksum })
    if (checksum || verifiedTo !== null) await verifyFrom(db, id, undefined)
    if (offset === length) await finishUpload(parts, upload, call.requestId)
    return offset
  }

  const create: Handler = async (c, call) => {
    const { headers } = c.req.raw
    senderOf(call.actor)
    if (headers.has('upload-defer-length')) badRequest('Upload-Defer-Length')
    const length = readCount(headers, 'Upload-Length')
    if (length > limits.maxBytes) throw new Problem('uploadTooLarge', filesProblems.uploadTooLarge)
    if (length === 0) badRequest('Upload-Length')
    const id = randomUUIDv7()
    const metadata = readMetadata(headers)
    await folder.mustHaveRoom(length)
    const left = await createUpload(db, call.actor, { id, length, ...metadata }, limits, now())
    const upload: Upload = {
      id,
      length,
      ...metadata,
      ownerAccount: call.actor.account,
      verifiedTo: null,
      createdAt: now(),
      endedAt: null,
    }
    const hasPart = headers.get('content-type') === partType && headers.get('content-length') !== '0'
    const offset = hasPart ? await turns(id, (stop) => take(c, call, upload, 0, stop)) : 0
    const answer = progress(upload, offset, 201)
    answer.headers.set('Location', `/uploads/${id}`)
    tellAllowance(answer.headers, left)
    return answer
  }

  const bring: Handler = async (c, call) => {
    const { headers } = c.req.raw
    if (headers.get('content-type') !== partType) throw new Problem('uploadMediaType', filesProblems.uploadMediaType)
    const given = readCount(headers, 'Upload-Offset')
    const id = idIn(c)
    await getUpload(db, call.actor, id, limits, now())
    return turns(id, async (stop) => {
      const upload = await getUpload(db, call.actor, id, limits, now())
      const from = await offsetOf(upload)
      if (given !== from) throw new Problem('uploadOffset', filesProblems.uploadOffset)
      // Said again after its answer was lost: it is whole, checked and stored.
      if (upload.endedAt !== null) return progress(upload, from)
      const announced = headers.get('content-length')
      if (announced !== null && Number(announced) > upload.length - from)
        throw new Problem('uploadTooLarge', filesProblems.uploadTooLarge)
      return progress(upload, await take(c, call, upload, from, stop))
    })
  }

  const tell: Handler = async (c, call) => {
    const id = idIn(c)
    await getUpload(db, call.actor, id, limits, now())
    return turns(id, async () => {
      const upload = await getUpload(db, call.actor, id, limits, now())
      const offset = await offsetOf(upload)
      // Came whole, but the server died or the disk was full before it was checked and stored.
      if (upload.endedAt === null && offset === upload.length) await finishUpload(parts, upload, call.requestId)
      const answer = progress(upload, offset, 200)
      answer.headers.set('Upload-Length', String(upload.length))
      return answer
    })
  }

  const giveUp: Handler = async (c, call) => {
    const id = idIn(c)
    await getUpload(db, call.actor, id, limits, now())
    return turns(id, async () => {
      if ((await endUpload(db, id, now())) === 0) fail('notFound')
      await folder.remove(id)
      return new Response(null, { status: 204 })
    })
  }

  const offer = () =>
    new Response(null, {
      status: 204,
      headers: { ...tusOffer, 'Tus-Max-Size': String(limits.maxBytes) },
    })

  // Also what is refused says which protocol this is.
  app.use('/uploads/*', async (c, next) => {
    await next()
    c.res.headers.set('Tus-Resumable', tusVersion)
    if (c.res.status === 412) c.res.headers.set('Tus-Version', tusVersion)
  })
  app.options('/uploads', offer)
  app.options('/uploads/:id', offer)
  app.post('/uploads', tus(create))
  app.patch('/uploads/:id', tus(bring))
  app.delete('/uploads/:id', tus(giveUp))
  // Hono answers HEAD by the route of GET; there is nothing to get here.
  app.get('/uploads/:id', (c) => (c.req.raw.method === 'HEAD' ? tus(tell)(c) : fail('notFound')))
}

const partType = 'application/offset+octet-stream'
