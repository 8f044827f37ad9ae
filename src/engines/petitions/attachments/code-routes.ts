import type { App, IsOwnForm, StreamRoutes } from '#kernel/http/create-app.ts'
import { limitBody } from '#kernel/http/limit-body.ts'
import { httpProblems } from '#kernel/http/http-problems.ts'
import type { HttpContext } from '#kernel/http/read-call.ts'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import { nobody } from '#kernel/operations/actor.ts'
import type { Call } from '#kernel/operations/context.ts'
import { asProblem } from '#kernel/operations/database-problem.ts'
import { keepTries } from '#kernel/operations/kept-tries.ts'
import type { RunnerParts } from '#kernel/operations/run-operation.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'
import { Problem, fail } from '#values/errors.ts'
import { formTokenField } from '#values/form-token.ts'
import { networkOf } from '#values/network.ts'
import { idOf } from '#values/id.ts'
import { downloadHeaders, readPostedFile, type FileStore, type InspectFile } from '#engines/files/index.ts'
import { filesProblems } from '#engines/files/contract.ts'
import { attachBrakes } from '../contract/brakes.ts'
import { mostBytesByCode } from '../contract/limits.ts'
import { petitionProblems } from '../contract/problems.ts'
import { LookUpCode } from '../contract/shapes.ts'
import { subjectsOf } from '../petition.ts'
import { getOfSender, type Looking } from '../sender.ts'
import { attachByCode, getOpenByCode } from './attach-by-code.ts'
import { bytesOf, findForSender, findSealed, type ReadAttachment } from './read-attachment.ts'

export interface AttachmentRoutesParts extends RunnerParts {
  readonly store: FileStore
  readonly secrets: Secrets
  readonly inspect: InspectFile
}

/** The page on which a sender finds again what they sent; it is posted to, so that the code stands in no address. */
const page = '/hoi-dap/tra-cuu'

const mostFields = 64 * 1024

/** So many files may be in memory at once. */
const mostAtOnce = 8

/**
 * Files of senders who have no account, and of denouncers, who must not be known by theirs: `POST /hoi-dap/tra-cuu/tep` takes one with the
 * code, `POST /hoi-dap/tra-cuu/tep/:id` gives one back for it; both need no script, and neither looks at who is signed in. `GET
 * /petitions/sealed/:id` gives officials who see a denunciation what was sealed with it.
 */
export const attachmentRoutes =
  (parts: AttachmentRoutesParts): StreamRoutes =>
  (app, readCall, isOwnForm) => {
    takeRoute(app, readCall, isOwnForm, parts)
    giveRoute(app, readCall, isOwnForm, parts)
    sealedRoute(app, readCall, parts)
  }

type ReadCall = (c: HttpContext) => Promise<Call>

const tries = keepTries(attachBrakes)

function takeRoute(app: App, readCall: ReadCall, isOwnForm: IsOwnForm, parts: AttachmentRoutesParts): void {
  let atOnce = 0
  app.get(`${page}/tep`, (c) => c.redirect(page, 303))
  app.post(`${page}/tep`, async (c) => {
    const looking = lookingOf(await readCall(c), parts)
    let fields: Readonly<Record<string, string>> = {}
    let isHeld = false
    const mayCome = async (given: Readonly<Record<string, string>>) => {
      fields = given
      if (!isOwnForm(c, given[formTokenField])) throw new Problem('foreignForm', httpProblems.foreignForm)
      const network = networkOf(looking.address)
      const wait = tries.wait(looking, { network })
      if (wait > 0) throw new Problem('attachWait', petitionProblems.attachWait, { retryAfterSeconds: wait })
      tries.count(looking, { network })
      await getOpenByCode(looking, codeIn(given))
      if (atOnce >= mostAtOnce) fail('busy', { retryAfterSeconds: 10 })
      atOnce += 1
      isHeld = true
    }
    try {
      const { file: sent } = await readPostedFile(c.req.raw, mostBytesByCode, mayCome)
      const lookUpCode = codeIn(fields)
      const file = await parts.inspect({ ...sent, account: `petition ${networkOf(looking.address)}` })
      const turn = { requestId: c.get('requestId'), operation: 'petitions.attachByCode' }
      await runInBackground(parts, turn, (ctx) =>
        attachByCode(ctx, parts, { lookUpCode, file, address: looking.address }),
      )
      return await drawPage(app, c, fields)
    } catch (error) {
      const problem = asProblem(error)
      if (problem === undefined || fields['ma'] === undefined) throw error
      parts.log.info({ code: problem.code, requestId: c.get('requestId') }, 'file of a petition refused')
      return await drawPage(app, c, { ...fields, 'loi-tep': problem.code })
    } finally {
      if (isHeld) atOnce -= 1
    }
  })
}

