import { randomUUIDv7 } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { App, IsOwnForm } from '#kernel/http/create-app.ts'
import { httpProblems } from '#kernel/http/http-problems.ts'
import type { HttpContext } from '#kernel/http/read-call.ts'
import { asProblem } from '#kernel/operations/database-problem.ts'
import type { Call } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { formTokenField } from '#values/form-token.ts'
import { attachFile } from '../attach-file.ts'
import { badRequest } from '../bad-request.ts'
import { readBody } from '../body.ts'
import { filesProblems } from '../contract.ts'
import { fewAtATime } from '../few-at-a-time.ts'
import type { FileRow } from '../file.ts'
import { cleanName } from '../file-name.ts'
import type { FileRoutesParts, UploadParts } from '../file-routes.ts'
import { finishUpload } from '../finish-upload.ts'
import { getReadable } from '../readable-file.ts'
import { readReturn, returnWith } from '../return-path.ts'
import { placeOf, readAttach, readPaper } from '../sent-files.ts'
import { createUpload, endUpload, senderOf } from '../upload.ts'
import { isPaged, joinPages } from './join-pages.ts'
import { readPlan, type PlannedPage } from './page-plan.ts'

type JoinParts = Omit<FileRoutesParts, 'limits' | 'check'> & UploadParts

const maxForm = 128 * 1024

/** So many times the largest file may the files be that one is made of: what is left out or packed smaller counts, too. */
const mostSources = 4

/**
 * `POST /uploads/join` makes one PDF of pages of files that the caller may read, in the order and turned as the form says
 * ({@link readPlan}). Fields beside: `form-token`, `return`, `paper`, `name`, and `attach`, the path of the operation that puts it
 * there. What comes of it is an upload like any other: counted, checked, scanned. Answers 303 to `return`, with `error` when it went wrong.
 */
export function joinRoute(
  app: App,
  readCall: (c: HttpContext) => Promise<Call>,
  isOwnForm: IsOwnForm,
  parts: JoinParts,
): void {
  const inTurn = fewAtATime(1)
  app.post('/uploads/join', async (c) => {
    const call = await readCall(c)
    const { account } = senderOf(call.actor)
    const form = await readFields(parts, c)
    const page = readReturn(form.get('return') ?? undefined)
    const back = (outcome: Record<string, string | undefined>) =>
      new Response(null, {
        status: 303,
        headers: { Location: returnWith(page, outcome), 'Cache-Control': 'no-store' },
      })
    try {
      if (!isOwnForm(c, form.get(formTokenField) ?? undefined))
        throw new Problem('foreignForm', httpProblems.foreignForm)
      const paper = readPaper(form.get('paper') ?? '')
      const attach = readAttach(form.get('attach') ?? '')
      const plan = readPlan(form)
      const files = await filesOf(parts, call, plan)
      const name = `${cleanName(form.get('name') ?? '').replace(/\.pdf$/i, '')}.pdf`
      const id = await inTurn(account, () =>
        joinPages(parts.store, plan, files, (path) => take(parts, call, path, name, placeOf(attach, paper))),
      )
      const refusal = await attachFile(app, c, attach, paper, id)
      return back({ error: refusal })
    } catch (error) {
      const problem = asProblem(error)
      if (problem === undefined) throw error
      parts.log.info({ code: problem.code, err: problem.cause, requestId: c.get('requestId') }, 'pages not joined')
      return back({ error: problem.code })
    }
  })
}

async function readFields({ limits }: JoinParts, c: HttpContext): Promise<URLSearchParams> {
  if (!(c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded')) badRequest('Content-Type')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of readBody(c.req.raw, limits.silence)) {
    size += chunk.length
    if (size > maxForm) badRequest('body')
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

/** The files of the pages, each once; every page is one that its file has. */
async function filesOf(parts: JoinParts, call: Call, plan: readonly PlannedPage[]): Promise<Map<string, FileRow>> {
  const files = new Map<string, FileRow>()
  for (const { fileId, page } of plan) {
    const file = files.get(fileId) ?? (await getReadable(parts, call, fileId, 'files.joinPages'))
    if (!isPaged(file.mediaType)) throw new Problem('noPreview', filesProblems.noPreview)
    if (page > (file.pages ?? 1)) badRequest('page')
    files.set(fileId, file)
  }
  const size = [...files.values()].reduce((sum, file) => sum + file.size, 0)
  if (size > parts.limits.maxBytes * mostSources) throw new Problem('uploadTooLarge', filesProblems.uploadTooLarge)
  return files
}

/** Makes a file of what was joined, as of anything that is sent. */
async function take(parts: JoinParts, call: Call, path: string, name: string, goesTo: string): Promise<string> {
  const { db, folder, limits, now } = parts
  const id = randomUUIDv7()
  const { size } = await stat(path)
  await folder.mustHaveRoom(size)
  const upload = { id, name, length: size, sentSha256: null, goesTo }
  await createUpload(db, call.actor, upload, limits, now())
  try {
    await folder.append({ id, offset: 0, room: size, body: createReadStream(path) })
  } catch (error) {
    await endUpload(db, id, now())
    await folder.remove(id)
    throw error
  }
  const sent = { ...upload, ownerAccount: call.actor.account, verifiedTo: null, createdAt: now(), endedAt: null }
  await finishUpload(parts, sent, call.requestId)
  return id
}