function giveRoute(app: App, readCall: ReadCall, isOwnForm: IsOwnForm, parts: AttachmentRoutesParts): void {
  const tooLong = () => fail('invalidInput')
  app.use(`${page}/tep/:id`, limitBody(mostFields, tooLong))
  app.get(`${page}/tep/:id`, (c) => c.redirect(page, 303))
  app.post(`${page}/tep/:id`, async (c) => {
    const call = await readCall(c)
    const fields = Object.fromEntries(new URLSearchParams(await c.req.text()))
    if (!isOwnForm(c, fields[formTokenField])) throw new Problem('foreignForm', httpProblems.foreignForm)
    const petition = await getOfSender(lookingOf(call, parts), { lookUpCode: codeIn(fields) })
    const found = await findForSender(parts.db, petition, fileIn(c))
    return give(c, parts, { ...call, actor: nobody, address: undefined }, found)
  })
}

function sealedRoute(app: App, readCall: ReadCall, parts: AttachmentRoutesParts): void {
  app.get('/petitions/sealed/:id', async (c) => {
    const call = await readCall(c)
    if (call.actor.kind !== 'staff') fail('notFound')
    return give(c, parts, call, await findSealed(parts.db, call.actor, fileIn(c)))
  })
}

/** A file is given only after the trail says so. */
async function give(c: HttpContext, parts: AttachmentRoutesParts, call: Call, found: ReadAttachment | undefined) {
  const { file, petition } = found ?? fail('notFound')
  const note = {
    objectType: 'petition',
    objectId: petition.id,
    subjects: await subjectsOf(parts.db, petition.id),
    facts: { file: file.id },
  }
  const outcome = file.isBlocked ? 'refused' : 'done'
  await parts.db.transaction((tx) =>
    parts.record(tx, {
      call,
      operation: 'petitions.readAttachment',
      kind: 'read',
      outcome,
      at: parts.now(),
      notes: [note],
    }),
  )
  if (file.isBlocked) throw new Problem('fileBlocked', filesProblems.fileBlocked)
  const bytes = await bytesOf(parts.db, parts, { file, petition })
  const headers = {
    ...downloadHeaders(file.name),
    'Content-Type': file.mediaType,
    'Content-Length': String(bytes.length),
    'Cache-Control': 'private, no-store',
  }
  return new Response(c.req.raw.method === 'HEAD' ? null : Uint8Array.from(bytes), { headers })
}

/** Whoever comes by a code is nobody: it may be a denouncer who is signed in beside it. */
const lookingOf = ({ address = '' }: Call, { db, now }: AttachmentRoutesParts): Looking => {
  const at = now()
  return { tx: db, actor: nobody, address, now: () => at, allow: () => {} }
}

function codeIn(fields: Readonly<Record<string, string>>): string {
  const parsed = LookUpCode.safeParse(fields['ma'] ?? '')
  return parsed.success ? parsed.data : fail('notFound')
}

const FileId = idOf('file')

function fileIn(c: HttpContext): string {
  const parsed = FileId.safeParse(c.req.param('id'))
  return parsed.success ? parsed.data : fail('notFound')
}

/** The sender's page as it is after a form, in the same answer: a second step would need the code in an address. */
function drawPage(app: App, c: HttpContext, fields: Readonly<Record<string, string>>): Promise<Response> {
  const headers = new Headers(c.req.raw.headers)
  for (const name of ['Content-Length', 'Transfer-Encoding']) headers.delete(name)
  headers.set('Content-Type', 'application/x-www-form-urlencoded')
  const asked = new Request(new URL(page, c.req.url), { method: 'POST', headers, body: new URLSearchParams(fields) })
  return Promise.resolve(app.fetch(asked, c.env))
}
